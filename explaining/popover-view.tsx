import { render } from 'preact';
import type { CardState, EntryAnswer } from '@/components/card-state.ts';
import { EntryPopover } from '@/components/EntryPopover.tsx';
import type { EntryId } from '@/core/entry.ts';
import type { PopoverView, Showing } from '@/page/control-popover.ts';
import { listen } from '@/page/listen.ts';
import { createPopoverHost, type PopoverHost, popoverId } from '@/page/popover-host.ts';
import { plainStyle } from './plain-style.ts';

/** What the popover asks the background; each rejects when nobody answers. */
export interface PopoverQuestions {
  entry(id: EntryId): Promise<EntryAnswer>;
  style(): Promise<{ readonly css: string }>;
}

/** Answers kept, so that going back or pointing twice asks once. */
const keptAnswers = 40;
/** Words that could mean more than this are not explained one by one. */
const otherMeanings = 4;
const headingId = 'ng-heading';

/** The card on screen: the way that led to it, and the words it explains. */
interface Visit {
  readonly showing: Showing;
  readonly report: (happened: 'closed' | 'lost') => void;
  /** The cards the reader came through; the last one is shown. */
  trail: readonly CardState[];
}

/** Draws the popover with Preact into a closed shadow root. Everything ends with the signal. */
export function createPopoverView(page: Document, ask: PopoverQuestions, signal: AbortSignal): PopoverView {
  /** Made when a card is first expected: most pages never need it. */
  let host: PopoverHost | undefined;
  let making: Promise<void> | undefined;
  const answers = new Map<EntryId, EntryAnswer>();
  const asked = new Map<EntryId, Promise<EntryAnswer>>();
  let visit: Visit | undefined;

  const answerTo = (id: EntryId): Promise<EntryAnswer> => {
    const known = answers.get(id);
    if (known) return Promise.resolve(known);
    const pending = asked.get(id);
    if (pending) return pending;
    const answer = ask.entry(id).then((given) => {
      answers.set(id, given);
      for (const oldest of answers.keys()) {
        if (answers.size <= keptAnswers) break;
        answers.delete(oldest);
      }
      return given;
    });
    const forget = (): unknown => asked.delete(id);
    asked.set(id, answer);
    answer.then(forget, forget);
    return answer;
  };

  const stateOf = (id: EntryId, title: string): CardState => {
    const answer = answers.get(id);
    return answer ? { kind: 'answered', id, title, answer } : { kind: 'waiting', id, title };
  };

  const draw = (): void => {
    const state = visit?.trail.at(-1);
    if (!visit || !state || !host) return;
    const { showing, trail, report } = visit;
    render(
      <EntryPopover
        state={state}
        others={trail.length === 1 ? othersOf(showing, answers) : []}
        position={showing.position}
        popoverId={popoverId}
        headingId={headingId}
        onFollow={follow}
        onBack={trail.length > 1 ? back : undefined}
        onClose={() => report('closed')}
      />,
      host.surface,
    );
  };

  /** Puts a card on top, now with what is known, later with the answer, if the reader is still there. */
  const lookUp = (here: Visit, id: EntryId, title: string): void => {
    const state = stateOf(id, title);
    here.trail = [...here.trail, state];
    draw();
    if (state.kind === 'answered') return;
    const settle = (settled: CardState): void => {
      here.trail = here.trail.map((card) => (card === state ? settled : card));
      if (visit === here) draw();
    };
    answerTo(id).then(
      (answer) => settle({ kind: 'answered', id, title, answer }),
      () => settle({ kind: 'lost', id, title }),
    );
  };

  const follow = (id: EntryId): void => {
    const here = visit;
    const state = here?.trail.at(-1);
    if (!here || !state) return;
    const linked = state.kind === 'answered' ? state.answer.related : [];
    const title = linked.find((entry) => entry.id === id)?.title ?? id.slice(id.indexOf(':') + 1);
    lookUp(here, id, title);
    host?.takeFocus();
  };

  const back = (): void => {
    if (!visit || visit.trail.length < 2) return;
    visit.trail = visit.trail.slice(0, -1);
    draw();
    host?.takeFocus();
  };

  const make = (css: string): void => {
    const made = createPopoverHost(page, css, signal);
    host = made;
    // Leaving the card by Tab leaves the popover: what follows it in the document is not what follows it on screen.
    listen(
      made.surface,
      'keydown',
      (event) => {
        if (event.key !== 'Tab' || !visit || !isLast(made.surface, event.shiftKey)) return;
        event.preventDefault();
        visit.report('closed');
      },
      signal,
      { passive: false },
    );
    signal.addEventListener('abort', () => render(null, made.surface), { once: true });
  };
  /** Resolves when there is something to draw into; plain, when nobody gives the style, and tried again next time. */
  const ready = (): Promise<void> => {
    making ??= ask.style().then(
      ({ css }) => make(css),
      () => {
        making = undefined;
        make(plainStyle);
      },
    );
    return making;
  };

  return {
    expect(occurrence) {
      void ready();
      for (const id of occurrence.mention.entryIds.slice(0, otherMeanings))
        answerTo(id).catch(() => undefined);
    },
    show(showing, report) {
      const { mention, text, place } = showing.occurrence;
      const [first, ...others] = mention.entryIds;
      if (first === undefined) return;
      const here: Visit = { showing, report, trail: [] };
      visit = here;
      void ready().then(() => {
        if (visit !== here || !host) return;
        lookUp(here, first, text);
        for (const id of others.slice(0, otherMeanings - 1)) {
          answerTo(id).then(
            () => visit === here && draw(),
            () => undefined,
          );
        }
        host.open({ rects: showing.rects, start: place.start }, () => report('lost'));
        if (showing.focus) host.takeFocus();
      });
    },
    hide() {
      visit = undefined;
      if (!host) return;
      host.close();
      render(null, host.surface);
    },
    rect: () => host?.rect(),
    holds: (event) => host?.holds(event) ?? false,
  };
}

function othersOf(showing: Showing, answers: ReadonlyMap<EntryId, EntryAnswer>) {
  return showing.occurrence.mention.entryIds.slice(1, otherMeanings).flatMap((id) => {
    const entry = answers.get(id)?.entry;
    return entry ? [{ id, title: entry.title }] : [];
  });
}

/** Whether Tab would leave: the focus is on the last thing that takes it, or backwards on the first or the dialog itself. */
function isLast(surface: HTMLElement, backwards: boolean): boolean {
  const root = surface.getRootNode();
  const active = root instanceof ShadowRoot ? root.activeElement : null;
  const stops = [...surface.querySelectorAll('button, a[href], summary')].filter((stop) =>
    stop.checkVisibility(),
  );
  if (backwards) return active === stops[0] || active?.getAttribute('role') === 'dialog';
  return active === stops.at(-1);
}
