import type { ComponentChildren } from 'preact';
import type { CardAction, CardNode } from '@/core/card-node.ts';
import { entryText } from '@/core/entry-text.ts';
import { isAskable } from '@/core/is-askable.ts';
import { comparedFacts, type PageDifference } from '@/core/page-against-record.ts';
import { cardHeadingId, type SaidCard, type SaidCheck } from '@/core/said-card.ts';
import type { ShownCheck } from '@/core/shown-check.ts';
import { AskRegistry } from './AskRegistry.tsx';
import { CardFooter } from './CardFooter.tsx';
import { cardNodes } from './card-nodes.ts';
import type { AnsweredState } from './card-state.ts';
import { PageDifferences } from './PageDifferences.tsx';
import { StateCard } from './StateCard.tsx';
import type { TrialTools } from './trial-tools.ts';

/** How a card looks on a page. */
export interface SayingNeeds {
  /** The page offers to have trials checked and copied. */
  readonly canCheck: boolean;
  /** How the check of its trial stands; absent: nobody asked. */
  readonly check?: ShownCheck;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Says the card of an entry for a page. */
export function sayCard(state: AnsweredState, needs: SayingNeeds): SaidCard {
  const { entry, verdict } = state.answer;
  const id = needs.canCheck ? trialOf(state) : undefined;
  return {
    title: entry?.title ?? state.title,
    body: say((does) => (
      <StateCard
        state={state}
        headingId={cardHeadingId}
        tools={id === undefined ? undefined : toolsWith(needs, does)}
        onFollow={(to) => does('follow', to)}
      />
    )),
    footer: say((does) => <CardFooter state={state} onFollow={(to) => does('follow', to)} />),
    ...(entry && { text: entryText(entry, verdict) }),
    ...(id !== undefined &&
      isAskable(id) && {
        trial: {
          id,
          waiting: sayAsking(id, { kind: 'waiting', attempt: 1, notBefore: 0 }, needs.now),
          interrupted: sayAsking(id, { kind: 'failed', why: 'interrupted' }, needs.now),
        },
      }),
  };
}

/** Says what became of asking the registry about the trial of a card. */
export function sayCheck(state: AnsweredState, check: ShownCheck, now: number): SaidCheck {
  const isNews = check.kind === 'answered' || check.kind === 'no-such-record';
  return {
    check: sayAsking(trialOf(state) ?? '', check, now),
    ...(isNews && { card: sayCard(state, { canCheck: true, check, now }), at: check.at }),
    ...(check.kind === 'answered' && { facts: comparedFacts(check.facts) }),
  };
}

/** Says where a page differs from a record; `null` where it does not. */
export function sayDifferences(differences: readonly PageDifference[]): CardNode {
  return differences.length === 0 ? null : say(() => <PageDifferences differences={differences} />);
}

type Does = (...action: CardAction) => void;

/** Says what is drawn; a button says what it does because it is pressed once, with nobody there to do it. */
function say(draw: (does: Does) => ComponentChildren): CardNode {
  let done: CardAction | undefined;
  const drawn = draw((...action) => {
    done = action;
  });
  return cardNodes(drawn, (press) => {
    done = undefined;
    press();
    return done;
  });
}

function sayAsking(id: string, check: ShownCheck, now: number): CardNode {
  return say((does) => <AskRegistry id={id} tools={toolsWith({ canCheck: true, check, now }, does)} />);
}

function toolsWith({ check = { kind: 'unasked' }, now }: SayingNeeds, does: Does): TrialTools {
  return {
    check,
    record: check.kind === 'answered' ? check : undefined,
    absence: check.kind === 'no-such-record' ? check : undefined,
    isRefused: false,
    allowsHere: false,
    differences: [],
    copied: '',
    now,
    onCheck: (again) => does('check', again),
    onAllow: () => does('allow'),
    onCopy: (text, form) => does('copy', text, form),
  };
}

/** The identifier a card is about, if it is one. */
function trialOf({ answer: { identifier } }: AnsweredState): string | undefined {
  return identifier?.fault === undefined ? identifier?.id : undefined;
}
