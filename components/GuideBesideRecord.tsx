import { Fragment } from 'preact';
import type { ComparedPiece, GuideComparison } from '@/core/guide-against-record.ts';

/** What the guide says of a trial and what the record says, side by side; words that disagree are marked on both sides. */
export function GuideBesideRecord({ comparison }: { comparison: GuideComparison }) {
  const { guide, conditions, interventions } = comparison;
  const disagrees = [guide, conditions, interventions].some((pieces) =>
    pieces.some((piece) => piece.disagrees),
  );
  return (
    <section class="ng-beside">
      <div class="ng-beside-sides">
        <div class="ng-beside-side">
          <h3>The guide says, in our words</h3>
          <blockquote>
            <Pieces pieces={guide} />
          </blockquote>
        </div>
        <div class="ng-beside-side">
          <h3>The registry says</h3>
          <Listed name="Studies" pieces={conditions} />
          <Listed name="Treatment" pieces={interventions} />
        </div>
      </div>
      <p class="ng-beside-key">
        {disagrees ? (
          <>
            <mark class="ng-disagrees">Marked</mark>: one side names it, the other does not.
          </>
        ) : (
          'No condition or treatment that one side names is missing on the other.'
        )}
      </p>
    </section>
  );
}

function Listed({ name, pieces }: { name: string; pieces: readonly ComparedPiece[] }) {
  if (pieces.length === 0) return null;
  return (
    <p>
      <span class="ng-beside-name">{name}:</span> <Pieces pieces={pieces} between=", " />
    </p>
  );
}

function Pieces({ pieces, between = '' }: { pieces: readonly ComparedPiece[]; between?: string }) {
  return (
    <>
      {pieces.map(({ text, disagrees }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which does not change
        <Fragment key={index}>
          {index > 0 && between}
          {disagrees ? (
            <mark class="ng-disagrees">
              {text}
              <span class="ng-unseen"> (the other side does not name this)</span>
            </mark>
          ) : (
            text
          )}
        </Fragment>
      ))}
    </>
  );
}
