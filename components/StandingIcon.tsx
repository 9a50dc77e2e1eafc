import type { OverallStanding } from '@/core/what-stands.ts';

/**
 * Told apart by shape alone: a filled disc with a tick, a filled diamond with a cross, an open ring with a question
 * mark, a broken ring, a half-filled disc; what the registry has no record of, a ring struck through. Drawn in the colour of the text around it.
 */
export function StandingIcon({ standing }: { standing: OverallStanding | 'absent' }) {
  return (
    <svg class="ng-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false" data-standing={standing}>
      {shape(standing)}
    </svg>
  );
}

function shape(standing: OverallStanding | 'absent') {
  switch (standing) {
    case 'confirmed':
      return (
        <>
          <circle cx="8" cy="8" r="7" class="ng-icon-fill" />
          <path d="M4.6 8.3 7 10.7l4.5-5" class="ng-icon-cut" />
        </>
      );
    case 'contradicted':
      return (
        <>
          <path d="M8 .2 15.8 8 8 15.8.2 8Z" class="ng-icon-fill" />
          <path d="m5.9 5.9 4.2 4.2m0-4.2-4.2 4.2" class="ng-icon-cut" />
        </>
      );
    case 'unconfirmed':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" class="ng-icon-line" />
          <path d="M6 6.3a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3" class="ng-icon-line" />
          <circle cx="8" cy="11.4" r=".9" class="ng-icon-fill" />
        </>
      );
    case 'absent':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" class="ng-icon-line" />
          <path d="m3.8 12.2 8.4-8.4" class="ng-icon-line" />
        </>
      );
    case 'unchecked':
      return <circle cx="8" cy="8" r="6.2" class="ng-icon-line" stroke-dasharray="2.6 2.27" />;
    case 'mixed':
      return (
        <>
          <circle cx="8" cy="8" r="6.2" class="ng-icon-line" />
          <path d="M8 1.8a6.2 6.2 0 0 0 0 12.4Z" class="ng-icon-fill" />
        </>
      );
    default:
      return standing satisfies never;
  }
}
