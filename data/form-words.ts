import type { ErrorCode, YAMLError } from 'yaml';

/** What an author has mostly done where the file is no YAML, by the parser's code. */
const slips: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_INDENT: 'the line is indented too far or too little: two spaces for each step',
  BLOCK_AS_IMPLICIT_KEY:
    'a text that holds ": " needs quotes round it; or the line before or after is indented too far or too little',
  DUPLICATE_KEY: 'a field stands twice in one entry, or the dash before its id is missing',
  MISSING_CHAR: 'a quote or a colon is missing',
  TAB_AS_INDENT: 'a line begins with a tab: indent with two spaces for each step',
  UNEXPECTED_TOKEN: 'a line is indented with a tab, or not as the lines around it',
};

/** Why a file is no YAML: the entry, the line, and what an author has probably done there. */
export function formWords({ code, linePos, message }: YAMLError, text: string): string {
  const line = linePos?.[0].line ?? 1;
  const before = text.split('\n').slice(0, line);
  const entry = before.findLast((one) => /^\W*id: \w+:/.test(one))?.replace(/^\W*id: /, '');
  const [first = message] = message.split('\n');
  return `${entry ?? '(the file)'}: line ${line}: ${slips[code] ?? first}`;
}
