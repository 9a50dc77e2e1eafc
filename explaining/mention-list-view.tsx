import { cardNodes, type Handler } from '@/components/card-nodes.ts';
import { type ListedMention, MentionList, mentionOptionId } from '@/components/MentionList.tsx';
import type { EntryKind } from '@/core/entry.ts';
import { keepRelease } from '@/page/keep-release.ts';
import { kindOf } from '@/page/kind-of.ts';
import { listen } from '@/page/listen.ts';
import type { Occurrence } from '@/page/occurrence.ts';
import { createPopoverHost, type PopoverHost, popoverId } from '@/page/popover-host.ts';
import { wordsAround } from '@/page/words-around.ts';
import { createCardDrawing, type DrawCard } from './draw-card.ts';
import { plainStyle } from './plain-style.ts';
import { tabStops } from './tab-leaves.ts';

/** The list of a page's mentions, which a command opens and closes. */
export interface MentionListView {
  /** Opens the list, or closes it. */
  toggle(): void;
  close(): void;
}

/** So many are drawn; nobody reads further, the next letter is faster. */
const drawn = 200;
/** How far a page key goes. */
const pageful = 10;

/** The list on screen. */
interface Listing {
  readonly all: readonly Occurrence[];
  readonly query: string;
  readonly kind: EntryKind | undefined;
  readonly chosen: number;
}

/**
 * Draws the list into a closed shadow root of its own. It is made before whoever else listens to the page's keys, and
 * keeps the keys that are pressed in it. `mentions` gives those that can be gone to, in reading order.
 */
export function createMentionListView(
  page: Document,
  style: () => Promise<{ readonly css: string }>,
  mentions: () => readonly Occurrence[],
  goTo: (occurrence: Occurrence) => void,
  signal: AbortSignal,
): MentionListView {
  let host: PopoverHost | undefined;
  let drawList: DrawCard<Handler> | undefined;
  let listing: Listing | undefined;

  const matching = ({ all, query, kind }: Listing): (readonly [Occurrence, number])[] => {
    const wanted = query.trim().toLowerCase();
    return all
      .map((occurrence, index) => [occurrence, index + 1] as const)
      .filter(
        ([occurrence]) =>
          (kind === undefined || kindOf(occurrence) === kind) &&
          occurrence.text.toLowerCase().includes(wanted),
      );
  };

  const draw = (): void => {
    if (!host || !listing) return;
    const found = matching(listing);
    const { surface } = host;
    drawList?.(
      cardNodes<Handler>(
        <MentionList
          mentions={found.slice(0, drawn).map(listed)}
          more={Math.max(found.length - drawn, 0)}
          total={listing.all.length}
          query={listing.query}
          kind={listing.kind}
          chosen={listing.chosen}
          popoverId={popoverId}
          onQuery={(query) => change({ query, chosen: 0 })}
          onKind={(kind) => {
            change({ kind, chosen: 0 });
            host?.takeFocus('input');
          }}
          onGo={go}
          onClose={close}
        />,
        (handler) => handler,
      ),
    );
    surface.querySelector(`#${mentionOptionId(listing.chosen)}`)?.scrollIntoView({ block: 'nearest' });
  };

  const change = (changed: Partial<Listing>): void => {
    if (listing) listing = { ...listing, ...changed };
    draw();
  };

  const close = (): void => {
    if (!listing) return;
    listing = undefined;
    host?.close();
    drawList?.(null);
  };

  const go = (place: number): void => {
    const [occurrence] = (listing && matching(listing)[place]) ?? [];
    if (!occurrence) return;
    close();
    goTo(occurrence);
  };

  /** What a key does in the list; true when it did it. */
  const pressKey = ({ key, shiftKey }: KeyboardEvent, on: PopoverHost, here: Listing): boolean => {
    const isInBox = on.focused()?.localName === 'input';
    const count = Math.min(matching(here).length, drawn);
    const step = steps[key];
    if (key === 'Escape') {
      close();
    } else if (key === 'Tab') {
      const stops = tabStops(on.surface);
      const focused = on.focused();
      const at = focused instanceof HTMLElement ? stops.indexOf(focused) : -1;
      stops.at((at + (shiftKey ? -1 : 1) + stops.length) % stops.length)?.focus();
    } else if (key === 'Enter' && isInBox) {
      go(here.chosen);
    } else if (step !== undefined && count > 0) {
      // One step goes round the ends, a page stops at them.
      const to = here.chosen + step;
      const chosen = Math.abs(step) === 1 ? (to + count) % count : Math.min(Math.max(to, 0), count - 1);
      change({ chosen });
    } else {
      return false;
    }
    return true;
  };

  const view = page.defaultView ?? page;
  const keep = keepRelease(view, signal);
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    listen(
      view,
      type,
      (event) => {
        if (!listing || !host) return;
        const isEscape = event.key === 'Escape';
        if (!isEscape && !host.holds(event)) return;
        if (type === 'keydown' && !event.isComposing && pressKey(event, host, listing)) {
          event.preventDefault();
          keep(event);
        }
        event.stopImmediatePropagation();
      },
      signal,
      { passive: false },
    );
  }
  listen(view, 'pointerdown', (event) => listing && !host?.holds(event) && close(), signal);

  const open = async (): Promise<void> => {
    const opened: Listing = { all: mentions(), query: '', kind: undefined, chosen: 0 };
    listing = opened;
    if (!host) {
      const made = createPopoverHost(
        page,
        await style().then(
          ({ css }) => css,
          () => plainStyle,
        ),
        signal,
      );
      host = made;
      drawList = createCardDrawing<Handler>(
        made.surface,
        (press, element) => press({ currentTarget: element }),
        signal,
      );
    }
    if (listing !== opened || signal.aborted) return;
    draw();
    host.open(undefined, close);
    host.takeFocus('input');
  };

  signal.addEventListener('abort', close, { once: true });

  return {
    toggle: () => (listing ? close() : void open()),
    close,
  };
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: pageful,
  PageUp: -pageful,
};

function listed([occurrence, index]: readonly [Occurrence, number]): ListedMention {
  return { index, kind: kindOf(occurrence), text: occurrence.text, ...wordsAround(occurrence) };
}
