import browser from 'webextension-polyfill';
import { isOrphan } from './is-orphan.ts';

/** What browsers give content scripts beyond the platform: Firefox on elements, Chromium in its API. */
type Shown = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };
type ApiWithDom = typeof browser & {
  readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null };
};

/** The shadow root of an element, closed ones too; `null` when it has none. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null;
  const { openOrClosedShadowRoot } = element as Shown;
  if (openOrClosedShadowRoot !== undefined) return openOrClosedShadowRoot;
  // Chromium's API throws once the extension is gone; what a page shows openly is found without it.
  if (isOrphan()) return element.shadowRoot;
  return (browser as ApiWithDom).dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
}
