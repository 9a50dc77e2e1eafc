/**
 * Stands in for WXT's content script context, which announces itself to every page with a document event and a window
 * message, and stops for any page that sends the same event. Ours says nothing and listens to nobody.
 * See docs/decisions/0003-silent-content-script.md.
 */
export class ContentScriptContext {
  readonly signal: AbortSignal = new AbortController().signal;
}
