import { CardHeading } from './CardHeading.tsx';

/** The answer is on its way; it mostly takes less time than reading this. */
export function WaitingCard({ title, headingId }: { title: string; headingId: string }) {
  return (
    <article class="ng-card" data-kind="waiting" aria-busy="true">
      <CardHeading id={headingId} title={title} />
      <p class="ng-hint">Looking it up…</p>
    </article>
  );
}
