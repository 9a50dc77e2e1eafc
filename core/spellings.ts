/** A name as it is written and in the other spellings that follow from it: solid, American and British, Greek letters. */
export function spellings(name: string): string[] {
  if (!maySpellOtherwise.test(name)) return [name];
  const all = new Set([name]);
  for (const [spelling, other] of rules) {
    for (const text of [...all]) all.add(text.replace(spelling, other));
  }
  return [...all];
}

const letters = { alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', kappa: 'κ', mu: 'μ' };

/** Most names are written in one way, and this tells at a glance. */
const maySpellOtherwise = /-|i[sz][ei]|i[sz]ation|behavi|alpha|beta|gamma|delta|kappa|mu|[α-μ]/;

const rules: readonly (readonly [RegExp, string])[] = [
  // Compounds lose their hyphens one by one or all: "post-traumatic", "self-injury".
  [/(?<=\p{L}{2})-(?=\p{L}{3})/u, ''],
  [/(?<=\p{L}{2})-(?=\p{L}{3})/gu, ''],
  [/(?<=\p{L}{4}i)s(?=(?:e[drs]?|ing|ation)(?![\p{L}]))/gu, 'z'],
  [/(?<=\p{L}{4}i)z(?=(?:e[drs]?|ing|ation)(?![\p{L}]))/gu, 's'],
  [/(?<=behavi)our/g, 'or'],
  [/(?<=behavi)or(?!u)/g, 'our'],
  ...Object.entries(letters).flatMap(([word, letter]) => [
    [new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'gu'), letter] as const,
    [new RegExp(letter, 'g'), word] as const,
  ]),
];
