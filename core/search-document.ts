import { contentWords, wordsOf } from './asked-words.ts';
import type { Entry } from './entry.ts';
import type { SearchDocument } from './search-index.ts';
import { whatStands } from './what-stands.ts';

/** What is searched of an entry: everything a person might remember of it. Identifiers count as names. */
export function searchDocument(entry: Entry): SearchDocument {
  const { id, kind, title, summary } = entry;
  const trial = entry.kind === 'trial' ? [entry.registryId, entry.registry.title ?? ''] : [];
  const body =
    entry.kind === 'topic' ? entry.gist : entry.kind === 'trial' ? entry.verdictText : entry.meaning;
  const verdict = whatStands(entry);
  const works = entry.statements.flatMap(({ from }) => (from.kind === 'publication' ? [from.citation] : []));
  return {
    id,
    kind,
    title:
      entry.kind === 'trial' && !title.includes(entry.registryId) ? `${entry.registryId} ${title}` : title,
    names: [...entry.names.map((name) => name.text), ...trial.filter(Boolean)],
    summary,
    works: indexed([...new Set(works)]),
    text: indexed([body, ...entry.statements.map((statement) => statement.text)]),
    ...(verdict && { standing: verdict.standing }),
  };
}

/** What is only looked up, never read: its words in order of the alphabet, those of asking aside. So it weighs half as much. */
const indexed = (texts: readonly string[]): string =>
  [...contentWords(texts.flatMap(wordsOf))].sort().join(' ');
