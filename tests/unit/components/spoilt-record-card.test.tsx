import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardNodes } from '@/components/card-nodes.ts';
import { UnknownTrialCard } from '@/components/UnknownTrialCard.tsx';
import type { CardElement, CardNode } from '@/core/card-node.ts';
import { identifierFacts } from '@/core/identifier-facts.ts';
import { readRecord } from '@/core/read-record.ts';
import { showCheck } from '@/core/shown-check.ts';
import { sampleTools } from '@/tests/fixtures/sample-checks.ts';
import { spoiltRecords } from '@/tests/fixtures/spoilt-records.ts';

const today = '2026-11-23';
const unshown = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
/** A card of a trial is made of text and links: none of these belongs in it. */
const active = new Set(['script', 'img', 'iframe', 'object', 'embed', 'link', 'style', 'form']);
const activeAttributes = /^(?:on|style$|src)/;
const registries = /^https:\/\/(?:clinicaltrials\.gov|www\.ecfr\.gov|www\.icmje\.org)\//;

// As data, which is what pages draw a card from: that both look alike is shown in tests/unit/explaining/draw-card.test.tsx.
function* elementsIn(node: CardNode): Generator<CardElement> {
  if (node === null || typeof node === 'string') return;
  if ('tag' in node) yield node;
  for (const child of node.children) yield* elementsIn(child);
}

function textOf(node: CardNode): string {
  if (node === null) return '';
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

function isSound({ tag, attributes }: CardElement): boolean {
  if (active.has(tag) || Object.keys(attributes).some((name) => activeAttributes.test(name))) return false;
  return tag !== 'a' || registries.test(attributes.href ?? '');
}

test('10,000 spoilt records give a card of text and links that lead to the registry, or a clear error', () => {
  const seen = { answered: 0, failed: 0 };
  fc.assert(
    fc.property(spoiltRecords(), ({ id, record }) => {
      const identifier = identifierFacts(id);
      if (!identifier) throw new Error(id);
      const read = readRecord(JSON.parse(JSON.stringify(record)), id, today);
      const check = showCheck(
        read.ok
          ? { kind: 'answered', facts: read.facts, at: Date.parse(today), isKept: false }
          : { kind: 'failed', why: 'unreadable' },
        { entry: undefined, subjects: () => [], today },
      );
      seen[read.ok ? 'answered' : 'failed'] += 1;
      const shown = check.kind === 'answered' ? check : undefined;
      const card = cardNodes(
        <UnknownTrialCard
          identifier={identifier}
          compiled={today}
          headingId="h"
          tools={sampleTools({ check, record: shown })}
        />,
        () => undefined,
      ) as CardNode;
      const text = textOf(card);
      expect(text).toContain(id);
      expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
      expect(text).not.toMatch(unshown);
      expect([...elementsIn(card)].filter((element) => !isSound(element))).toEqual([]);
      if (shown?.facts.title !== undefined) expect(text).toContain(shown.facts.title);
    }),
    { numRuns: 10_000 },
  );
  // Both ends are met.
  expect(seen.answered).toBeGreaterThan(1000);
  expect(seen.failed).toBeGreaterThan(100);
}, 300_000);
