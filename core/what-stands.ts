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

/** Standings in the order in which a reader should meet them: what stands comes first. */
export const standings = [
  'confirmed',
  'contradicted',
  'unconfirmed',
  'unchecked',
] as const satisfies Standing[];

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

/** How many statements stand in each way. */
export function countByStanding(statements: readonly Statement[]): Readonly<Record<Standing, number>> {
  const counts = { confirmed: 0, contradicted: 0, unconfirmed: 0, unchecked: 0 };
  for (const statement of statements) counts[statement.standing] += 1;
  return counts;
}

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
  const guide = statements.filter((statement) => statement.from.kind === 'guide');
  const others = statements.filter((statement) => statement.from.kind !== 'guide');
  if (guide.length === 0) return others.length === 0 ? undefined : overallOfOthers(others);
  const { confirmed, contradicted, unchecked } = countByStanding(guide);
  const found = countByStanding(others).confirmed;
  const detail = [
    contradicted > 0
      ? `${contradicted} ${contradicted === 1 ? 'is' : 'are'} contradicted by what was found`
      : '',
    found > 0 ? `${found} ${found === 1 ? 'finding stands' : 'findings stand'} from other sources` : '',
  ];
  const parts = detail.filter(Boolean).join('; ');
  const more = parts === '' ? {} : { detail: `${capitalised(parts)}.` };
  const many = guide.length;
  if (unchecked === many) {
    return { standing: 'unchecked', headline: 'What the guide claims here has not been checked', ...more };
  }
  if (confirmed === 0) {
    const standing = contradicted > 0 ? 'contradicted' : 'unconfirmed';
    return { standing, headline: 'Nothing the guide claims here could be confirmed', ...more };
  }
  if (confirmed === many) {
    const headline =
      many === 1
        ? 'What the guide claims here is confirmed'
        : `All ${many} claims of the guide are confirmed`;
    return { standing: 'confirmed', headline, ...more };
  }
  return {
    standing: 'mixed',
    headline: `${confirmed} of ${many} claims of the guide ${confirmed === 1 ? 'is' : 'are'} confirmed`,
    ...more,
  };
}

function overallOfOthers(statements: readonly Statement[]): Verdict {
  const { confirmed, contradicted } = countByStanding(statements);
  const many = statements.length;
  if (confirmed === many) {
    return {
      standing: 'confirmed',
      headline: many === 1 ? 'What is said here is confirmed' : `All ${many} statements here are confirmed`,
    };
  }
  if (confirmed > 0)
    return {
      standing: 'mixed',
      headline: `${confirmed} of ${many} statements here ${confirmed === 1 ? 'is' : 'are'} confirmed`,
    };
  return {
    standing: contradicted > 0 ? 'contradicted' : 'unconfirmed',
    headline: 'Nothing here could be confirmed',
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
