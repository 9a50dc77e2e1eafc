import type { EntryKind } from '@/core/entry.ts';
import { kindWords } from './kind-words.ts';

/** The kind in words, underlined as its marks are on a page. */
export function KindLabel({ kind }: { kind: EntryKind }) {
  return (
    <span class="ng-kind" data-kind={kind}>
      {kindWords[kind].one}
    </span>
  );
}
