import type { Figures } from './bench-figures.ts';

/** What was aimed at for finding, as multiples of the floor. */
const targets: Readonly<Record<string, number>> = {
  '50kB 1000': 3,
  '50kB 100000': 4.5,
  '1MB 1000': 2,
  '1MB 100000': 2.5,
  'tiny 100': 1.2,
  'tiny 1000': 1.2,
  'tiny 100000': 1.2,
};

const names = {
  floor: 'floor',
  ours: 'ours',
  regex: 'one big regex, per text node',
  ahoCorasick: 'modern-ahocorasick 3.3.0, per text node',
  markRegExp: 'mark.js markRegExp (marks too)',
  mark: 'mark.js mark (marks too)',
} as const;

/** Prints one table: what was measured, and beside it what was aimed at. */
export function printFigures(figures: Figures): void {
  const rows: (readonly [what: string, value: string, target: string])[] = [];
  for (const { page, patterns, ratio, least, ms, found } of figures.find) {
    const target = targets[`${page} ${patterns}`];
    rows.push([
      `find, ${page}, ${patterns.toLocaleString('en')} patterns`,
      `${ratio.toFixed(2)} x floor (${least.toFixed(2)} by minima, ${ms} ms, ${found} found)`,
      target === undefined ? '' : `<= ${target.toFixed(1)}`,
    ]);
  }
  for (const { page, patterns, ratio, ms, found, name } of figures.peers) {
    rows.push([
      `  ${names[name]}, ${page}, ${patterns.toLocaleString('en')}`,
      `${ratio.toFixed(2)} x floor (${ms} ms, ${found} found)`,
      '',
    ]);
  }
  for (const { page, ms } of figures.floor) rows.push([`the floor, ${page}`, `${ms} ms`, '']);
  rows.push(
    ['growth with the page, slope over the floor’s', figures.slopeOverFloor.toFixed(3), '<= 0.05'],
    ['100,000 that never occur / 100 such', figures.neverOccurring.toFixed(2), '<= 1.1'],
    ['first mention painted, 50 kB', `${figures.first50kB} ms of work`, '<= 5'],
    ['first mention painted, 1 MB', `${figures.first1MB} ms of work`, '<= 5'],
    ['first mention painted, 10 MB', `${figures.first10MB} ms of work`, '<= 5'],
    ['longest task, 1 MB', `${figures.longest1MB} ms`, '< 10'],
    ['longest task, 10 MB', `${figures.longest10MB} ms`, '< 16'],
    [
      'paint 50,000 mentions, to the next frame',
      `${figures.paint} ms (that frame without us: ${figures.paintNone} ms)`,
      '<= 20',
    ],
    ['the browser takes up our rules, once, 10 MB', `${figures.paintStyle} ms`, ''],
    [
      'frame of a page that changes in each',
      `${figures.frame} ms (without us: ${figures.frameNone} ms)`,
      'equal',
    ],
    ['mutation of 30 words, p95', `${figures.mutationP95} ms`, '<= 0.2'],
    ['hover hit test, p95', `${figures.hoverP95} ms`, '<= 0.05'],
    ['the shipped lexicon, loaded cold', `${figures.load} ms`, '<= 2'],
    ['compile 100,000 names', `${figures.compile} ms, ${figures.compileMB} MB`, '<= 150, <= 6'],
  );
  for (const { name, longest, mentions, state } of figures.hostile) {
    const what = `${mentions.toLocaleString('en')} mentions${state === 'limited' ? ', then no more' : ''}`;
    rows.push([`longest task, ${name}`, `${longest} ms (${what})`, '< 50']);
  }
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  for (const row of [['what', 'measured', 'target'] as const, ...rows]) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}
