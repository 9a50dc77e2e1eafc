// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createRecogniser } from '@/core/create-recogniser.ts';
import type { AbbreviationRule } from '@/core/rules.ts';
import { textsIn } from '@/page/dom.ts';
import { gatherEvidence } from '@/page/gather-evidence.ts';
import { createPageMemory } from '@/page/page-memory.ts';
import { walkPassages } from '@/page/read-passages.ts';
import { recognisePassage } from '@/page/recognise-passage.ts';
import { lexiconOf } from '../core/lexicon-of.ts';

const recogniser = createRecogniser(
  lexiconOf({
    'condition:borderline-personality-disorder': ['borderline personality disorder', 'BPD?'],
    'condition:eating-disorders': ['eating disorder'],
  }),
);
const rules: readonly AbbreviationRule[] = [
  { text: 'BPD', cues: ['self-harm'], rivals: ['bronchopulmonary dysplasia'], against: ['infant'] },
];

/** A page that is read as it is, and read further as it grows. */
function pageOf(html: string, ask?: () => Promise<readonly AbbreviationRule[]>) {
  document.body.innerHTML = html;
  const memory = createPageMemory(recogniser);
  let awake: Promise<void> = Promise.resolve();
  let wake: () => void = () => {};
  const gathering = gatherEvidence(
    recogniser,
    memory,
    () => textsIn(document.body),
    ask,
    () => wake(),
  );
  const readIn = (root: Node): void => {
    for (const passage of walkPassages(root)) {
      for (const read of recognisePassage(passage, gathering.reader)) if (read) memory.keep(read);
    }
  };
  const gather = async () => {
    for (;;) {
      while (!gathering.isGathered()) {
        const again = gathering.step();
        const blocks = new Set(again.map((text) => text.parentElement).filter((block) => block !== null));
        for (const text of again) memory.forget(text);
        for (const block of blocks) readIn(block);
      }
      if (!gathering.isWaiting()) break;
      awake = new Promise((resolve) => {
        wake = resolve;
      });
      await awake;
    }
    return memory.settle();
  };
  return { memory, readIn, gather };
}

const shown = (memory: ReturnType<typeof pageOf>['memory']): string[] =>
  memory.occurrences().map(({ text, mention }) => `${text} ${mention.reason?.kind ?? 'name'}`);

async function readAll(html: string, ask?: () => Promise<readonly AbbreviationRule[]>) {
  const page = pageOf(html, ask);
  page.readIn(document.body);
  await page.gather();
  return page;
}
const answer = async () => rules;

test.each([
  ['cues near by', '<p>Self-harm in BPD</p>', ['BPD cue']],
  ['nothing', '<p>Ten had BPD</p>', []],
  [
    'the long form elsewhere',
    '<p>borderline personality disorder</p><p>Ten had BPD</p>',
    ['borderline personality disorder name', 'BPD named'],
  ],
  ['a rival elsewhere', '<p>bronchopulmonary <i>dysplasia</i></p><p>Self-harm in BPD</p>', []],
  [
    'a rival in a program',
    '<script>"bronchopulmonary dysplasia"</script><p>Self-harm in BPD</p>',
    ['BPD cue'],
  ],
  ['words against it', '<p>Self-harm, infants and BPD</p>', []],
  [
    'a definition',
    '<p>borderline personality disorder (BPD)</p><p>infants with BPD</p>',
    ['borderline personality disorder name', 'BPD defined', 'BPD defined'],
  ],
  [
    'an abbreviation that we do not list',
    '<h1>EDs</h1><p>eating disorders (ED)</p><p>An ED</p>',
    ['EDs defined', 'eating disorders name', 'ED defined', 'ED defined'],
  ],
])('a page is read with %s', async (_what, html, found) => {
  const { memory } = await readAll(html, answer);
  expect(shown(memory)).toEqual(found);
});

test('of thousands some are settled at a time', async () => {
  const { memory, gather } = pageOf(
    `<p>borderline personality disorder (BPD)</p>${'<p>BPD and BPD</p>'.repeat(1500)}`,
  );
  for (const passage of walkPassages(document.body)) {
    for (const read of recognisePassage(passage, recogniser)) if (read) memory.keep(read);
  }
  let settled = (await gather()).come.length;
  expect(settled).toBeLessThan(1500);
  for (let parts = 0; !memory.isSettled(); parts++) {
    expect(parts).toBeLessThan(10);
    settled += memory.settle().come.length;
  }
  expect(settled).toBe(3001);
  expect(shown(memory)).toHaveLength(3002);
});

test('nothing is asked for by a page that defines what it uses', async () => {
  let asked = 0;
  await readAll('<p>borderline personality disorder (BPD)</p><p>BPD</p>', async () => {
    asked++;
    return rules;
  });
  expect(asked).toBe(0);
});

test('when nobody answers, what is not defined stays undecided', async () => {
  const { memory } = await readAll('<p>Self-harm in BPD</p>', () => Promise.reject(new Error('gone')));
  expect(shown(memory)).toEqual([]);
  expect(memory.undecided().map(({ text }) => text)).toEqual(['BPD']);
});

test('what was decided by other words stays when the page names a rival later, and goes when it defines one', async () => {
  const { memory, readIn, gather } = await readAll('<p>Self-harm in BPD</p>', answer);
  const add = async (text: string) => {
    const more = document.createElement('p');
    more.textContent = text;
    document.body.append(more);
    readIn(more);
    return gather();
  };
  await add('bronchopulmonary dysplasia');
  expect(shown(memory)).toEqual(['BPD cue']);
  await add('bronchopulmonary dysplasia (BPD)');
  expect(shown(memory)).toEqual([]);
});

test('a use leads to where the page defines it, and an undecided one tells its rivals', async () => {
  const defined = await readAll('<p>borderline personality disorder (BPD)</p><p>BPD</p>', answer);
  const [, definition, use] = defined.memory.occurrences();
  expect(use && defined.memory.definitionOf(use)).toBe(definition);
  const open = await readAll('<p>Ten had BPD</p>', answer);
  expect(open.memory.undecided().map(({ mention }) => mention.reason)).toEqual([
    { kind: 'undecided', rivals: ['bronchopulmonary dysplasia'] },
  ]);
  expect(open.memory.undecided()).toEqual(open.memory.undecided());
  expect(open.memory.undecided()[0]).toBe(open.memory.undecided()[0]);
});
