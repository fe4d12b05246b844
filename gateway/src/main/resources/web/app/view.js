import { LitElement, html, nothing } from 'lit';
import { code, t } from './i18n.js';
import { address, go } from './route.js';

/** A view: it draws what the parameters of the address say, and changes by changing the address. */
export class View extends LitElement {
  static properties = { params: { attribute: false } };

  createRenderRoot() {
    return this;
  }

  /** Changes some parameters of this view; the others stay. */
  change(parameters, options) {
    go(address(this.constructor.view, { ...this.params, ...parameters }), options);
  }

  /** A drop-down of codes; the empty code stands for what is said in `none`. */
  select(name, label, codes, { none, value = this.params[name] ?? '', labels = {} } = {}) {
    return html`<label class="field"><span>${label}</span>
      <select name=${name} @change=${(e) => this.change({ [name]: e.target.value })}>
        ${none ? html`<option value="" ?selected=${value === ''}>${none}</option>` : nothing}
        ${codes.map((c) => html`<option value=${c} ?selected=${value === c}>${labels[c] ?? code(c)}</option>`)}
      </select></label>`;
  }

  /** A day or a month; an unfinished or impossible one changes nothing. */
  date(name, label, type = 'date') {
    return html`<label class="field"><span>${label}</span>
      <input type=${type} name=${name} .value=${this.params[name] ?? ''} placeholder=${type === 'month' ? 'YYYY-MM' : 'YYYY-MM-DD'}
        @change=${(e) => e.target.validity.valid && this.change({ [name]: e.target.value })}></label>`;
  }

  /** Checkboxes of which any number may be on, kept in one parameter. */
  several(name, label, codes, value = this.params[name] ?? '') {
    const on = value.split(',').filter(Boolean);
    const toggle = (c) => (on.includes(c) ? on.filter((o) => o !== c) : [...on, c]).join(',') || 'none';
    return html`<fieldset class="several"><legend>${label}</legend>
      ${codes.map((c) => html`<label><input type="checkbox" .checked=${on.includes(c)}
        @change=${() => this.change({ [name]: toggle(c) })}> ${code(c)}</label>`)}</fieldset>`;
  }
}

/** Where numbers come from: every view that shows official figures ends with it. */
export const releases = (list) => list?.length
  ? html`<p class="source">${t('Source')}: ${list.map((r, i) => html`${i ? '; ' : ''}${r.publisher ?? 'US Customs and Border Protection'}${r.title ? html`, <span lang="en">${r.title}</span>` : nothing}, ${t('published')} ${r.publishedOn} <code>${r.id}</code>`)}</p>`
  : nothing;
