import { createElement, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { offer, wordsIn } from './framework-page.ts';

const host = document.body.appendChild(document.createElement('main'));
const report = (error: unknown): void => reportError(error);
const root = createRoot(host, { onUncaughtError: report, onRecoverableError: report });

function view(state: number): ReactNode {
  const { lead, name, isBold, items } = wordsIn(state);
  return createElement(
    'div',
    null,
    createElement('p', null, lead, name, ' of it'),
    createElement(isBold ? 'b' : 'i', null, 'low-dose ', 'naltrexone'),
    createElement(
      'ul',
      null,
      items.map((item) => createElement('li', { key: item }, item)),
    ),
  );
}

offer(async (state) => flushSync(() => root.render(view(state))));
