import { identifierFacts } from './identifier-facts.ts';
import type { RecordFacts } from './record-facts.ts';
import { registries } from './registries.ts';

/** The ways a trial can be copied. */
export type CitationForm = 'plain' | 'nlm' | 'ama' | 'bibtex' | 'ris' | 'markdown';

/** What is cited: a record of a registry, as far as it is known. */
export type CitedTrial = Pick<RecordFacts, 'id' | 'title' | 'sponsor' | 'firstSubmitted' | 'updated'>;

/**
 * A trial as text to paste, with the day it was looked at (`yyyy-MM-dd`). What the record does not say is left out.
 * NLM: part of a database on the internet, by Citing Medicine (https://www.ncbi.nlm.nih.gov/books/NBK7256/), as registries
 * recommend it. AMA: Manual of Style, 11th edition, trial registries.
 */
export function citeTrial(trial: CitedTrial, form: CitationForm, accessed: string): string {
  switch (form) {
    case 'plain':
      return trial.id;
    case 'nlm':
      return nlm(trial, accessed);
    case 'ama':
      return ama(trial, accessed);
    case 'bibtex':
      return bibtex(trial, accessed);
    case 'ris':
      return ris(trial, accessed);
    case 'markdown':
      return markdown(trial, accessed);
    default:
      return form satisfies never;
  }
}

interface CitedRegistry {
  readonly name: string;
  /** The page about the trial. */
  readonly url: string;
  /** Who keeps it; known of ClinicalTrials.gov only. */
  readonly publisher?: string;
}

function registryOf(id: string): CitedRegistry {
  const { name, url } = identifierFacts(id)?.registry ?? {
    name: registries.nct.name,
    url: registries.nct.url(id),
  };
  return {
    name,
    url,
    ...(name === registries.nct.name && { publisher: 'National Library of Medicine (US)' }),
  };
}

function nlm({ id, title, firstSubmitted }: CitedTrial, accessed: string): string {
  const { name, url, publisher } = registryOf(id);
  // ClinicalTrials.gov went online on 29 February 2000.
  const database = `${name} [Internet].${publisher === undefined ? '' : ` Bethesda (MD): ${publisher}. 2000 Feb 29 - .`}`;
  const record = [`Identifier ${id}`, ...(title === undefined ? [] : [withoutStop(title)])].join(', ');
  const day = firstSubmitted === undefined ? '' : `${shortDay(firstSubmitted)} `;
  return `${database} ${record}; ${day}[cited ${shortDay(accessed)}]. Available from: ${url}`;
}

function ama({ id, title, updated }: CitedTrial, accessed: string): string {
  const { name, url } = registryOf(id);
  return [
    ...(title === undefined ? [] : [withStop(title)]),
    `${name} identifier: ${id}.`,
    ...(updated === undefined ? [] : [`Updated ${longDay(updated)}.`]),
    `Accessed ${longDay(accessed)}.`,
    url,
  ].join(' ');
}

function bibtex({ id, title, sponsor, firstSubmitted }: CitedTrial, accessed: string): string {
  const registry = registryOf(id);
  const fields: (readonly [name: string, value: string | undefined])[] = [
    // Braces within braces: an organisation is one name, and a title keeps its capitals.
    ['author', sponsor === undefined ? undefined : `{${texEscape(sponsor)}}`],
    ['title', title === undefined ? undefined : `{${texEscape(title)}}`],
    ['year', firstSubmitted?.slice(0, 4)],
    ['publisher', registry.publisher && `{${registry.publisher}}`],
    ['howpublished', `${registry.name}, identifier ${id}`],
    ['note', `Accessed ${accessed}`],
    ['urldate', accessed],
    ['url', registry.url],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  // A key ends at a comma or a space; some registries' identifiers have slashes and the like.
  return `@misc{${id.replace(/[^\w-]/g, '-')},\n${lines.join(',\n')}\n}\n`;
}

function ris({ id, title, sponsor, firstSubmitted, updated }: CitedTrial, accessed: string): string {
  const slashed = (day: string): string => [...day.split('-'), '', '', ''].slice(0, 3).join('/');
  const registry = registryOf(id);
  const lines: (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'DBASE'],
    // A comma parts family and given name; an organisation has none.
    ['AU', sponsor?.replace(/,/g, '')],
    ['TI', title],
    ['DB', registry.name],
    ['PB', registry.publisher],
    ['AN', id],
    ['PY', firstSubmitted?.slice(0, 4)],
    ['ET', updated === undefined ? undefined : `Updated ${updated}`],
    ['UR', registry.url],
    // Programs disagree on DA, so only the year above tells when it was registered.
    ['N1', `Accessed ${accessed}`],
    ['Y2', `${slashed(accessed)}/`],
    ['ER', ''],
  ];
  return lines
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`]))
    .join('');
}

function markdown({ id, title }: CitedTrial, accessed: string): string {
  const words = title === undefined ? id : `${id}: ${title}`;
  const escaped = words.replace(/[\\`*_{}[\]()<>#+!|~&]/g, '\\$&');
  return `[${escaped}](${registryOf(id).url}) (accessed ${accessed})`;
}

const texSigns = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ...[...'$&%#_'].map((sign) => [sign, `\\${sign}`] as const),
]);
const texEscape = (text: string): string =>
  text.replace(/[\\{}~^$&%#_]/g, (sign) => texSigns.get(sign) ?? sign);

const withoutStop = (title: string): string => title.replace(/\.$/, '');
const withStop = (title: string): string => (/[.?!]$/.test(title) ? title : `${title}.`);

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "2006 Feb 3", "2006 Feb", "2006". */
function shortDay(date: string): string {
  const [year, month, day] = date.split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1]?.slice(0, 3);
  return [year, name, day === undefined ? undefined : String(Number(day))].filter(Boolean).join(' ');
}

/** "February 3, 2006", "February 2006", "2006". */
function longDay(date: string): string {
  const [year, month, day] = date.split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (day === undefined) return [name, year].filter(Boolean).join(' ');
  return `${name} ${Number(day)}, ${year}`;
}
