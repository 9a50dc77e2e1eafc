// As much of React's types as the React page uses; the whole of them would be a package more.
declare module 'react' {
  export type ReactNode = string | number | null | ReactElement | readonly ReactNode[];
  export interface ReactElement {
    readonly type: unknown;
  }
  export type ComponentType = () => ReactNode;
  export const Fragment: unique symbol;
  export function createElement(
    type: string | ComponentType | typeof Fragment,
    props: { readonly key?: string | number } | null,
    ...children: readonly ReactNode[]
  ): ReactElement;
  export function useState<State>(initial: State): [State, (next: State) => void];
}

declare module 'react-dom' {
  export function flushSync(work: () => void): void;
}

declare module 'react-dom/client' {
  import type { ReactNode } from 'react';

  export function createRoot(
    element: Element,
    options: {
      readonly onUncaughtError: (error: unknown) => void;
      readonly onRecoverableError: (error: unknown) => void;
    },
  ): { render(node: ReactNode): void };
}
