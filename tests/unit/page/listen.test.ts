// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { listen, refuseUntrusted } from '@/page/listen.ts';

/** What a browser makes when a person does something. */
function trusted(event: Event): Event {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

test('hears what a person did', () => {
  const hear = vi.fn();
  listen(document, 'click', hear, new AbortController().signal);
  document.dispatchEvent(trusted(new MouseEvent('click')));
  expect(hear).toHaveBeenCalledTimes(1);
});

test('does not hear what a page made up, of whatever type', () => {
  const hear = vi.fn();
  const { signal } = new AbortController();
  for (const type of ['pointermove', 'pointerover', 'pointerdown', 'click', 'keydown', 'focusin', 'scroll']) {
    listen(document, type, hear, signal);
    document.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }
  expect(hear).not.toHaveBeenCalled();
});

test('ends with its signal', () => {
  const hear = vi.fn();
  const controller = new AbortController();
  listen(document, 'click', hear, controller.signal);
  controller.abort();
  document.dispatchEvent(trusted(new MouseEvent('click')));
  expect(hear).not.toHaveBeenCalled();
});

test('a page cannot press what is inside', () => {
  const press = vi.fn();
  const outer = document.createElement('div');
  const button = outer.appendChild(document.createElement('button'));
  button.addEventListener('click', press);
  refuseUntrusted(outer, ['click'], new AbortController().signal);
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  expect(press).not.toHaveBeenCalled();
  button.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true })));
  expect(press).toHaveBeenCalledTimes(1);
});

test('nobody else listens on a page: addEventListener is for signals', () => {
  const offenders = ['page', 'explaining', 'entrypoints/content', 'components'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && file !== 'listen.ts')
      .flatMap((file) =>
        readFileSync(join(room, file), 'utf8')
          .split('\n')
          .filter(
            (line) =>
              /\baddEventListener\b|\.on[a-z]+ = /.test(line) && !/\bsignal\.addEventListener/.test(line),
          )
          .map((line) => `${room}/${file}: ${line.trim()}`),
      ),
  );
  expect(offenders).toEqual([]);
});
