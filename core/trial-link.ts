import { findIdentifiers } from './find-identifiers.ts';

// The addresses of a record, now and before: /study/NCT…, /ct2/show/NCT… (until 2024), /ct2/show/study/NCT…,
// /ct2/show/results/NCT…, /ct2/history/NCT…, /ct/gui/show/NCT…, and /show/NCT… and /NCT…, the short forms for quoting;
// each may have more behind it:
// https://clinicaltrials.gov/data-api/about-api/api-migration and the site's own redirections.
const recordAddress =
  /^\s*(?:https?:)?\/\/(?:[a-z0-9-]+\.)*clinicaltrials\.gov\.?(?::\d+)?\/+(?:beta\/)?(?:(?:(?:ct2?\/)?(?:gui\/)?(?:show|history|keydates)|study)\/(?:(?:study|results|record)\/)?)?(?:%20|\s)*(NCT\d{8})(?![A-Za-z0-9])/i;

/** The identifier of the record at ClinicalTrials.gov that an address leads to; `undefined` when it leads elsewhere. */
export function trialOfLink(address: string): string | undefined {
  const written = recordAddress.exec(address)?.[1];
  if (written === undefined) return undefined;
  // What the registry takes for an identifier is known in one place only.
  const [found] = findIdentifiers(written);
  return found?.isMalformed === false ? found.id : undefined;
}
