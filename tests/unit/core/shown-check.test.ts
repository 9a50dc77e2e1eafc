import { describe, expect, test } from 'vitest';
import type { TrialEntry } from '@/core/entry.ts';
import type { RegistryCheck } from '@/core/registry-check.ts';
import { type ShowingNeeds, showBundled, showCheck } from '@/core/shown-check.ts';
import { sampleAnswerOf } from '@/tests/fixtures/sample-checks.ts';
import { sampleEntries } from '@/tests/fixtures/sample-entries.ts';
import { sampleSubjects } from '@/tests/fixtures/sample-subjects.ts';

function needsOf(id: string): ShowingNeeds {
  const entry = sampleEntries.find(
    (each): each is TrialEntry => each.kind === 'trial' && each.registryId === id,
  );
  return { entry, subjects: sampleSubjects, today: '2026-11-23' };
}

describe('a check', () => {
  test.each<[RegistryCheck]>([
    [{ kind: 'unasked' }],
    [{ kind: 'not-allowed', missing: 'consent' }],
    [{ kind: 'no-such-record', at: 1 }],
    [{ kind: 'failed', why: 'offline' }],
  ])('without a record stays as it is: %o', (check) => {
    expect(showCheck(check, needsOf('NCT09999999'))).toBe(check);
  });

  test('is compared with what the guide says, and with nothing else', () => {
    expect(sampleAnswerOf('NCT04698070').shown.comparison?.guide.some(({ disagrees }) => disagrees)).toBe(
      true,
    );
    // A finding of a publication is no claim of the guide; a trial we do not hold has none.
    expect(sampleAnswerOf('NCT01874951').shown.comparison).toBeUndefined();
    expect(sampleAnswerOf('NCT09999999').shown.comparison).toBeUndefined();
  });
});

describe('without asking', () => {
  test('our copy has its lines with its date, and is compared', () => {
    const { copy, comparison } = showBundled('NCT04698070', needsOf('NCT04698070'));
    expect(copy?.copied).toBe('copy of Feb 2024');
    expect(copy?.lines).toContainEqual({ name: 'Size', text: '2304 people' });
    expect(comparison?.conditions).toEqual([{ text: 'Acute malnutrition in childhood', disagrees: true }]);
  });

  test.each(['NCT09999999', 'ISRCTN12345678', 'ACTRN12622000881730'])(
    '%s, which we do not hold, can be cited and no more',
    (id) => {
      const { copy, comparison, citations } = showBundled(id, needsOf(id));
      expect([copy, comparison]).toEqual([undefined, undefined]);
      expect(citations.plain).toBe(id);
      expect(citations.markdown).toContain('(accessed 2026-11-23)');
    },
  );
});
