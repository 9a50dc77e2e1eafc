import type { Reason } from './mention.ts';

/** So many other meanings are named; more would be a list to read. */
const mostRivals = 3;

/** Says on a card why an abbreviation is taken for what it is taken for; `undefined` where that goes without saying. */
export function receiptWords(abbreviation: string, title: string, reason: Reason): string | undefined {
  switch (reason.kind) {
    case 'defined':
      return `Here ${abbreviation} is ${reason.longForm}, because the page says so.`;
    case 'named':
      return `Here ${abbreviation} is taken for ${title}: the page names it in full, and no other meaning.`;
    case 'cue':
      return `The page does not spell out ${abbreviation}. It is taken for ${title} because of words near by, such as \u201C${reason.cue}\u201D.`;
    case 'link':
      return `This link leads to the record of ${reason.trialId} at ClinicalTrials.gov.`;
    case 'undecided': {
      const others = reason.rivals.slice(0, mostRivals).join(', ');
      return `The page does not tell what ${abbreviation} means here. It can be ${title}${others && `, ${others}`} or something else.`;
    }
    case 'only-meaning':
      return undefined;
    default:
      return reason satisfies never;
  }
}
