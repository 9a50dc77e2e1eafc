// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CardState } from '@/components/card-state.ts';
import { copiedWords } from '@/components/copied-words.ts';
import { StateCard } from '@/components/StateCard.tsx';
import type { TrialTools } from '@/components/trial-tools.ts';
import type { EntryId } from '@/core/entry.ts';
import { sampleAnswerOf, sampleChecks, sampleTools } from '@/tests/fixtures/sample-checks.ts';
import { sampleAnswer } from '@/tests/fixtures/sample-entries.ts';

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

function draw(id: EntryId, tools: TrialTools | undefined): void {
  const state: CardState = { kind: 'answered', id, title: id, answer: sampleAnswer(id) };
  act(() => render(<StateCard state={state} headingId="h" tools={tools} onFollow={() => undefined} />, root));
}

const textOf = (selector: string): string =>
  (root.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const button = (): HTMLButtonElement => {
  const found = root.querySelector('button.ng-check-button');
  if (!(found instanceof HTMLButtonElement)) throw new Error('There is no button to check with');
  return found;
};
const toolsOf = (name: string): TrialTools => {
  const found = sampleChecks.find(([each]) => each === name)?.[1];
  if (!found) throw new Error(`no sample check ${name}`);
  return found;
};
const unknown = 'trial:NCT09999999';

describe('every state of a check has its words', () => {
  const states: readonly (readonly [name: string, verdict: string, press: string, note: string | RegExp])[] =
    [
      ['unasked', 'Not checked', 'Check the registry now', ''],
      [
        'not-allowed-on-a-page',
        'Not checked',
        'Allow it in the extension’s window',
        'To check it, the identifier NCT09999999 is sent to ClinicalTrials.gov and nothing else. Nothing is sent before you allow that in the extension’s own window.',
      ],
      [
        'not-allowed',
        'Not checked',
        'Allow and check',
        'To check it, the identifier NCT09999999 is sent to ClinicalTrials.gov and nothing else. You can take that back in the settings at any time.',
      ],
      ['no-permission', 'Not checked', 'Allow and check', /the browser does not let the extension reach/],
      ['refused', 'Not checked', 'Allow and check', 'It was not allowed, so nothing was sent.'],
      ['waiting', 'Not checked', 'Asking the registry …', 'Asking ClinicalTrials.gov about NCT09999999 …'],
      ['answered', 'Confirmed: a record exists', 'Check again', 'The registry has answered.'],
      ['kept', 'Confirmed: a record exists', 'Check again', 'The registry’s answer, kept for a day.'],
      [
        'alias',
        'Confirmed: a record exists',
        'Check again',
        'The registry has answered. NCT09999999 is another identifier of NCT08888888: this is that record.',
      ],
      [
        'asked-again',
        'Confirmed: a record exists',
        'Asking the registry …',
        'Asking ClinicalTrials.gov about NCT09999999 …',
      ],
      ['differs', 'Confirmed: a record exists', 'Check again', 'The registry has answered.'],
      [
        'no-such-record',
        'No such record',
        'Check again',
        'ClinicalTrials.gov has no record of NCT09999999. Asked 28 minutes ago.',
      ],
      ['malformed', 'Not checked', 'Try again', /does not take this for an identifier/],
      ['busy', 'Not checked', 'Try again', /busy/],
      ['timed-out', 'Not checked', 'Try again', /within ten seconds/],
      ['offline', 'Not checked', 'Try again', /could not be reached/],
      ['unreadable', 'Not checked', 'Try again', /not with a record that can be read/],
      ['too-large', 'Not checked', 'Try again', /far larger than any record/],
      ['interrupted', 'Not checked', 'Try again', /interrupted/],
      ['unexpected', 'Not checked', 'Try again', /something on the way refused it/],
    ];
  test('and none is left out', () => {
    expect(states.map(([name]) => name)).toEqual(sampleChecks.map(([name]) => name));
  });
  test.each(states)('%s', (name, verdict, press, note) => {
    draw(unknown, toolsOf(name));
    expect(textOf('.ng-verdict-headline')).toBe(verdict);
    expect(button().textContent).toBe(press);
    const said = root.querySelector('.ng-live-note');
    expect(said?.getAttribute('role')).toBe('status');
    if (typeof note === 'string') expect(textOf('.ng-live-note')).toBe(note);
    else expect(textOf('.ng-live-note')).toMatch(note);
    // A verdict is never told by colour alone.
    expect(root.querySelector('.ng-verdict svg')).not.toBeNull();
  });
});

test('one button goes through all states and keeps the focus; what is awaited is not asked twice', () => {
  const onCheck = vi.fn();
  draw(unknown, sampleTools({ onCheck }));
  const first = button();
  first.focus();
  first.click();
  expect(onCheck.mock.calls).toEqual([[false]]);
  for (const [, tools] of sampleChecks) {
    draw(unknown, { ...tools, onCheck });
    expect(button()).toBe(first);
    expect(document.activeElement).toBe(first);
  }
  draw(unknown, { ...toolsOf('waiting'), onCheck });
  expect(first.getAttribute('aria-disabled')).toBe('true');
  expect(first.disabled).toBe(false);
  first.click();
  expect(onCheck).toHaveBeenCalledTimes(1);
});

test.each<[name: string, asks: 'check again' | 'check' | 'allow']>([
  ['unasked', 'check'],
  ['not-allowed-on-a-page', 'allow'],
  ['not-allowed', 'allow'],
  ['no-permission', 'allow'],
  ['answered', 'check again'],
  ['no-such-record', 'check again'],
  ['offline', 'check again'],
])('pressed where it is %s, it asks to %s', (name, asks) => {
  const asked: string[] = [];
  draw(unknown, {
    ...toolsOf(name),
    onCheck: (again) => asked.push(again ? 'check again' : 'check'),
    onAllow: () => asked.push('allow'),
  });
  act(() => button().click());
  expect(asked).toEqual([asks]);
});

test('that there is no record has its moment, and stays while the registry is asked again in vain', () => {
  const { absence } = toolsOf('no-such-record');
  for (const name of ['no-such-record', 'waiting', 'offline']) {
    draw(unknown, { ...toolsOf(name), absence });
    expect(textOf('.ng-verdict-headline')).toBe('No such record');
    expect(textOf('.ng-verdict-detail')).toMatch(/had no record of NCT09999999 on 23 Nov 2026, \d\d:\d\d\./);
    expect(textOf('.ng-meaning')).toBe('');
  }
});

test('the record has its moment and its age, and says what overdue and registered late mean, with the source', () => {
  draw(unknown, toolsOf('answered'));
  expect(root.querySelector('time')?.dateTime).toBe('2026-11-23T14:02:00.000Z');
  expect(textOf('.ng-registry h3')).toMatch(/, 28 minutes ago$/);
  const rules = [...root.querySelectorAll('details.ng-rule')];
  expect(rules.map((rule) => rule.querySelector('a')?.href)).toEqual([
    expect.stringContaining('icmje.org'),
    expect.stringContaining('ecfr.gov'),
  ]);
  expect(rules.some((rule) => (rule as HTMLDetailsElement).open)).toBe(false);
});

test.each([
  [{ asOf: '2020-12', isCopy: true }, '96 (as of Dec 2020, by our copy).'],
  [{ isCopy: true }, '96 (by our copy, of a day not known).'],
  [{}, '96.'],
] as const)('a difference %o names the day and whose record it is', (side, ends) => {
  draw(
    unknown,
    sampleTools({ differences: [{ about: 'participants', page: '120', registry: '96', ...side }] }),
  );
  expect(root.querySelector('.ng-page-differs li')?.textContent).toBe(
    `This page says 120 participants, the registry says ${ends}`,
  );
});

test('where the page says otherwise, each has its line', () => {
  draw(unknown, toolsOf('differs'));
  expect([...root.querySelectorAll('.ng-page-differs li')].map(({ textContent }) => textContent)).toEqual([
    'This page says 120 participants, the registry says 96 (as of 3 Mar 2024).',
    'This page says recruiting, the registry says terminated (as of 3 Mar 2024).',
  ]);
});

describe('one of the guide’s', () => {
  const id = 'trial:NCT04698070';
  const disagreeing = (): string[] =>
    [...root.querySelectorAll('.ng-beside-side mark')].map((mark) => mark.firstChild?.textContent ?? '');

  test.each<[how: string, tools: TrialTools | undefined]>([
    ['our copy, unasked', sampleTools()],
    ['our copy, where nobody can be asked', undefined],
    ['the live record', answeredTools()],
  ])('stands beside the record, and what disagrees is marked: %s', (_how, tools) => {
    draw(id, tools);
    expect(disagreeing()).toEqual([
      'low-dose naltrexone',
      'mild cognitive impairment',
      'Acute malnutrition in childhood',
    ]);
    // The claim is said once, and its reason after it.
    expect(root.textContent?.split('thinking and memory')).toHaveLength(2);
    expect(root.textContent).toContain('The identifier belongs to a study of another treatment');
  });

  test('says the verdict, then the registry, then the guide', () => {
    draw(id, answeredTools());
    const order = ['.ng-verdict', '.ng-registry', '.ng-beside', '.ng-statement', '.ng-out', '.ng-cite'].map(
      (selector) => root.querySelector(selector),
    );
    for (const [index, element] of order.entries()) {
      const next = order[index + 1];
      if (!element) throw new Error(`nothing is number ${index}`);
      if (next) expect(element.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    }
    expect(textOf('.ng-verdict-headline')).toBe('This identifier belongs to another study');
  });

  function answeredTools(): TrialTools {
    const record = sampleAnswerOf('NCT04698070');
    return sampleTools({ check: record, record });
  }
});

describe('copying', () => {
  const formsOf = (): HTMLButtonElement[] => [...root.querySelectorAll<HTMLButtonElement>('.ng-cite button')];

  test('in six forms, each with the day but the plain one', () => {
    const copied: [text: string, form: string][] = [];
    draw(unknown, {
      ...toolsOf('answered'),
      onCopy: (...what) => copied.push(what),
    });
    expect(formsOf()).toHaveLength(6);
    for (const each of formsOf()) each.click();
    const [plain, ...cited] = copied.map(([text]) => text);
    expect(plain).toBe('NCT09999999');
    for (const text of cited) expect(text).toMatch(/2026-11-23|2026 Nov 23|November 23, 2026/);
    expect(cited.join('\n')).toContain('Low-Dose Naltrexone for Fatigue After Infection');
    expect(copied.map(([_text, form]) => form)).toEqual(formsOf().map(({ textContent }) => textContent));
  });

  test.each([
    [true, 'Copied: AMA.'],
    [false, 'Nothing may be copied here.'],
  ])('says whether it went well: %s', (isCopied, words) => {
    draw(unknown, sampleTools({ copied: copiedWords(isCopied, 'AMA') }));
    expect(textOf('.ng-cite [role=status]')).toBe(words);
  });
});

test('another registry’s identifier can be copied, and is not asked about', () => {
  draw('trial:ISRCTN12345678', sampleTools());
  expect(root.querySelector('.ng-check-button')).toBeNull();
  expect(root.querySelector('.ng-cite')).not.toBeNull();
});
