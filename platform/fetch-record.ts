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

const longestAnswer = 10_000;
/** Records with all their results have some megabytes; nothing larger is one. */
const mostBytes = 10_000_000;

/** Asks ClinicalTrials.gov. */
export const fetchRecord = fetchRecordFrom('https://clinicaltrials.gov');

/**
 * Asks the registry at an origin for the record of an identifier (NCT and eight digits) and sends nothing else: no cookies,
 * no referrer. Gives up after ten seconds, and when the signal says so.
 */
export function fetchRecordFrom(origin: string): FetchRecord {
  return (id, etag, signal) => fetchFrom(origin, id, etag, signal);
}

async function fetchFrom(
  origin: string,
  id: string,
  etag: string | undefined,
  signal: AbortSignal,
): Promise<FetchedRecord> {
  if (!/^NCT\d{8}$/.test(id)) return { kind: 'refused', status: 400 };
  const timeout = AbortSignal.timeout(longestAnswer);
  try {
    const response = await fetch(`${origin}/api/v2/studies/${id}?format=json`, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { accept: 'application/json', ...(etag !== undefined && { 'if-none-match': etag }) },
      signal: AbortSignal.any([signal, timeout]),
    });
    // A redirect to the record of an alias stays on the host; nothing else is believed.
    if (new URL(response.url).origin !== origin) return { kind: 'broke', why: 'unreadable' };
    if (response.status === 304) return { kind: 'unchanged' };
    if (response.status === 404 && !(await isFromRegistry(response, id)))
      return { kind: 'broke', why: 'unreadable' };
    if (response.status !== 200) {
      const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN) * 1000;
      if (!response.bodyUsed) await response.body?.cancel();
      return { kind: 'refused', status: response.status, ...(retryAfter > 0 && { retryAfter }) };
    }
    const text = await readLimited(response);
    if (text === undefined) return { kind: 'broke', why: 'too-large' };
    const given = response.headers.get('etag') ?? undefined;
    return { kind: 'record', json: JSON.parse(text), ...(given !== undefined && { etag: given }) };
  } catch (error) {
    if (timeout.aborted) return { kind: 'broke', why: 'timed-out' };
    return { kind: 'broke', why: error instanceof SyntaxError ? 'unreadable' : 'offline' };
  }
}

/** Whether it is the registry that knows no such record, in plain words that name it, and not a page on the way there. */
async function isFromRegistry(response: Response, id: string): Promise<boolean> {
  const text = (await readLimited(response)) ?? '';
  const isPlain = response.headers.get('content-type')?.startsWith('text/plain') ?? false;
  return isPlain && text.includes(id);
}

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
