/** The singular of a folded English noun as far as its ending tells; the word itself when it is not a plural. */
export function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is|as)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The folded word with the endings a page may give it: singular and plural. */
export function numberForms(word: string): string[] {
  const one = singular(word);
  const many = /(?:s|x|z|ch|sh)$/.test(one)
    ? `${one}es`
    : /[^aeiou]y$/.test(one)
      ? `${one.slice(0, -1)}ies`
      : `${one}s`;
  // Latin and Greek words for illnesses: diagnosis, diagnoses.
  const greek = one.endsWith('sis') ? [`${one.slice(0, -2)}es`] : [];
  return [...new Set([word, one, many, ...greek])];
}
