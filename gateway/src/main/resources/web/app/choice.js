import { LitElement, html, nothing } from 'lit';
import { code as named, t } from './i18n.js';

const MANY = 12;

/** A filter of one dimension: any number of codes, all where none is chosen. */
class Choice extends LitElement {
  static properties = { dimension: { attribute: false }, value: {}, search: { state: true } };

  constructor() {
    super();
    this.search = '';
    this.close = (event) => {
      const box = this.querySelector('details');
      if (box?.open && !this.contains(event.target)) box.open = false;
    };
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.close);
    document.addEventListener('focusin', this.close);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.close);
    document.removeEventListener('focusin', this.close);
  }

  get chosen() {
    return this.value ? this.value.replace(/^!/, '').split(',') : [];
  }

  render() {
    const { codes } = this.dimension;
    const sought = this.search.toLowerCase();
    const shown = codes.filter((c) => named(c.code, c.label).toLowerCase().includes(sought));
    return html`
      <details class="choice" @keydown=${this.#escape}>
        <summary><span class="label">${named(this.dimension.code, this.dimension.label)}</span><b>${this.#summary(codes)}</b></summary>
        <fieldset>
          <legend class="visually-hidden">${named(this.dimension.code, this.dimension.label)}</legend>
          ${codes.length > MANY
            ? html`<input type="search" aria-label=${t('Find in the list')} placeholder=${t('Find in the list')}
                .value=${this.search} @input=${(e) => (this.search = e.target.value)}>`
            : nothing}
          <div class="options">
            ${shown.map((c) => html`<label><input type="checkbox" .checked=${this.chosen.includes(c.code)}
              @change=${() => this.#toggle(c.code)}> ${named(c.code, c.label)}</label>`)}
          </div>
          <button type="button" class="quiet" ?disabled=${!this.value} @click=${() => this.#say('')}>${t('All')}</button>
        </fieldset>
      </details>`;
  }

  #summary(codes) {
    const { chosen } = this;
    if (chosen.length === 0) return t('All');
    const first = codes.find((c) => c.code === chosen[0]);
    const name = (this.value.startsWith('!') ? `${t('not')} ` : '') + named(chosen[0], first?.label ?? chosen[0]);
    return chosen.length === 1 ? name : `${name} +${chosen.length - 1}`;
  }

  #toggle(code) {
    const { chosen } = this;
    const next = chosen.includes(code) ? chosen.filter((c) => c !== code) : [...chosen, code];
    this.#say((next.length && this.value?.startsWith('!') ? '!' : '') + next.join(','));
  }

  #say(value) {
    this.dispatchEvent(new CustomEvent('choose', { detail: value }));
  }

  #escape(event) {
    if (event.key !== 'Escape') return;
    event.currentTarget.open = false;
    event.currentTarget.querySelector('summary').focus();
  }
}
customElements.define('puente-choice', Choice);
