import type { ComponentChildren } from 'preact';
import { safeHref } from './safe-href.ts';

/** A link that leaves for another site, in a tab of its own; plain text when the address is not one we follow. */
export function ExternalLink({ address, children }: { address: string; children: ComponentChildren }) {
  const href = safeHref(address);
  if (href === undefined) return <span>{children}</span>;
  return (
    <a class="ng-external" href={href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
      {children}
      <svg class="ng-icon ng-icon-out" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d="M3.5 2.5h6v6m0-6-7 7" class="ng-icon-line" />
      </svg>
      <span class="ng-unseen"> (opens in a new tab)</span>
    </a>
  );
}
