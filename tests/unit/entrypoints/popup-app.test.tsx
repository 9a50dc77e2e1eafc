// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSearch } from '@/core/create-search.ts';
import type { EntryId } from '@/core/entry.ts';
import { searchDocument } from '@/core/search-document.ts';
import { defaultSettings } from '@/core/settings.ts';
import { withSite } from '@/core/settings-on-site.ts';
import { PopupApp, type PopupAppProps } from '@/entrypoints/popup/PopupApp.tsx';
import { fillMarked } from '@/page/fill-marked.ts';
import { sampleTools } from '@/tests/fixtures/sample-checks.ts';
import { sampleAnswer, sampleCompiled, sampleEntries } from '@/tests/fixtures/sample-entries.ts';

const sampleDocuments = sampleEntries.map(searchDocument);
const askSample = async (id: EntryId) => sampleAnswer(id);
const search = createSearch(sampleDocuments);
let root: HTMLElement;

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

function open(props: Partial<PopupAppProps> = {}): void {
  const nothing = () => undefined;
  const page = { state: 'reading', host: 'example.org', mentions: 3 } as const;
  act(() =>
    render(
      <PopupApp
        entries={sampleDocuments}
        compiled={sampleCompiled}
        today={sampleCompiled}
        search={search}
        askEntry={askSample}
        fillMarked={fillMarked}
        page={page}
        settings={defaultSettings}
        readFailed={false}
        finds={[]}
        storing="synced"
        onSite={nothing}
        onPauseAll={nothing}
        onDensity={nothing}
        onReadNow={nothing}
        onShow={nothing}
        onOptions={nothing}
        checking={{ check: async () => ({ kind: 'unasked' }), allow: async () => false }}
        onExport={nothing}
        onTable={nothing}
        toolsFor={() => sampleTools({ allowsHere: true })}
        onTrialOpened={nothing}
        {...props}
      />,
      root,
    ),
  );
}

function box(): HTMLInputElement {
  const input = root.querySelector('input[role="combobox"]');
  if (!(input instanceof HTMLInputElement)) throw new Error('There is no search box');
  return input;
}

