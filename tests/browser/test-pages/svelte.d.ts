declare module '*.svelte' {
  import type { Component } from 'svelte';

  const component: Component<{ initial: number }, { become(state: number): void }>;
  // biome-ignore lint/style/noDefaultExport: that is what a component is
  export default component;
}
