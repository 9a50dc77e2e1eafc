import type { Problem } from './check-entries.ts';
import type { Lexicon } from './lexicon.ts';
import type { AbbreviationRule, NameContext, NameRules, WordForm } from './rules.ts';
import { rulesSchema } from './rules-schema.ts';
import { withoutBraces } from './surroundings.ts';

/** The compiled rules, or every problem that keeps them from being compiled; a problem's entry is the row. */
export type RuleCompilation =
  | { readonly ok: true; readonly rules: NameRules; readonly abbreviations: readonly AbbreviationRule[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * `data/rules.yaml` -> what pages need to read names, and what settles abbreviations that a page does not define. Checked
 * against the names of the lexicon: a rule of an entry or an abbreviation that is not there is a mistake.
 */
export function compileRules(file: string, content: unknown, { names }: Lexicon): RuleCompilation {
  const problems: Problem[] = [];
  const complain = (entry: string, reason: string): number => problems.push({ file, entry, reason });
  const parsed = rulesSchema.safeParse(content);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const [part = '(the file)', row, ...field] = path;
      const label = typeof row === 'number' ? `${String(part)}: row ${row + 1}` : path.join(': ');
      complain(label || '(the file)', `${field.join('.')} ${message}`.trim());
    }
    return { ok: false, problems };
  }
  const { lists, others, tails, words } = parsed.data;
  // zod has checked every id against the form that EntryId describes.
  const forms = parsed.data.forms as readonly WordForm[];
  const contexts = parsed.data.contexts as readonly NameContext[];
  const abbreviations = parsed.data.abbreviations as readonly AbbreviationRule[];

  const ids = new Set<string>(names.map(({ entryId }) => entryId));
  const short = new Set(names.filter(({ exactCase }) => exactCase).map(({ text }) => text));
  const spelt = new Set(names.filter(({ exactCase }) => !exactCase).map(({ text }) => text.toLowerCase()));
  const seen = new Set<string>();
  for (const [part, rows] of [
    ['forms', forms],
    ['contexts', contexts],
  ] as const) {
    rows.forEach(({ entry, reach, ...row }, index) => {
      const label = `${part}: row ${index + 1} (${entry})`;
      if (!ids.has(entry)) complain(label, 'is about an entry that does not exist');
      if (reach !== undefined && row.after === undefined)
        complain(label, 'has a reach, and nothing that is to follow');
      for (const texts of Object.values(row)) {
        for (const text of Array.isArray(texts) ? texts : []) {
          if (text.startsWith('@') && lists[text.slice(1)] === undefined)
            complain(label, `knows no list ${text}`);
        }
      }
      if (!('texts' in row) || !Array.isArray(row.texts)) return;
      for (const text of row.texts) {
        if (spelt.has(text.toLowerCase())) complain(label, `${text} is a name already`);
        const once = `${text} of ${entry}`;
        if (seen.has(once)) complain(label, `has ${text} twice`);
        seen.add(once);
      }
    });
  }
  const ends = [...spelt, ...forms.flatMap(({ texts }) => texts.flatMap(withoutBraces))].map((text) =>
    text.replaceAll('-', ' '),
  );
  for (const tail of tails) {
    if (!ends.some((name) => name.endsWith(` ${tail}`) || name.endsWith(` ${tail}s`)))
      complain(`tails: ${tail}`, 'ends no name');
  }
  for (const word of Object.keys(words))
    if (!short.has(word)) complain(`words: ${word}`, 'is no abbreviation of ours');
  for (const { text, entry, rivals } of abbreviations) {
    const label = `abbreviations: ${text}`;
    if (!short.has(text)) complain(label, 'is no abbreviation of ours');
    const isOurs = names.some((name) => name.exactCase && name.text === text && name.entryId === entry);
    if (entry !== undefined && !isOurs) complain(label, `is not short for ${entry}`);
    for (const rival of rivals) {
      if (/^[a-z]+:/.test(rival) && !ids.has(rival)) complain(label, `${rival} does not exist`);
    }
  }
  if (problems.length > 0) return { ok: false, problems };

  const all = (texts: readonly string[]): string[] =>
    texts.flatMap((text) => (text.startsWith('@') ? (lists[text.slice(1)] ?? []) : [text]));
  const used = new Set([
    'scaleHead',
    'scaleBetween',
    'little',
    ...JSON.stringify([forms, contexts]).split(/"@|"/),
  ]);
  return {
    ok: true,
    rules: {
      ...{ others, forms, contexts, tails, words },
      // Lists of cues stay off the pages.
      lists: Object.fromEntries(Object.entries(lists).filter(([name]) => used.has(name))),
    },
    abbreviations: abbreviations.map((rule) => ({
      ...rule,
      cues: all(rule.cues),
      against: all(rule.against),
    })),
  };
}
