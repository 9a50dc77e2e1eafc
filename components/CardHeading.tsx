import type { Name } from '@/core/entry.ts';

/** So many other names fit on a card. */
const shownAtMost = 4;

/** What the card is about: its title, and the other names it goes by, abbreviations first. */
export function CardHeading({
  id,
  title,
  over,
  names = [],
}: {
  id: string;
  title: string;
  /** An identifier that belongs to the name. */
  over?: string;
  names?: readonly Name[];
}) {
  const others = names
    .filter((name) => name.text.toLowerCase() !== title.toLowerCase())
    .sort((a, b) => Number(b.type === 'abbreviation') - Number(a.type === 'abbreviation'))
    .slice(0, shownAtMost);
  return (
    <header class="ng-heading">
      <h2 id={id} class="ng-title">
        {over !== undefined && <span class="ng-over">{over} </span>}
        {title}
      </h2>
      {others.length > 0 && (
        <p class="ng-names">
          Also{' '}
          {others.map((name, index) => (
            <span key={name.text}>
              {index > 0 && ', '}
              {name.type === 'abbreviation' ? <abbr>{name.text}</abbr> : name.text}
            </span>
          ))}
        </p>
      )}
    </header>
  );
}
