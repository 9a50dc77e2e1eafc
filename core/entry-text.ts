import type { Entry } from './entry.ts';
import { originWords } from './origin-words.ts';
import { showDay } from './show-day.ts';
import type { Source, Standing, Statement } from './statement.ts';
import type { Verdict } from './what-stands.ts';

/**
 * An entry as plain text, to be pasted elsewhere: nothing is said in it without its source, how it stands and the day it
 * was looked at. Paragraphs are parted by empty lines.
 */
export function entryText(entry: Entry, verdict: Verdict | undefined): string {
  return [
    entry.title,
    saidBy(entry),
    verdict && [verdict.headline, verdict.detail].filter((part) => part !== undefined).join('. '),
    ...entry.statements.map(statementText),
    `Naltrexone Gloss, reviewed ${showDay(entry.reviewed)}. Medical information, not advice.`,
  ]
    .filter((paragraph) => paragraph !== undefined)
    .join('\n\n');
}

function saidBy(entry: Entry): string | undefined {
  switch (entry.kind) {
    case 'term':
    case 'condition':
      return `${entry.meaning} (This project’s own wording.)`;
    case 'topic':
      return `${entry.gist} (This project’s own wording.)`;
    case 'trial':
      return `https://clinicaltrials.gov/study/${entry.registryId}`;
    default:
      return entry satisfies never;
  }
}

const standings: Readonly<Record<Standing, string>> = {
  confirmed: 'Confirmed',
  contradicted: 'Contradicted',
  unconfirmed: 'Not confirmed',
  unchecked: 'Not checked',
};

function statementText({ text, standing, reason, from, sources, checked }: Statement): string {
  return [
    `${standings[standing]}: ${text}`,
    reason,
    `${[originWords(from), ...sources.map(sourceText)].join('; ')}; checked ${showDay(checked)}.`,
  ].join('\n');
}

function sourceText({ title, url, copied }: Source): string {
  return [title, copied && `copy of ${showDay(copied)}`, url].filter((part) => part).join(', ');
}
