import './in-page.ts';
import { type ComponentType, createElement, Fragment, type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** A React page with ten components that each look after their text in another way. */
export interface ReactPage {
  render(): void;
  /** Puts every component into this state, one after the other. */
  become(state: number): void;
  /** The text of each component. */
  texts(): string[];
  /** Errors that React reported. */
  errors(): string[];
}

/** What a component says in one of its states. */
type Words = (state: number) => ReactNode;

const components: readonly Words[] = [
  (state) => (state === 1 ? 'no name here' : 'one text on PTSD'),
  (state) => ['PTSD and ', state === 1 ? 'depression' : 'anhedonia', ' together'],
  (state) => (state === 1 ? null : 'naltrexone'),
  (state) => (state === 1 ? createElement('b', null, 'bold PTSD') : 'plain PTSD'),
  (state) => [state === 1 ? createElement('i', { key: 'i' }, 'new PTSD ') : null, 'after PTSD'],
  (state) =>
    createElement('ul', null, ...items(state).map((item) => createElement('li', { key: item }, item))),
  (state) => ['PTSD ', String(state), ' depression'],
  (state) => createElement(Fragment, null, 'PTSD', state === 1 ? 'x' : '', ' end'),
  (state) => createElement(state === 1 ? 'p' : 'div', null, 'changes its element: PTSD'),
  (state) => [
    'low-dose ',
    createElement('em', { key: 'em' }, state === 1 ? 'nothing' : 'naltrexone'),
    ' daily',
  ],
];

const setters: ((state: number) => void)[] = [];
const errors: string[] = [];

function component(words: Words, index: number): ComponentType {
  return function Component() {
    const [state, setState] = useState(0);
    setters[index] = setState;
    return createElement('section', null, words(state));
  };
}

function items(state: number): string[] {
  const all = ['PTSD', 'depression', 'anhedonia'];
  return state === 1 ? all.toReversed().slice(0, 2) : all;
}

const reactPage: ReactPage = {
  render() {
    const element = document.createElement('main');
    document.body.append(element);
    const note = (error: unknown): void => {
      errors.push(String(error));
    };
    const root = createRoot(element, { onUncaughtError: note, onRecoverableError: note });
    const children = components.map((words, index) => createElement(component(words, index), { key: index }));
    flushSync(() => root.render(createElement(Fragment, null, ...children)));
  },
  become(state) {
    for (const set of setters) {
      try {
        flushSync(() => set(state));
      } catch (error) {
        errors.push(String(error));
      }
    }
  },
  texts: () => [...document.querySelectorAll('section')].map(({ textContent }) => textContent),
  errors: () => errors,
};

Object.assign(globalThis, { reactPage });
