import type { EntryId } from './entry.ts';
import { type FoundIdentifier, findIdentifiers } from './find-identifiers.ts';

/** Before the text of an entry's id that is no identifier, though it was meant as one. */
const malformedSign = '?';

/** The id under which an identifier's card is asked for, known to us or not, malformed or not. */
export function trialEntryId({ id, isMalformed }: Pick<FoundIdentifier, 'id' | 'isMalformed'>): EntryId {
  return `trial:${isMalformed ? malformedSign : ''}${id}`;
}

/** The identifier in an entry's id as it was found on a page; `undefined` when the entry is no trial. */
export function trialOfEntryId(entryId: string): string | undefined {
  const read = /^trial:\??(.+)$/.exec(entryId);
  return read?.[1];
}

/** The identifier when the whole text is one, of any registry and however it is typed ("nct 0187 4951"). */
export function readTrialId(text: string): string | undefined {
  const typed = text.normalize('NFKC').trim();
  const compact = typed.replace(/[\s:#.\u00AD\u2010-\u2015\u2212-]+/g, '');
  const [found] = findIdentifiers(/^NCT\d+$/i.test(compact) ? compact : typed);
  if (found === undefined || found.isMalformed || found.start > 0) return undefined;
  return found.end === typed.length || found.end === compact.length ? found.id : undefined;
}

/** The registry a trial identifier belongs to, and its page about the trial, by the identifier's form. */
export function registryOf(trialId: string): { readonly name: string; readonly url: string } {
  return trialId.startsWith('ACTRN')
    ? // ANZCTR finds a trial by its identifier: https://www.anzctr.org.au/Faq.aspx
      { name: 'ANZCTR', url: `https://www.anzctr.org.au/${trialId}.aspx` }
    : { name: 'ClinicalTrials.gov', url: `https://clinicaltrials.gov/study/${trialId}` };
}
