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
  const { confirmed, unchecked } = countByStanding(statements);
  if (unchecked === total) return { standing: 'unchecked', headline: 'Nothing here has been checked yet' };
  if (confirmed === 0) return { standing: worse(statements), headline: 'Nothing here could be confirmed' };
  if (confirmed === total) {
    const headline =
      total === 1 ? 'What is said here is confirmed' : `All ${total} statements here are confirmed`;
    return { standing: 'confirmed', headline };
  }
  return besideTheGuide(statements) ?? mixed(statements);
}

/** Nothing of what the guide claims is confirmed, though other sources say things that are: the guide comes first. */
function besideTheGuide(statements: readonly Statement[]): Verdict | undefined {
  const guide = statements.filter((statement) => statement.from.kind === 'guide');
  if (guide.length === 0 || countByStanding(guide).confirmed > 0) return undefined;
  const { confirmed } = countByStanding(statements);
  return {
    standing: worse(guide),
    headline:
      guide.length === 1
        ? 'What the guide claims here is not confirmed'
        : `None of the guide’s ${guide.length} claims here is confirmed`,
    detail:
      confirmed === 1
        ? 'One statement from another source is confirmed.'
        : `${confirmed} statements from other sources are confirmed.`,
  };
}

function mixed(statements: readonly Statement[]): Verdict {
  const { confirmed } = countByStanding(statements);
  const guide = statements.filter((statement) => statement.from.kind === 'guide');
  const ofGuide = countByStanding(guide).confirmed;
  const detail =
    guide.length > 0 && guide.length < statements.length
      ? `Of the guide’s ${guide.length} claims, ${ofGuide} ${ofGuide === 1 ? 'is' : 'are'} confirmed.`
      : undefined;
  return {
    standing: 'mixed',
    headline: `${confirmed} of ${statements.length} statements here ${confirmed === 1 ? 'is' : 'are'} confirmed`,
    ...(detail === undefined ? {} : { detail }),
  };
}

/** Of claims none of which is confirmed: contradicted when at least as many are as could merely not be found. */
function worse(statements: readonly Statement[]): Standing {
  const { contradicted, unconfirmed, unchecked } = countByStanding(statements);
  if (unchecked === statements.length) return 'unchecked';
  return contradicted > 0 && contradicted >= unconfirmed ? 'contradicted' : 'unconfirmed';
}
