import { CardHeading } from './CardHeading.tsx';

/** The background is gone, as after an update: the name is all there is, and what can be done. */
export function LostCard({ title, headingId }: { title: string; headingId: string }) {
  return (
    <article class="ng-card" data-kind="lost">
      <CardHeading id={headingId} title={title} />
      <p class="ng-meaning">
        Its explanation cannot be fetched any more: Naltrexone Gloss was updated or switched off after this
        page was opened.
      </p>
      <p class="ng-hint">Reload the page to go on.</p>
    </article>
  );
}
