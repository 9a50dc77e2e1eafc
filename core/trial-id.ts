// ClinicalTrials.gov identifiers are NCT and eight digits: https://clinicaltrials.gov/policy/reporting-requirements
// (form also given by identifiers.org as ^NCT\d{8}$). The look-behind, rather than \b, takes `Prot_NCT01234567.pdf`.
const identifier = /(?<![A-Za-z0-9])NCT[\s\u00AD\u2010-\u2015\u2212-]?(\d{8})(?!\d)/gi;

/** An identifier in a text: where it stands and its plain form. */
export interface FoundTrialId {
  readonly start: number;
  readonly end: number;
  /** NCT + 8 digits, upper case, nothing between. */
  readonly trialId: string;
}

/** Every ClinicalTrials.gov identifier in the text, known to us or not; also with a space or dash, or in lower case. */
export function findTrialIds(text: string): FoundTrialId[] {
  const found: FoundTrialId[] = [];
  for (const match of text.matchAll(identifier)) {
    found.push({ start: match.index, end: match.index + match[0].length, trialId: `NCT${match[1]}` });
  }
  return found;
}

/** The identifier when the whole text is one, however it is typed ("nct 0187 4951"); otherwise `undefined`. */
export function readTrialId(text: string): string | undefined {
  const compact = text.normalize('NFKC').replace(/[\s:#.\u00AD\u2010-\u2015\u2212-]+/g, '');
  return /^NCT\d{8}$/i.test(compact) ? compact.toUpperCase() : undefined;
}

/** The registry a trial identifier belongs to, and its page about the trial, by the identifier's form. */
export function registryOf(trialId: string): { readonly name: string; readonly url: string } {
  return trialId.startsWith('ACTRN')
    ? // ANZCTR finds a trial by its identifier: https://www.anzctr.org.au/Faq.aspx
      { name: 'ANZCTR', url: `https://www.anzctr.org.au/${trialId}.aspx` }
    : { name: 'ClinicalTrials.gov', url: `https://clinicaltrials.gov/study/${trialId}` };
}
