import { createRecogniser } from './create-recogniser.ts';
import type { Entry } from './entry.ts';
import { foldText } from './fold-text.ts';
import type { Lexicon, LexiconName } from './lexicon.ts';
import { withoutBraces } from './surroundings.ts';
import { numberForms } from './word-forms.ts';

/** Says, a line each, which entries a name leads to on a page and why; for the people who keep the data. */
export function explainName(asked: string, lexicon: Lexicon, entries: readonly Entry[]): string[] {
  const titleOf = new Map<string, string>(entries.map((entry) => [entry.id, entry.title]));
  const { mentions, undecided } = createRecogniser(lexicon).recognise(asked);
  const lines = [...mentions, ...undecided].map(({ start, end, entryIds }) => {
    const text = asked.slice(start, end);
    return entryIds.map(
      (id) => `"${text}" leads to ${id} (${titleOf.get(id) ?? 'no such entry'})${why(text, id, lexicon)}`,
    );
  });
  return lines.length > 0
    ? lines.flat()
    : [`"${asked}" holds no name of any entry`, ...formsIn(asked, lexicon, titleOf)];
}

/** What data/rules.yaml says of the words, where they are no name: they are marked in a sentence only. */
function formsIn(asked: string, { rules }: Lexicon, titleOf: ReadonlyMap<string, string>): string[] {
  const folded = foldText(asked);
  const of = (rules?.forms ?? []).filter(({ texts }) =>
    texts.flatMap(withoutBraces).some((text) => foldText(text) === folded),
  );
  return [...new Set(of.map(({ entry }) => entry))].map(
    (entry) =>
      `data/rules.yaml: "${asked}" speaks of ${entry} (${titleOf.get(entry) ?? 'no such entry'}) where the words around it fit`,
  );
}

function why(text: string, id: string, lexicon: Lexicon): string {
  const folded = foldText(text);
  const isIt = (name: LexiconName): boolean =>
    name.entryId === id &&
    (name.exactCase
      ? text === name.text || text === `${name.text}s`
      : numberForms(foldText(name.text)).includes(folded));
  const name = lexicon.names.find(isIt);
  if (name === undefined) {
    return id.startsWith('trial:')
      ? ': by the form of the identifier'
      : ': by another spelling of a name, or a rule of data/rules.yaml';
  }
  if (!name.exactCase) return `: by its name "${name.text}", in any letter case and number`;
  return name.ambiguous
    ? `: by its abbreviation "${name.text}", only on pages that spell it out or give other evidence${longFormsOf(name.longForms)}`
    : `: by its abbreviation "${name.text}", unless the page spells out another meaning`;
}

const longFormsOf = (longForms: readonly string[]): string =>
  longForms.length === 0 ? '' : `; also as ${longForms.map((form) => `"${form}"`).join(', ')}`;
