import { LitElement, html, nothing } from 'lit';
import { locale } from './locale.js';
import { code as worded, foreign, label, t } from './i18n.js';

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

  get excluding() {
    return this.value?.startsWith('!') ?? false;
  }

  #named(code) {
    return label(this.dimension.code, code.code, code.label);
  }

  render() {
    const { codes } = this.dimension;
    const sought = this.search.toLowerCase();
    const shown = codes.filter((c) => this.#named(c).toLowerCase().includes(sought));
    if (codes.length > MANY) shown.sort((a, b) => (a.code === 'OTHER') - (b.code === 'OTHER') || this.#named(a).localeCompare(this.#named(b), locale()));
    const name = worded(this.dimension.code);
    const lang = foreign(this.dimension.code) ?? nothing;
    return html`
      <details class="choice" @keydown=${this.#escape} @toggle=${this.#fit}>
        <summary><span class="label">${name}</span><b lang=${this.value ? lang : nothing}>${this.#summary(codes)}</b></summary>
        <fieldset>
          <legend class="visually-hidden">${name}</legend>
          ${codes.length > MANY
            ? html`<input type="search" aria-label=${t('Find in the list')} placeholder=${t('Find in the list')}
                .value=${this.search} @input=${(e) => (this.search = e.target.value)}>`
            : nothing}
          <div class="options" lang=${lang}>
            ${shown.map((c) => html`<label><input type="checkbox" .checked=${this.chosen.includes(c.code)}
              @change=${() => this.#toggle(c.code)}> ${this.#named(c)}</label>`)}
            ${shown.length ? nothing : html`<p>${t('Nothing in the list is called so.')}</p>`}
          </div>
          <div class="ends">
            <label><input type="checkbox" .checked=${this.excluding} ?disabled=${!this.value}
              @change=${() => this.#say((this.excluding ? '' : '!') + this.chosen.join(','))}> ${t('All but these')}</label>
            <button type="button" class="quiet" ?disabled=${!this.value} @click=${() => this.#say('')}>${t('All')}</button>
          </div>
        </fieldset>
      </details>`;
  }

  #summary(codes) {
    const { chosen } = this;
    if (chosen.length === 0) return t('All');
    const first = codes.find((c) => c.code === chosen[0]) ?? { code: chosen[0] };
    const name = this.excluding ? t('all but {what}', { what: this.#named(first) }) : this.#named(first);
    return chosen.length === 1 ? name : `${name} +${chosen.length - 1}`;
  }

  #toggle(code) {
    const { chosen } = this;
    const next = chosen.includes(code) ? chosen.filter((c) => c !== code) : [...chosen, code];
    this.#say((next.length && this.excluding ? '!' : '') + next.join(','));
  }

  #say(value) {
    this.dispatchEvent(new CustomEvent('choose', { detail: value }));
  }

  /** A list that would leave the screen hangs from its right end. */
  #fit(event) {
    const list = event.currentTarget.querySelector('fieldset');
    list.classList.remove('from-right');
    list.classList.toggle('from-right', list.getBoundingClientRect().right > document.documentElement.clientWidth);
  }

  #escape(event) {
    if (event.key !== 'Escape') return;
    event.currentTarget.open = false;
    event.currentTarget.querySelector('summary').focus();
  }
}
customElements.define('puente-choice', Choice);
