import type { ComponentChildren } from 'preact';
import type { CardPartName } from '@/core/card-node.ts';

/** A place on a card that a page fills as it learns more; elsewhere it is what is in it. */
export function Part({ children }: { name: CardPartName; children: ComponentChildren }) {
  return <>{children}</>;
}
