import { countByStanding } from './count-by-standing.ts';
import type { Entry, TrialVerdict } from './entry.ts';
import type { Standing, Statement } from './statement.ts';

/** How a whole entry stands: like its statements, or partly so and partly otherwise. */
export type OverallStanding = Standing | 'mixed';

/** What a reader should know before anything else about an entry. */
export interface Verdict {
  readonly standing: OverallStanding;
  readonly headline: string;
  readonly detail?: string;
}

const trialStanding: Readonly<Record<TrialVerdict, Standing>> = {
  confirmed: 'confirmed',
  'not-found': 'unconfirmed',
  'content-not-seen': 'unconfirmed',
  'other-study': 'contradicted',
  'probably-other-study': 'contradicted',
};

const trialHeadline: Readonly<Record<TrialVerdict, string>> = {
  confirmed: 'A registered study of naltrexone',
  'not-found': 'This trial could not be confirmed',
  'content-not-seen': 'A record exists; what it says was not seen',
  'other-study': 'This identifier belongs to another study',
  'probably-other-study': 'This identifier very probably belongs to another study',
};

/** What stands, in one sentence; `undefined` when an entry claims nothing and only says what a word means. */
export function whatStands(entry: Entry): Verdict | undefined {
  switch (entry.kind) {
    case 'trial':
      return {
        standing: trialStanding[entry.verdict],
        headline: trialHeadline[entry.verdict],
        detail: entry.verdictText,
      };
    case 'term':
    case 'condition':
    case 'topic':
      return overall(entry.statements);
    default:
      return entry satisfies never;
  }
}

function overall(statements: readonly Statement[]): Verdict | undefined {
  const total = statements.length;
  if (total === 0) return undefined;
  const { confirmed, contradicted, unchecked } = countByStanding(statements);
  if (unchecked === total) return { standing: 'unchecked', headline: 'Nothing here has been checked yet' };
  if (confirmed === 0) {
    const standing = contradicted > 0 ? 'contradicted' : 'unconfirmed';
    return { standing, headline: 'Nothing here could be confirmed' };
  }
  if (confirmed === total) {
    const headline =
      total === 1 ? 'What is said here is confirmed' : `All ${total} statements here are confirmed`;
    return { standing: 'confirmed', headline };
  }
  const headline = `${confirmed} of ${total} statements here ${confirmed === 1 ? 'is' : 'are'} confirmed`;
  const detail = shareOfGuide(statements);
  return { standing: 'mixed', headline, ...(detail === undefined ? {} : { detail }) };
}

/** How the guide's own claims do, where what is confirmed comes from others. */
function shareOfGuide(statements: readonly Statement[]): string | undefined {
  const guide = statements.filter((statement) => statement.from.kind === 'guide');
  const { confirmed } = countByStanding(guide);
  if (guide.length === 0 || guide.length === statements.length) return undefined;
  if (confirmed === guide.length) return 'What the guide claims is among them.';
  if (confirmed > 0)
    return `Of the guide’s ${guide.length} claims, ${confirmed} ${confirmed === 1 ? 'is' : 'are'} confirmed.`;
  return guide.length === 1
    ? 'The guide’s claim is not among them.'
    : `None of the guide’s ${guide.length} claims is among them.`;
}
