// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isCode, readsAsCode } from '@/page/is-code.ts';

test.each([
  [
    'a paper',
    'Post-traumatic stress disorder (PTSD) is common.\n\nMethods\n  We asked 240 people (120 women).',
    false,
  ],
  [
    'a letter with addresses',
    'Dear all,\n\nplease see https://example.org/a_b?c=1 and write to a@b.org.\n\nYours',
    false,
  ],
  [
    'a table in plain text',
    'Group      n   Mean (SD)\nLDN       20   12.1 (3.2)\nPlacebo   20   14.0 (2.9)',
    false,
  ],
  [
    'references',
    '[1] Smith J. Naltrexone. J Psych. 2019;12(3):45-51.\n[2] Doe A. PTSD. Lancet. 2020;1:2.',
    false,
  ],
  ['nothing', '  \n ', false],
  ['a program', 'function f(x) {\n  return x + 1;\n}', true],
  ['a program in Python', 'def f(x):\n    return g(x)\n\nfor i in range(3):\n    print(f(i))', true],
  ['a session in a shell', '$ npm install\n$ npm test\n> done', true],
  ['markup', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>', true],
  ['settings', '{\n  "name": "x",\n  "size": [1, 2]\n}', true],
])('%s', (_what, text, expected) => {
  expect(readsAsCode(text)).toBe(expected);
});

test.each([
  ['<pre>low dose</pre>', false],
  ['<pre class="language-js">low dose</pre>', true],
  ['<pre class="brush: js">low dose</pre>', true],
  ['<pre data-lang="r">low dose</pre>', true],
  ['<div class="highlight-source-shell"><pre>low dose</pre></div>', true],
  ['<div class="article"><pre class="moz-quote-pre">low dose</pre></div>', false],
])('%s', (html, expected) => {
  document.body.innerHTML = html;
  const pre = document.querySelector('pre');
  expect(pre && isCode(pre)).toBe(expected);
});
