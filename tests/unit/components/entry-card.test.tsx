// @vitest-environment happy-dom
import { render } from 'preact';
import { describe, expect, test, vi } from 'vitest';
import type { CardState } from '@/components/card-state.ts';
import type { Entry, EntryId } from '@/core/entry.ts';
import { CardInPopover } from '@/tests/fixtures/CardInPopover.tsx';
import { answerAbout, sampleAnswer, sampleEntries } from '@/tests/fixtures/sample-entries.ts';

const answered = (id: EntryId, change: Partial<Entry> = {}): CardState => {
  const { entry: known, identifier } = sampleAnswer(id);
  // A field of one kind laid over an entry of that kind.
  const entry = known === null ? null : ({ ...known, ...change } as Entry);
  return {
    kind: 'answered',
    id,
    title: 'the words',
    answer: { ...answerAbout(entry), ...(identifier && { identifier }) },
  };
};

function draw(state: CardState, props: Partial<Parameters<typeof CardInPopover>[0]> = {}): HTMLElement {
  const root = document.createElement('div');
  const nothing = () => undefined;
  render(
    <CardInPopover
      state={state}
      popoverId="p"
      headingId="h"
      onFollow={nothing}
      onClose={nothing}
      {...props}
    />,
    root,
  );
  return root;
}

/** The text a reader sees, with single spaces. */
function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

const buttonNamed = (root: Element, name: string): HTMLButtonElement | undefined =>
  [...root.querySelectorAll('button')].find(
    (button) => textOf(button) === name || button.getAttribute('aria-label') === name,
  );

describe('every card', () => {
  test.each(sampleEntries.map((entry) => [entry.id]))('%s leads with what stands', (id) => {
    const card = draw(answered(id)).querySelector('.ng-card');
    const [heading, ...others] = [...(card?.children ?? [])].map((child) => child.className);
    expect(heading).toBe('ng-heading');
    const isPlainWord = sampleAnswer(id).entry?.statements.length === 0;
    // A tick under “Safety of naltrexone” would pass for an all-clear.
    if (id === 'topic:safety') expect(others.slice(0, 2)).toEqual(['ng-danger', 'ng-verdict']);
    else expect(others[0]).toBe(isPlainWord ? 'ng-meaning' : 'ng-verdict');
  });

  test.each(sampleEntries.map((entry) => [entry.id]))('%s shows its date, and once what it is not', (id) => {
    const text = textOf(draw(answered(id)));
    expect(text).toContain('Reviewed 23 Nov 2026');
    expect(text.match(/Medical information, not advice/g)).toHaveLength(1);
  });

  test.each(sampleEntries.map((entry) => [entry.id, entry.safety && entry.id !== 'topic:safety'] as const))(
    '%s carries the safety line once, or not at all: %s',
    (id, carries) => {
      expect(textOf(draw(answered(id))).match(/not for use with opioids/g) ?? []).toHaveLength(
        carries ? 1 : 0,
      );
    },
  );

  test('the safety line leads to the safety entry', () => {
    const onFollow = vi.fn();
    buttonNamed(draw(answered('condition:ptsd'), { onFollow }), 'Safety')?.click();
    expect(onFollow).toHaveBeenCalledExactlyOnceWith('topic:safety');
  });

  test('says every standing in words', () => {
    const summaries = [...draw(answered('condition:ptsd')).querySelectorAll('summary')].map(textOf);
    expect(summaries).toEqual([
      expect.stringContaining('Confirmed (1)'),
      expect.stringContaining('Contradicted (1)'),
      expect.stringContaining('Not confirmed (2)'),
      expect.stringContaining('Not checked (1)'),
    ]);
  });

  test("quotes the guide's claims as the guide's, and nothing else", () => {
    const card = draw(answered('term:low-dose-naltrexone'));
    expect([...card.querySelectorAll('blockquote')].map(textOf)).toEqual([
      'Small amounts are said to calm inflammation in the nervous system.',
    ]);
    expect(textOf(card.querySelector('figcaption'))).toMatch(/^The guide says/);
  });

  test("shows a meaning as this project's own wording", () => {
    expect(textOf(draw(answered('term:anhedonia')).querySelector('.ng-meaning'))).toMatch(/Our wording\.$/);
  });

  test('shows text as text, whatever it holds', () => {
    const root = draw(answered('term:anhedonia', { title: '<img src=x onerror=alert(1)>' }));
    expect(root.querySelector('img')).toBeNull();
    expect(textOf(root.querySelector('h2'))).toBe('<img src=x onerror=alert(1)>');
  });

  test('links leave in a tab of their own and tell nobody where from', () => {
    for (const link of draw(answered('condition:ptsd')).querySelectorAll('a')) {
      expect([link.target, link.rel, new URL(link.href).protocol]).toEqual([
        '_blank',
        'noopener noreferrer',
        'https:',
      ]);
    }
  });

  test('an address that is not https is text', () => {
    const [statement] = sampleAnswer('term:low-dose-naltrexone').entry?.statements ?? [];
    if (!statement) throw new Error('The sample has no statement');
    const sources = [{ title: 'A trap', url: 'javascript:alert(1)' }];
    const root = draw(answered('term:low-dose-naltrexone', { statements: [{ ...statement, sources }] }));
    expect(root.querySelector('a')).toBeNull();
    expect(textOf(root)).toContain('A trap');
  });
});

