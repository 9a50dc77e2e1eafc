/** Scripts of pages that work against us; each runs before anything else in the page. */

/** Every function and getter that a script of ours may use notes that it was used, in the title, and does nothing. */
export const brokenGlobals = `<script>
  const setTitle = Object.getOwnPropertyDescriptor(Document.prototype, 'title').set;
  const { defineProperty, getOwnPropertyDescriptors, entries, freeze } = Object;
  const apply = Reflect.apply;
  const used = [];
  const note = (name) => { used[used.length] = name; apply(setTitle, document, ['used: ' + name + ' ' + used.length]); };
  addEventListener('load', () => {
    const owners = [Array, Map, Set, WeakMap, Promise, String, RegExp, Node, Element, HTMLElement, Text, CharacterData,
      Document, ShadowRoot, DocumentFragment, EventTarget, Range, StaticRange, CSSStyleSheet, MutationObserver,
      IntersectionObserver, ResizeObserver, Highlight, HighlightRegistry, AbortController, AbortSignal, Selection,
      TreeWalker, CustomElementRegistry, DOMImplementation].map((owner) => owner.prototype).concat([Array, Promise, JSON, Reflect, Object, window]);
    for (const owner of owners) {
      for (const [name, { value }] of entries(getOwnPropertyDescriptors(owner))) {
        if (typeof value !== 'function' || name === 'constructor' || name[0] <= 'Z') continue;
        try { owner[name] = function () { note(name); }; } catch {}
      }
    }
    for (const name of ['question', 'with', 'entry', 'then', 'css', 'kinds', 'sites', 'get', 'set', 'order', 'mention', 'place'])
      defineProperty(Object.prototype, name, { get() { note('get ' + name); }, set() { note('set ' + name); } });
    freeze(Object.prototype);
    freeze(Array.prototype);
    freeze(Node.prototype);
    // What has been noted so far is this very script's.
    used.length = 0;
    apply(setTitle, document, ['Against us']);
  });
</script>`;

/**
 * Defines an element by our name, and holds whatever the platform gives its definition; looks through everything else that
 * names nodes. By what it got hold of inside our card is in `grasped`, the card's root in `graspedRoot`.
 */
export const grasping = `<script>
  window.grasped = [];
  const grasp = (by, node) => {
    if (!(node instanceof Node)) return;
    const root = node.getRootNode();
    if (!(root instanceof ShadowRoot)) return;
    window.graspedRoot = root;
    if (!window.grasped.includes(by)) window.grasped.push(by);
  };
  customElements.define('naltrexone-gloss', class extends HTMLElement {
    constructor() {
      super();
      window.internals = this.attachInternals();
      try { this.attachShadow({ mode: 'open' }); } catch {}
      grasp('constructor', window.internals.shadowRoot);
    }
    connectedCallback() {
      grasp('connected', window.internals.shadowRoot);
    }
  });
  for (const type of ['event', 'first-input', 'layout-shift', 'largest-contentful-paint', 'element']) {
    try {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          for (const node of [entry.target, entry.element, ...(entry.sources ?? []).map((source) => source.node)]) grasp(type, node);
      }).observe({ type, buffered: true, durationThreshold: 16 });
    } catch {}
  }
  const types = ['pointerdown', 'pointerup', 'click', 'mousemove', 'pointerover', 'focusin', 'focusout', 'keydown', 'toggle',
    'beforetoggle', 'animationstart', 'transitionrun', 'wheel', 'scroll', 'selectstart', 'selectionchange', 'copy'];
  for (const type of types) {
    for (const phase of [true, false]) {
      addEventListener(type, (event) => {
        for (const name in event) grasp(name, event[name]);
        for (const node of event.composedPath()) grasp('path', node);
      }, phase);
    }
  }
  const look = () => {
    for (const animation of document.getAnimations()) grasp('animation', animation.effect?.target);
    grasp('active', document.activeElement);
    for (const y of [150, 200, 250, 300]) {
      for (const node of document.elementsFromPoint(130, y)) grasp('point', node);
      grasp('caret', document.caretPositionFromPoint?.(130, y)?.offsetNode);
    }
    grasp('selection', getSelection().anchorNode);
    grasp('internals', window.internals?.shadowRoot);
    requestAnimationFrame(look);
  };
  look();
</script>`;

/** Takes our element away whenever it comes, clears our highlights and the style sheets in every frame. */
export const sweeping = `<script>
  window.isSweeping = true;
  window.swept = 0;
  const sweep = () => {
    if (!window.isSweeping) return;
    for (const host of document.querySelectorAll('naltrexone-gloss')) { host.remove(); window.swept += 1; }
  };
  const sweepAll = () => {
    sweep();
    if (window.isSweeping) { CSS.highlights.clear(); document.adoptedStyleSheets = []; }
    requestAnimationFrame(sweepAll);
  };
  new MutationObserver(sweep).observe(document, { childList: true, subtree: true, attributes: true });
  setInterval(sweep);
  sweepAll();
</script>`;

/** Hears every event first and lets nobody else hear those of keys; takes the focus to itself all the time. */
export const trapping = `<input id="trap" style="position: fixed; left: 100px; top: 40px">
<script>
  for (const type of ['keydown', 'keypress', 'keyup'])
    addEventListener(type, (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true);
  setInterval(() => document.querySelector('#trap').focus(), 20);
</script>`;
