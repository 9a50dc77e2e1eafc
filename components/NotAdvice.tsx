import type { ComponentChildren } from 'preact';

/** Under every card, and never scrolled away: what it is not; `above` it and beside it what else there is to say. */
export function NotAdvice({ above, children }: { above?: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="ng-footer">
      {above}
      <p class="ng-small">
        <span>Medical information, not advice</span>
        {children}
      </p>
    </div>
  );
}
