import { standings } from '@/core/count-by-standing.ts';
import type { Aspect, Standing, Statement } from '@/core/statement.ts';
import { StandingBadge } from './StandingBadge.tsx';
import { StatementItem } from './StatementItem.tsx';
import { standingMeaning, standingWords } from './standing-words.ts';

/** So many statements are shown at once; the groups after them are folded. What is confirmed is always shown. */
const shownAtOnce = 2;

const aspectWords: Readonly<Record<Aspect, string>> = {
  safety: 'Safety',
  result: 'Results',
  study: 'Studies',
  registration: 'Registration',
  dose: 'Doses studied',
  combination: 'Combinations',
  mechanism: 'How it might work',
  question: 'Open questions',
  context: 'Context',
};
// The order above is the order on the card.
const aspects = Object.keys(aspectWords) as Aspect[];

/** Statements by standing, what stands first; inside that by what they are about. Long lists are folded. */
export function StatementList({ statements }: { statements: readonly Statement[] }) {
  const groups = standings
    .map((standing) => ({
      standing,
      list: statements.filter((statement) => statement.standing === standing),
    }))
    .filter(({ list }) => list.length > 0);
  let shown = 0;
  return (
    <div class="ng-statements">
      {groups.map(({ standing, list }, index) => {
        shown += list.length;
        return (
          <Group
            key={standing}
            standing={standing}
            list={list}
            open={shown <= shownAtOnce || (index === 0 && (standing === 'confirmed' || list.length <= 3))}
          />
        );
      })}
    </div>
  );
}

function Group({ standing, list, open }: { standing: Standing; list: readonly Statement[]; open: boolean }) {
  return (
    <details class="ng-group" data-standing={standing} open={open}>
      <summary>
        <StandingBadge standing={standing} words={`${standingWords[standing]} (${list.length})`} />
        <span class="ng-group-meaning">{standingMeaning[standing]}</span>
      </summary>
      {aspects.map((aspect) => {
        const about = list.filter((statement) => statement.about === aspect);
        if (about.length === 0) return null;
        return (
          <section key={aspect} class="ng-aspect">
            <h3>{aspectWords[aspect]}</h3>
            {about.map((statement) => (
              <StatementItem key={statement.id} statement={statement} />
            ))}
          </section>
        );
      })}
    </details>
  );
}
