/** A triangle with an exclamation mark. */
export function WarningIcon() {
  return (
    <svg class="ng-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M8 1.6 15 14H1Z" class="ng-icon-line" />
      <path d="M8 6.2v3.6" class="ng-icon-line" />
      <circle cx="8" cy="11.8" r=".9" class="ng-icon-fill" />
    </svg>
  );
}
