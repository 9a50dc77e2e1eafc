/** What a check of an authored entry found: zod's own form, as far as it is told. */
interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** What may stand there, of a choice. */
  readonly values?: readonly unknown[];
  /** The fields nobody knows. */
  readonly keys?: readonly string[];
  readonly expected?: unknown;
}

const kindsOfValue: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number without quotes',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each line of it beginning with a dash',
  object: 'fields with their values, indented',
};

/** An issue as an author reads it: which field, what is wrong there, and what to write instead. */
export function issueWords(issue: Issue, entry: unknown): string {
  const place = placeWords(issue.path, entry);
  const at = (words: string): string => (place === '' ? words : `${place} ${words}`);
  const value = issue.path.reduce<unknown>(inside, entry);
  if (issue.code === 'unrecognized_keys') {
    const fields = (issue.keys ?? []).map((key) => `"${key}"`).join(', ');
    return at(`has a field that nobody knows: ${fields}. data/README.md lists the fields`);
  }
  if (value === undefined && issue.code !== 'custom') return at('is missing');
  if (value === null) return at('is empty: write it after the colon, in quotes if it holds # or ": "');
  if (issue.values !== undefined) {
    return at(`is ${JSON.stringify(value)}: write ${inAList(issue.values.map(String))}`);
  }
  const expected = kindsOfValue[String(issue.expected)];
  if (issue.code === 'invalid_type' && expected !== undefined) {
    return at(`is ${JSON.stringify(value)}: write ${expected}`);
  }
  return at(issue.message);
}

/** `statement "label-oral": source 2: url`, not `statements.0.sources.1.url`. */
function placeWords(path: readonly PropertyKey[], entry: unknown): string {
  const words: string[] = [];
  let value = entry;
  path.forEach((key, index) => {
    value = inside(value, key);
    if (typeof key !== 'number') {
      if (typeof path[index + 1] !== 'number') words.push(String(key));
      return;
    }
    const one = String(path[index - 1] ?? 'entry').replace(/s$/, '');
    const id = inside(value, 'id');
    words.push(typeof id === 'string' ? `${one} "${id}":` : `${one} ${key + 1}:`);
  });
  return words.join(' ').replace(/:$/, '');
}

function inside(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

const inAList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
