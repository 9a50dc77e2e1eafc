import type { Origin } from './statement.ts';

/** Where a claim was read, in words. */
export function originWords(from: Origin): string {
  switch (from.kind) {
    case 'guide':
      return `Guide, “${from.section}”`;
    case 'label':
      return `Drug label: ${from.name}`;
    case 'registry':
      return `Registry: ${from.name}`;
    case 'publication':
      return from.citation;
    case 'project':
      return 'This project’s own wording';
    default:
      return from satisfies never;
  }
}
