import type { ComponentChildren, FunctionComponent, VNode } from 'preact';
import type { CardNode } from '@/core/card-node.ts';
import { Part } from './Part.tsx';

/** What a component does at an event; it is given the element as the event's `currentTarget`, if anything. */
export type Handler = (event?: { readonly currentTarget: Element }) => void;

type Props = Readonly<Record<string, unknown>> & { readonly children?: ComponentChildren };

/**
 * What components draw, as plain data. They are only called, so they keep nothing and ask for nothing: all that they show
 * comes with their props. `pressOf` says what a handler does; `undefined` when that is nothing.
 */
export function cardNodes<Press>(
  drawn: ComponentChildren,
  pressOf: (handler: Handler) => Press | undefined,
): CardNode<Press> {
  if (drawn === null || drawn === undefined || typeof drawn === 'boolean') return null;
  if (typeof drawn !== 'object') return String(drawn);
  if (Array.isArray(drawn)) return { children: drawn.map((each) => cardNodes<Press>(each, pressOf)) };
  // What has been said already goes in as it is.
  if (!isElement(drawn)) return drawn as CardNode<Press>;
  const { type, props } = drawn;
  const key = drawn.key != null && { key: String(drawn.key) };
  if (typeof type === 'function') {
    const inner = type === Part ? props.children : (type as FunctionComponent<Props>)(props);
    const part = type === Part && { part: props.name };
    const node = cardNodes<Press>(inner as ComponentChildren, pressOf);
    return key || part ? ({ ...key, ...part, children: [node] } as CardNode<Press>) : node;
  }
  const attributes: Record<string, string> = {};
  const on: Record<string, Press> = {};
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children') continue;
    if (typeof value === 'function') {
      const press = pressOf(value as Handler);
      if (press !== undefined) on[name.slice(2).toLowerCase()] = press;
    } else {
      const written = attributeText(name, value);
      if (written !== undefined) attributes[name] = written;
    }
  }
  const { children } = props;
  return {
    ...key,
    tag: type,
    attributes,
    ...(Object.keys(on).length > 0 && { on }),
    children: (Array.isArray(children) ? children : [children]).map((each) => cardNodes(each, pressOf)),
  };
}

function isElement(drawn: object): drawn is VNode<Props> {
  return 'type' in drawn;
}

/** In HTML some attributes say yes and no, others by being there or not. */
function attributeText(name: string, value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  const saysNo = /-|^spellcheck$/.test(name);
  return typeof value !== 'boolean' || saysNo ? String(value) : value ? '' : undefined;
}