async function type(text: string): Promise<void> {
  await act(async () => {
    box().value = text;
    box().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function press(key: string, target: Element = document.activeElement ?? box()): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  await act(async () => {
    target.dispatchEvent(event);
  });
  return event;
}

async function click(element: Element | undefined | null): Promise<void> {
  if (!(element instanceof HTMLElement)) throw new Error('There is nothing to click');
  await act(async () => element.click());
}

const textOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const buttonNamed = (name: string) =>
  [...root.querySelectorAll('button')].find(
    (button) => textOf(button).startsWith(name) || button.getAttribute('aria-label') === name,
  );
const results = () => [...root.querySelectorAll('[role="option"] .ng-result-title')].map(textOf);
const chosen = () => textOf(root.querySelector('[aria-selected="true"] .ng-result-title'));
const heading = () => textOf(root.querySelector('.ng-card h2'));

describe('searching', () => {
  test('opens with the cursor in the box, and something to begin with', async () => {
    open();
    expect(document.activeElement).toBe(box());
    expect(root.querySelectorAll('.ng-suggestions button')).toHaveLength(4);
    expect(textOf(root)).toContain('6 entries, compiled on 23 Nov 2026 (today).');
  });

  test('shows results while typing, the words marked', async () => {
    open();
    await type('anhed');
    expect(results()).toEqual(['Anhedonia']);
    expect([...root.querySelectorAll('.ng-result-title mark')].map(textOf)).toEqual(['Anhedonia']);
  });

  test('says by which other name an entry was found', async () => {
    open();
    await type('ptsd');
    expect(textOf(root.querySelector('.ng-result .ng-result-name'))).toBe('also PTSD');
    await type('post-traumatic stress disorder');
    expect(root.querySelector('.ng-result .ng-result-name')).toBeNull();
  });

  test('marks anew for the next letters, and never twice', async () => {
    open();
    for (const text of ['nal', 'naltrexone', 'naltrexone safety', 'safety']) await type(text);
    expect(textOf(root.querySelector('.ng-result-title'))).toBe('Safety of naltrexone');
    expect([...root.querySelectorAll('.ng-result:first-child .ng-result-title mark')].map(textOf)).toEqual([
      'Safety',
    ]);
  });

  test('the arrow keys choose, round the ends, and the box says which', async () => {
    open();
    await type('naltrexone');
    const [first, second] = results();
    expect(chosen()).toBe(first);
    await press('ArrowDown');
    expect(chosen()).toBe(second);
    expect(
      root.querySelector(`#${box().getAttribute('aria-activedescendant')} .ng-result-title`)?.textContent,
    ).toBe(second);
    await press('ArrowUp');
    await press('ArrowUp');
    expect(chosen()).toBe(results().at(-1));
    expect(document.activeElement).toBe(box());
  });

  test('Enter opens the card, Escape goes back to the results, then empties the box, then is left to the browser', async () => {
    open();
    await type('ptsd');
    await press('Enter');
    expect(heading()).toBe('Post-traumatic stress disorder');
    expect((await press('Escape')).defaultPrevented).toBe(true);
    expect(results()[0]).toBe('Post-traumatic stress disorder');
    expect(document.activeElement).toBe(box());
    expect((await press('Escape')).defaultPrevented).toBe(true);
    expect(box().value).toBe('');
    expect((await press('Escape')).defaultPrevented).toBe(false);
  });

  test.each(['Escape', 'Backspace'])('%s goes back from a card', async (key) => {
    open();
    await type('ptsd');
    await press('Enter');
    expect((await press(key)).defaultPrevented).toBe(true);
    expect(results()[0]).toBe('Post-traumatic stress disorder');
  });

  test('Backspace in the box is for its letters', async () => {
    open();
    await type('ptsd');
    expect((await press('Backspace')).defaultPrevented).toBe(false);
  });

  test('following what is related and going back walks the same way', async () => {
    open();
    await type('ptsd');
    await press('Enter');
    await click(buttonNamed('Anhedonia'));
    expect(heading()).toBe('Anhedonia');
    await click(buttonNamed('Back'));
    expect(heading()).toBe('Post-traumatic stress disorder');
  });

  test('a kind narrows the results', async () => {
    open();
    await type('naltrexone');
    await click(buttonNamed('Trials'));
    expect(root.querySelectorAll('.ng-result .ng-kind[data-kind="trial"]')).toHaveLength(results().length);
    expect(results().length).toBeGreaterThan(0);
  });

  test.each([['NCT01874951'], ['nct01874951'], ['NCT 01874951'], ['nct-0187 4951']])(
    'the identifier typed as %s goes straight to its card',
    async (typed) => {
      open();
      await type(typed);
      expect(heading()).toContain('Low-dose naltrexone for relapse of depression');
    },
  );

  test('an identifier we do not know gets its own card', async () => {
    open();
    await type('NCT00000001');
    expect(textOf(root.querySelector('.ng-verdict'))).toContain('Not in this knowledge base');
  });

  test('finding nothing is said honestly, with ways on', async () => {
    open();
    await type('zzyzx');
    expect(textOf(root)).toContain('Nothing here for “zzyzx”');
    await click(root.querySelector('.ng-suggestions button'));
    expect(heading()).toBe('Safety of naltrexone');
  });
});

describe('the page one is on', () => {
  test('can be paused, and marked again', async () => {
    const onSite = vi.fn();
    open({ onSite });
    await click(buttonNamed('Mark words on example.org'));
    expect(onSite).toHaveBeenLastCalledWith('example.org', 'off');
    open({
      onSite,
      page: { state: 'paused', host: 'example.org', mentions: 0 },
      settings: withSite(defaultSettings, 'example.org', 'off'),
    });
    await click(buttonNamed('Mark words on example.org'));
    expect(onSite).toHaveBeenLastCalledWith('example.org', 'on');
  });

  test('can be read only when asked for, and then is', async () => {
    const [onSite, onReadNow] = [vi.fn(), vi.fn()];
    open({ onSite });
    await click(root.querySelector('input[name="site"][value="ask"]'));
    expect(onSite).toHaveBeenLastCalledWith('example.org', 'ask');
    open({
      onReadNow,
      page: { state: 'waiting', host: 'example.org', mentions: 0 },
      settings: withSite(defaultSettings, 'example.org', 'ask'),
    });
    expect(textOf(root.querySelector('.ng-page-words'))).toBe('This site is read only when you ask for it.');
    await click(buttonNamed('Read this page now'));
    expect(onReadNow).toHaveBeenCalledOnce();
  });

  test('all pages can be paused, how much is marked chosen, and the other settings reached', async () => {
    const [onPauseAll, onDensity, onOptions] = [vi.fn(), vi.fn(), vi.fn()];
    open({ onPauseAll, onDensity, onOptions });
    await click(buttonNamed('Mark words on all sites'));
    await click(root.querySelector('input[value="every"]'));
    await click(buttonNamed('All settings'));
    expect([onPauseAll.mock.lastCall, onDensity.mock.lastCall, onOptions.mock.lastCall]).toEqual([
      [true],
      ['every'],
      [],
    ]);
  });

  test('a change that could not be stored is said', () => {
    open({ storing: 'refused' });
    expect(textOf(root.querySelector('[role="alert"]'))).toContain('storage is full');
    open({ storing: 'here' });
    expect(textOf(root.querySelector('[role="alert"]'))).toContain('on this computer only');
  });

  test('lists what it names by kind, with counts, each to be opened or shown on the page', async () => {
    const onShow = vi.fn();
    open({
      onShow,
      finds: [
        { entryId: 'term:anhedonia', count: 1 },
        { entryId: 'condition:ptsd', count: 2 },
        { entryId: 'trial:NCT09999999', count: 1 },
        { entryId: 'condition:ptsd', count: 3 },
      ],
    });
    expect([...root.querySelectorAll('.ng-found h3')].map(textOf)).toEqual([
      'Condition 1',
      'Term 1',
      'Trial 1',
    ]);
    expect([...root.querySelectorAll('.ng-found-entry')].map(textOf)).toEqual([
      'Post-traumatic stress disorder 5 mentions',
      'Anhedonia 1 mention',
      'NCT09999999 1 mention',
    ]);
    await click(buttonNamed('Show NCT09999999 on the page'));
    expect(onShow).toHaveBeenLastCalledWith('trial:NCT09999999');
    await click(root.querySelector('.ng-found-entry'));
    expect(heading()).toBe('Post-traumatic stress disorder');
  });

  test('that is very dense says that it is marked less', () => {
    const page = { state: 'reading', host: 'example.org', mentions: 900, quiet: true } as const;
    open({ page, finds: [{ entryId: 'term:anhedonia', count: 900 }] });
    expect(textOf(root.querySelector('.ng-found'))).toContain('each is marked only once');
  });

  test.each([
    ['forbidden', /No extension can read this page/],
    ['pdf', /This is a PDF/],
    ['unreadable', /not a page of text/],
    ['not-started', /open before Naltrexone Gloss was there/],
    ['loading', /still loading/],
  ] as const)('that is %s is explained, and search still works', async (state, words) => {
    open({ page: { state, mentions: 0 } });
    expect(textOf(root.querySelector('.ng-page'))).toMatch(words);
    await type('anhedonia');
    expect(results()).toContain('Anhedonia');
  });

  test.each([
    [{ mentions: 0, progress: 'read' }, 'Nothing on this page is in the knowledge base.'],
    [{ mentions: 1, progress: 'read' }, '1 mention on this page. Point at an underlined word.'],
    [{ mentions: 0, progress: 'reading' }, '0 mentions so far. The page is still being read.'],
    [
      { mentions: 99_999, progress: 'limited' },
      '99999 mentions. The page is so long that part of it was left unread.',
    ],
  ] as const)('that is marked says how far: %o', (found, words) => {
    open({ page: { state: 'reading', host: 'example.org', ...found } });
    expect(textOf(root.querySelector('.ng-page-words'))).toBe(words);
  });

  test('that is older than the installation can be read now', async () => {
    const onReadNow = vi.fn();
    open({ onReadNow, page: { state: 'not-started', host: 'example.org', mentions: 0 } });
    await click(buttonNamed('Read this page now'));
    expect(onReadNow).toHaveBeenCalledOnce();
  });

  test('that refused to be read says so and stops offering', async () => {
    open({ readFailed: true, page: { state: 'not-started', host: 'example.org', mentions: 0 } });
    expect(buttonNamed('Read this page now')).toBeUndefined();
    expect(textOf(root.querySelector('.ng-page'))).toContain('did not allow');
  });
});