describe('a condition', () => {
  test('counts the evidence by standing, and the trials', () => {
    const counts = [...draw(answered('condition:ptsd')).querySelectorAll('.ng-counts li')].map(textOf);
    expect(counts).toEqual([
      '1 confirmed',
      '1 contradicted',
      '2 not confirmed',
      '1 not checked',
      '2 trials, 1 of them confirmed',
    ]);
  });

  test('without statements says that nothing has been collected', () => {
    const root = draw(answered('condition:ptsd', { statements: [] }));
    expect(textOf(root.querySelector('.ng-verdict'))).toContain('Nothing about naltrexone');
  });
});

describe('a trial', () => {
  test('shows what the registry says, says what was not seen, and gives the day of the copy', () => {
    const registry = draw(answered('trial:NCT04698070')).querySelector('.ng-registry');
    expect([...(registry?.querySelectorAll('dt') ?? [])].map(textOf)).toEqual([
      'Title',
      'Studies',
      'Status',
      'Size',
      'Dates',
      'Results',
      'Also not seen',
    ]);
    const facts = [...(registry?.querySelectorAll('dd') ?? [])].map(textOf);
    expect(facts.slice(-2)).toEqual(['not seen', 'treatment, phase, sponsor']);
    expect(textOf(registry)).toContain('copy of Feb 2024');
    expect(textOf(registry)).toContain('22 Mar 2021 to 24 Jun 2022');
  });

  test.each([
    ['not-found', null],
    ['probably-other-study', null],
    ['content-not-seen', ['Title', 'Status', 'Size', 'Results', 'Also not seen']],
    ['confirmed', ['Status', 'Size', 'Results', 'Also not seen']],
  ] as const)('with no fact of the registry, and %s, names as not seen: %j', (verdict, names) => {
    const registry = draw(answered('trial:NCT04698070', { registry: {}, verdict })).querySelector(
      '.ng-registry',
    );
    expect(registry && [...registry.querySelectorAll('dt')].map(textOf)).toEqual(names);
    if (registry) expect(textOf(registry)).not.toContain('copy');
  });

  test('leads to the registry', () => {
    const links = [...draw(answered('trial:NCT01874951')).querySelectorAll('a')].map((link) => link.href);
    expect(links).toContain('https://clinicaltrials.gov/study/NCT01874951');
  });

  test('that is unknown is said to be unknown, with the day and the way to the registry', () => {
    const root = draw(answered('trial:NCT09999999'));
    expect(textOf(root)).toContain('Not in this knowledge base');
    expect(textOf(root)).toContain('23 Nov 2026');
    expect(root.querySelector('a')?.href).toBe('https://clinicaltrials.gov/study/NCT09999999');
  });

  test('of another registry names it, and says where a link leads that is not the registry’s own', () => {
    const root = draw(answered('trial:CTRI/2017/06/008901'));
    expect(textOf(root)).toContain('Clinical Trials Registry – India');
    expect(textOf(root)).toContain('the WHO’s search portal');
  });

  test('that is malformed says what is wrong and offers every candidate, choosing none', () => {
    const root = draw(answered('trial:?NCT018749511'));
    expect(textOf(root)).toContain('Not a trial identifier');
    expect(textOf(root)).toContain('It has 9 digits; an identifier has 8');
    expect([...root.querySelectorAll('a')].map(({ href }) => href)).toEqual([
      'https://clinicaltrials.gov/study/NCT01874951',
      'https://clinicaltrials.gov/study/NCT18749511',
    ]);
  });

  test('that is malformed beyond guessing says so', () =>
    expect(textOf(draw(answered('trial:?NCT00000000')))).toContain('cannot be told'));
});

