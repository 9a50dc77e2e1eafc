/** How a card looks when the background that has the style is gone: enough to read what happened. */
export const plainStyle = `
:host { all: initial !important; color-scheme: light dark !important; }
.ng-frame {
  position: fixed; inset: auto; margin: 0; max-width: min(22rem, 90vw); padding: 0.75rem 1rem; overflow: auto;
  border: 1px solid; border-radius: 0.5rem; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif;
}
.ng-icon { width: 1em; }
.ng-unseen { position: absolute; clip-path: inset(50%); }
`;
