import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesSite, readSitePattern } from '@/core/site-pattern.ts';

test.each([
  ['example.org', 'example.org'],
  [' Example.ORG ', 'example.org'],
  ['https://example.org/a/b?c', 'example.org'],
  ['*://*.example.org/*', '*.example.org'],
  ['http://localhost:8080/', 'localhost'],
  ['*', '*'],
  ['[::1]', '[::1]'],
  ['bücher.example', 'bücher.example'],
  ['', undefined],
  ['.', undefined],
  ['two words', undefined],
  ['http://me@example.org/', undefined],
  ['example.org?a b', 'example.org'],
  ['<script>', undefined],
  ['a'.repeat(300), undefined],
])('%j is kept as %j', (written, kept) => expect(readSitePattern(written)).toBe(kept));

test.each([
  ['example.org', 'example.org', true],
  ['example.org', 'www.example.org', false],
  ['*.example.org', 'www.example.org', true],
  ['*.example.org', 'a.b.example.org', true],
  ['*.example.org', 'example.org', true],
  ['*.example.org', 'badexample.org', false],
  ['*', 'example.org', true],
  ['*', '', true],
  ['*.gov', 'pubmed.ncbi.nlm.nih.gov', true],
  ['news.*', 'news.example.org', true],
  ['a*b*c', 'aXbYc', true],
  ['a*b*c', 'acb', false],
  ['a*a', 'a', false],
])('%s names %s: %s', (pattern, host, named) => expect(matchesSite(pattern, host)).toBe(named));

test('a pattern answers as the regular expression it stands for', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 8 });
  const hosts = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 10 });
  fc.assert(
    fc.property(letters, hosts, (pattern, host) => {
      const asExpression = (text: string) =>
        new RegExp(`^${text.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(host);
      const withHostItself = (text: string): boolean =>
        asExpression(text) || (text.startsWith('*.') && withHostItself(text.slice(2)));
      expect(matchesSite(pattern, host)).toBe(withHostItself(pattern));
    }),
  );
});
