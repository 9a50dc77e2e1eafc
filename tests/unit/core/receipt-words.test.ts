import { expect, test } from 'vitest';
import type { Reason } from '@/core/mention.ts';
import { receiptWords } from '@/core/receipt-words.ts';

test.each<[reason: Reason, words: string | undefined]>([
  [
    { kind: 'defined', longForm: 'borderline personality disorder' },
    'Here BPD is borderline personality disorder, because the page says so.',
  ],
  [{ kind: 'named' }, 'Here BPD is taken for Borderline: the page names it in full, and no other meaning.'],
  [
    { kind: 'cue', cue: 'suicidal' },
    'The page does not spell out BPD. It is taken for Borderline because of words near by, such as “suicidal”.',
  ],
  [
    { kind: 'undecided', rivals: ['a', 'b', 'c', 'd'] },
    'The page does not tell what BPD means here. It can be Borderline, a, b, c or something else.',
  ],
  [
    { kind: 'undecided', rivals: [] },
    'The page does not tell what BPD means here. It can be Borderline or something else.',
  ],
  [{ kind: 'only-meaning' }, undefined],
])('%o', (reason, words) => expect(receiptWords('BPD', 'Borderline', reason)).toBe(words));
