import { expect, test } from 'vitest';
import { safeHref } from '@/components/safe-href.ts';

test.each([
  ['https://clinicaltrials.gov/study/NCT01874951', 'https://clinicaltrials.gov/study/NCT01874951'],
  ['HTTPS://Example.org', 'https://example.org/'],
  ['https://clinicaltrials.gov@evil.example/', undefined],
  ['https://user:word@example.org/', undefined],
  ['http://example.org/', undefined],
  ['javascript:alert(1)', undefined],
  [' javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['data:text/html,<b>x</b>', undefined],
  ['//example.org', undefined],
  ['/study/NCT01874951', undefined],
  ['https://', undefined],
  ['', undefined],
])('%j leads to %j', (address, href) => expect(safeHref(address)).toBe(href));
