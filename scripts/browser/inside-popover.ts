import { type CDPSession, type Frame, type Page, ProtocolError } from 'puppeteer-core';

// The element that carries the popover.
const hostName = 'naltrexone-gloss';

/** One debugging session for each tab of Chromium. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** What puppeteer keeps to itself: the WebDriver BiDi connection of Firefox. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ readonly result: BidiResult }>;
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
  return connectionOf(frame) ? insideByBidi(frame, look, args) : insideByCdp(frame, look, args);
}

/** A world of ours in a document, and the root of the popover that was last seen in it. */
interface World {
  readonly contextId: number;
  rootId?: string | undefined;
}
const worlds = new WeakMap<Frame, World>();

/**
 * Chromium describes closed roots to a debugger. The function runs in a world of its own: a page may forbid scripts, and
 * the content script's world may be dead. World and root are kept from one look to the next: to make and find them costs
 * four questions, and who waits for a popover looks often.
 */
async function insideByCdp<Args extends readonly unknown[], Result>(
  frame: Frame,
  look: (root: ShadowRoot, ...args: Args) => Result | Promise<Result>,
  args: Args,
): Promise<Result | undefined> {
  const session = await sessionOf(frame.page());
  const world = worlds.get(frame);
  try {
    if (world) return await insideWorld(session, world, look, args);
  } catch (error) {
    // The document it was in has gone.
    if (!(error instanceof ProtocolError)) throw error;
  }
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: idOf(frame),
    worldName: 'inside-popover',
  });
  const made: World = { contextId: executionContextId };
  worlds.set(frame, made);
  return insideWorld(session, made, look, args);
}

async function insideWorld<Args extends readonly unknown[], Result>(
  session: CDPSession,
  world: World,
  look: (root: ShadowRoot, ...args: Args) => Result | Promise<Result>,
  args: Args,
): Promise<Result | undefined> {
  const wasKnown = world.rootId !== undefined;
  world.rootId ??= await rootOf(session, world.contextId);
  if (world.rootId === undefined) return undefined;
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: world.rootId,
    functionDeclaration: `async function (args) {
      if (document.querySelector('${hostName}') !== this.host) return '';
      return JSON.stringify([await (${look})(this, ...JSON.parse(args))]);
    }`,
    arguments: [{ value: JSON.stringify(args) }],
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  if (result.value !== '') return JSON.parse(result.value)[0];
  // It was another popover's.
  world.rootId = undefined;
  return wasKnown ? insideWorld(session, world, look, args) : undefined;
}

/** The closed root of the popover that is there now. */
async function rootOf(session: CDPSession, contextId: number): Promise<string | undefined> {
  const { result: host } = await session.send('Runtime.evaluate', {
    expression: `document.querySelector('${hostName}')`,
    contextId,
  });
  if (!host.objectId) return undefined;
  const { node } = await session.send('DOM.describeNode', { objectId: host.objectId });
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
  if (backendNodeId === undefined) return undefined;
  const { object: root } = await session.send('DOM.resolveNode', {
    backendNodeId,
    executionContextId: contextId,
  });
  return root.objectId;
}

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.createCDPSession();
  sessions.set(page, session);
  return session;
}

/** Firefox hands out closed roots when a node is described. */
async function insideByBidi<Args extends readonly unknown[], Result>(
  frame: Frame,
  look: (root: ShadowRoot, ...args: Args) => Result | Promise<Result>,
  args: Args,
): Promise<Result | undefined> {
  const connection = connectionOf(frame);
  // Not in the page's own world either: a page may have other functions by the names of the platform's.
  const target = { context: idOf(frame), sandbox: 'inside-popover' };
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

/** A frame's id in the protocol that drives it, which puppeteer keeps to itself. */
function idOf(frame: Frame): string {
  return (frame as unknown as { readonly _id: string })._id;
}
