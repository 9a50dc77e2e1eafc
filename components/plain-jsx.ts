import type { ComponentChildren, VNode } from 'preact';

/**
 * What JSX becomes in scripts that go into pages, in place of `preact/jsx-runtime`: a component and its props, no more.
 * `cardNodes` calls it. So pages carry none of Preact.
 */
export function jsx(type: VNode['type'], props: VNode['props'], key?: VNode['key']) {
  return { type, props, key };
}

export { jsx as jsxs };

/** Several pieces in a row. */
export function Fragment({ children }: { children?: ComponentChildren }): ComponentChildren {
  return children;
}