describe('the popover', () => {
  test('is a dialog with the name of what it explains, and not modal', () => {
    const dialog = draw(answered('term:anhedonia')).querySelector('[role="dialog"]');
    expect(dialog?.hasAttribute('aria-modal')).toBe(false);
    expect(textOf(dialog?.querySelector(`#${dialog.getAttribute('aria-labelledby')}`) ?? null)).toBe(
      'Anhedonia',
    );
  });

  test('offers the way back only where there is one', () => {
    const onBack = vi.fn();
    expect(buttonNamed(draw(answered('term:anhedonia')), 'Back')).toBeUndefined();
    buttonNamed(draw(answered('term:anhedonia'), { actions: { onBack } }), 'Back')?.click();
    expect(onBack).toHaveBeenCalledOnce();
  });

  test('closes by its button, and follows what is related', () => {
    const onClose = vi.fn();
    const onFollow = vi.fn();
    const root = draw(answered('term:anhedonia'), { onClose, onFollow });
    buttonNamed(root, 'Post-traumatic stress disorder')?.click();
    buttonNamed(root, 'Close')?.click();
    expect(onFollow).toHaveBeenCalledExactlyOnceWith('condition:ptsd');
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('says which mention it is', () => {
    const root = draw(answered('term:anhedonia'), { position: { index: 4, count: 17 } });
    expect(textOf(root.querySelector('.ng-position'))).toBe('4 of 17');
  });

  test('offers what can be done, and nothing that cannot', () => {
    const names = (props: Parameters<typeof draw>[1]) =>
      [...draw(answered('term:anhedonia'), props).querySelectorAll('.ng-bar button')]
        .filter((button) => !button.hasAttribute('disabled'))
        .map((button) => button.getAttribute('aria-label'));
    const doNothing = () => undefined;
    expect(names({})).toEqual(['Close']);
    expect(names({ actions: { onBack: doNothing } })).toEqual(['Back', 'Close']);
    expect(names({ actions: { onForward: doNothing } })).toEqual(['Forward', 'Close']);
    const all = {
      onBack: doNothing,
      onForward: doNothing,
      onCopy: doNothing,
      onPopup: doNothing,
      onPin: doNothing,
      onMove: doNothing,
    };
    const inOrder = ['Back', 'Forward', 'Copy with sources', 'Open in the popup', 'Keep open', 'Close'];
    expect(names({ actions: all })).toEqual(inOrder);
    const move = 'Move: arrow keys, or press for the next corner';
    expect(names({ actions: all, isPinned: true })).toEqual(inOrder.toSpliced(4, 0, move));
  });

  test('says whether it stays', () => {
    const pressed = (isPinned: boolean) =>
      buttonNamed(
        draw(answered('term:anhedonia'), { isPinned, actions: { onPin: () => undefined } }),
        'Keep open',
      )?.getAttribute('aria-pressed');
    expect([pressed(false), pressed(true)]).toEqual(['false', 'true']);
  });

  test('offers the other meanings of the words', () => {
    const root = draw(answered('term:anhedonia'), {
      others: [{ id: 'topic:safety', title: 'Safety of naltrexone' }],
    });
    expect(textOf(root)).toContain('Could also mean');
  });

  test('whose background is gone has the name and says what to do', () => {
    const text = textOf(draw({ kind: 'lost', id: 'term:anhedonia', title: 'anhedonia' }));
    expect(text).toContain('anhedonia');
    expect(text).toContain('Reload the page');
  });

  test('of an entry that does not exist says so', () => {
    expect(textOf(draw(answered('term:no-such-thing')))).toContain('No such entry');
  });
});
