// @vitest-environment happy-dom
import fc from 'fast-check';
import { render } from 'preact';
import { expect, test } from 'vitest';
import { UnknownTrialCard } from '@/components/UnknownTrialCard.tsx';
import { identifierFacts } from '@/core/identifier-facts.ts';
import { readRecord } from '@/core/read-record.ts';
import { showCheck } from '@/core/shown-check.ts';
import { sampleTools } from '@/tests/fixtures/sample-checks.ts';
import { spoiltRecords } from '@/tests/fixtures/spoilt-records.ts';

const today = '2026-11-23';
const unshown = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
/** A card of a trial is made of text and links: none of these belongs in it. */
const active = new Set(['script', 'img', 'iframe', 'object', 'embed', 'link', 'style', 'form']);
const activeAttributes = ['onerror', 'onload', 'onclick', 'style'];

/** The elements in one; asked for by selector ten thousand times they take a third longer. */
function* elementsIn(element: Element): Generator<Element> {
  for (const child of element.children) {
    yield child;
    yield* elementsIn(child);
  }
}

const registries = /^https:\/\/(?:clinicaltrials\.gov|www\.ecfr\.gov|www\.icmje\.org)\//;
function isSound(element: Element): boolean {
  if (active.has(element.localName) || activeAttributes.some((name) => element.hasAttribute(name)))
    return false;
  return element.localName !== 'a' || registries.test((element as HTMLAnchorElement).href);
}

test('10,000 spoilt records give a card of text and links that lead to the registry, or a clear error', () => {
  const root = document.createElement('div');
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
      render(
        <UnknownTrialCard
          identifier={identifier}
          compiled={today}
          headingId="h"
          tools={sampleTools({ check, record: shown })}
        />,
        root,
      );
      const text = root.textContent ?? '';
      expect(text).toContain(id);
      expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
      expect(text).not.toMatch(unshown);
      const wrong: string[] = [];
      for (const element of elementsIn(root)) if (!isSound(element)) wrong.push(element.outerHTML);
      expect(wrong).toEqual([]);
      if (shown?.facts.title !== undefined) expect(text).toContain(shown.facts.title);
    }),
    { numRuns: 10_000 },
  );
  // Both ends are met.
  expect(seen.answered).toBeGreaterThan(1000);
  expect(seen.failed).toBeGreaterThan(100);
}, 300_000);
