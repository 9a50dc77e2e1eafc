// The one place from which anything is sent. See PRIVACY.md and docs/decisions/0012-consent-is-ours.md.

/** What the registry answered. */
export type FetchedRecord =
  | { readonly kind: 'record'; readonly json: unknown; readonly etag?: string }
  /** It is what it was under the etag. */
  | { readonly kind: 'unchanged' }
  /** Another status than 200; how many milliseconds it asks us to wait, if it says so. */
  | { readonly kind: 'refused'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'broke'; readonly why: 'timed-out' | 'offline' | 'unreadable' | 'too-large' };

/** Asks whoever answers for a record. */
export type FetchRecord = (
  id: string,
  etag: string | undefined,
  signal: AbortSignal,
) => Promise<FetchedRecord>;

const host = 'clinicaltrials.gov';
const longestAnswer = 10_000;
/** Records with all their results have some megabytes; nothing larger is one. */
const mostBytes = 10_000_000;

/**
 * Asks ClinicalTrials.gov for the record of an identifier (NCT and eight digits) and sends nothing else: no cookies, no
 * referrer. Gives up after ten seconds, and when the signal says so.
 */
export const fetchRecord: FetchRecord = async (id, etag, signal) => {
  if (!/^NCT\d{8}$/.test(id)) return { kind: 'refused', status: 400 };
  const timeout = AbortSignal.timeout(longestAnswer);
  try {
    const response = await fetch(`https://${host}/api/v2/studies/${id}?format=json`, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { accept: 'application/json', ...(etag !== undefined && { 'if-none-match': etag }) },
      signal: AbortSignal.any([signal, timeout]),
    });
    if (response.status === 304) return { kind: 'unchanged' };
    if (response.status !== 200) {
      const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN) * 1000;
      await response.body?.cancel();
      return { kind: 'refused', status: response.status, ...(retryAfter > 0 && { retryAfter }) };
    }
    // A redirect to the record of an alias stays on the host; nothing else is believed.
    if (new URL(response.url).host !== host) return { kind: 'broke', why: 'unreadable' };
    const text = await readLimited(response);
    if (text === undefined) return { kind: 'broke', why: 'too-large' };
    const given = response.headers.get('etag') ?? undefined;
    return { kind: 'record', json: JSON.parse(text), ...(given !== undefined && { etag: given }) };
  } catch (error) {
    if (timeout.aborted) return { kind: 'broke', why: 'timed-out' };
    return { kind: 'broke', why: error instanceof SyntaxError ? 'unreadable' : 'offline' };
  }
};

/** The body as text; `undefined` when it is too large, whatever its header says. */
async function readLimited(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
