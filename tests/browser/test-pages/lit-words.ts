import { html, LitElement, type TemplateResult } from 'lit';
import { offer, wordsIn } from './framework-page.ts';

/** The same words, in a shadow tree or in the page's own. */
class LitWords extends LitElement {
  static override properties = { state: { type: Number } };
  declare state: number;

  constructor() {
    super();
    this.state = 0;
  }

  override render(): TemplateResult {
    const { lead, name, isBold, items } = wordsIn(this.state);
    return html`<p>${lead}${name} of it</p>
      ${isBold ? html`<b>low-dose ${'naltrexone'}</b>` : html`<i>low-dose ${'naltrexone'}</i>`}
      <ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  }
}

class LightWords extends LitWords {
  override createRenderRoot(): HTMLElement {
    return this;
  }
}

const isLight = document.currentScript?.dataset.light !== undefined;
customElements.define('lit-words', isLight ? LightWords : LitWords);
const element = document.body.appendChild(document.createElement('lit-words')) as LitWords;

offer(
  async (state) => {
    element.state = state;
    await element.updateComplete;
  },
  () => element.renderRoot,
);
