import type { Frame, JSHandle } from 'puppeteer-core';

// The element that carries the popover.
const hostName = 'naltrexone-gloss';

/** What puppeteer keeps to itself: the WebDriver BiDi connection of Firefox, and a frame's id on it. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ readonly result: BidiResult }>;
}
/** What Chromium gives content scripts. */
interface ContentScriptGlobal {
  readonly chrome: { readonly dom: { openOrClosedShadowRoot(of: Element): ShadowRoot | null } };
}
interface BidiResult {
  readonly type: 'success' | 'exception';
  readonly exceptionDetails?: { readonly text: string };
  readonly result: { readonly value?: { readonly shadowRoot?: { readonly sharedId: string } } & string };
}

/**
 * Runs a function inside the popover's closed shadow root and gives what it returns; `undefined` when no popover is
 * there. The function gets the root and the arguments; it may use nothing from outside of itself.
 */
export async function insidePopover<Args extends readonly unknown[], Result>(
  frame: Frame,
  look: (root: ShadowRoot, ...args: Args) => Result | Promise<Result>,
  ...args: Args
): Promise<Result | undefined> {
  return connectionOf(frame) ? insideByBidi(frame, look, args) : insideByContentScript(frame, look, args);
}

/** Chromium opens closed roots to content scripts, and lets a debugger run code as one. */
async function insideByContentScript<Args extends readonly unknown[], Result>(
  frame: Frame,
  look: (root: ShadowRoot, ...args: Args) => Result | Promise<Result>,
  args: Args,
): Promise<Result | undefined> {
  const script = frame.extensionRealms()[0];
  if (!script) return undefined;
  const root: JSHandle<ShadowRoot | null> = await script.evaluateHandle((name) => {
    const host = document.querySelector(name);
    const { dom } = (globalThis as unknown as ContentScriptGlobal).chrome;
    return host ? dom.openOrClosedShadowRoot(host) : null;
  }, hostName);
  try {
    const isThere = await root.evaluate((found) => found !== null);
    // The types of evaluate() cannot follow a function whose own arguments are generic.
    const run = root.evaluate.bind(root) as unknown as (work: typeof look, ...rest: Args) => Promise<Result>;
    return isThere ? await run(look, ...args) : undefined;
  } finally {
    await root.dispose();
  }
}

/** Firefox hands out closed roots when a node is described. */
async function insideByBidi<Args extends readonly unknown[], Result>(
  frame: Frame,
  look: (root: ShadowRoot, ...args: Args) => Result | Promise<Result>,
  args: Args,
): Promise<Result | undefined> {
  const connection = connectionOf(frame);
  const target = { context: (frame as unknown as { readonly _id: string })._id };
  const described = await connection?.send('script.evaluate', {
    expression: `document.querySelector('${hostName}')`,
    target,
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
  });
  const sharedId = described?.result.result?.value?.shadowRoot?.sharedId;
  if (!sharedId) return undefined;
  const answer = await connection?.send('script.callFunction', {
    functionDeclaration: `async (root, args) => JSON.stringify([await (${look})(root, ...JSON.parse(args))])`,
    arguments: [{ sharedId }, { type: 'string', value: JSON.stringify(args) }],
    target,
    awaitPromise: true,
  });
  if (answer?.result.type === 'exception') throw new Error(answer.result.exceptionDetails?.text);
  const json = answer?.result.result.value;
  return json === undefined ? undefined : JSON.parse(json)[0];
}

function connectionOf(frame: Frame): BidiConnection | undefined {
  const browser = frame.page().browser() as unknown as { readonly connection?: BidiConnection };
  return browser.connection;
}
