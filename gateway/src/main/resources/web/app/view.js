import { LitElement, html, nothing } from 'lit';
import { API } from './api.js';
import { day } from './format.js';
import { code, lang, t } from './i18n.js';
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

  /** A filter for each dimension, kept in parameters of their own; `prefix` keeps two sets apart, `all` undoes a default. */
  filters(dimensions, { prefix = '', defaults = {} } = {}) {
    const value = (d) => (this.params[prefix + d.code] ?? defaults[d.code] ?? '').replace(/^all$/, '');
    return dimensions.filter((d) => d.codes.length).map((d) => html`<puente-choice .dimension=${d} .value=${value(d)}
      @choose=${(e) => this.change({ [prefix + d.code]: e.detail })}></puente-choice>`);
  }
}

const CBP = 'US Customs and Border Protection';

const publisher = (name) => (name === CBP || !name ? t(CBP) : html`<span lang="en">${name}</span>`);

/** One line below a chart: who counted, and when that was published. */
export function source(list) {
  if (!list?.length) return nothing;
  const days = [...new Set(list.map((r) => r.publishedOn))].sort();
  const published = days.length > 2 ? `${day(days[0])} – ${day(days.at(-1))}` : days.map((d) => day(d)).join(', ');
  return html`<span class="cited">${t('Source')}: ${publisher(list[0].publisher)} (${t('published')} ${published})</span>`;
}

/** Where numbers come from: every view that shows official figures ends with it. */
export const releases = (list) => list?.length
  ? html`<details class="more releases"><summary>${t('The official files behind these figures')} (${list.length})</summary>
      <ul class="notes">${list.map((r) => html`<li>${publisher(r.publisher)}${r.title ? html`, <span lang="en">${r.title}</span>` : nothing}, ${t('published')} ${day(r.publishedOn)}
        · <a href="${API}/releases/${r.id}" translate="no"><code>${r.id}</code></a></li>`)}</ul></details>`
  : nothing;

/** The call behind what is shown, to be copied. */
export const called = (path) => html`<p class="scroll call-line" tabindex="0" role="region" aria-label=${t('The API call')}><code translate="no">GET ${API}${path}</code></p>`;

/** What the API cites as, in the words that it gives for citing. */
export const cited = (citation) => citation
  ? html`<p class="source">${t('Cite as')}: <span lang=${lang() === 'en' ? nothing : 'en'}>${citation}</span></p>`
  : nothing;
