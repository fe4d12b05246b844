import { html, nothing } from 'lit';
import { API, Load, empty } from './api.js';
import { day } from './format.js';
import { code, t } from './i18n.js';
import { CLAIM, COMPARATORS, METRICS, SCOPE_UNITS, WHOLE, claimOf } from './metrics.js';
import { VERDICTS, outcome, scopeLink, slices } from './outcome.js';
import { address, query } from './route.js';
import { View } from './view.js';

const DATASETS = ['encounters', 'drug-seizures'];
const EXAMPLE = { metric: 'encounters', region: 'southwest', from: '2022-10', to: '2023-09', comparator: 'exactly', value: '3201144' };
const SCOPE_EXAMPLE = { scopeOf: '3201144', period: 'FY2023' };
const SCOPE = ['scopeOf', 'scopeUnit', 'period', 'scopeAsOf'];

class Figures extends View {
  static view = 'figures';

  constructor() {
    super();
    this.ledger = new Load(this);
    this.verdict = new Load(this);
    this.own = new Load(this);
    this.scopes = new Load(this);
    this.dimensions = Object.fromEntries(DATASETS.map((dataset) => [dataset, new Load(this)]));
  }

  willUpdate() {
    const { verdict, figure, scopeOf, scopeUnit, scopeAsOf, period } = this.params;
    this.ledger.request(`/figures${query({ verdict, limit: 200 })}`);
    this.dimensions.encounters.request('/encounters/dimensions');
    if (this.#metric().dataset === 'drug-seizures' || figure || scopeOf) this.dimensions['drug-seizures'].request('/drug-seizures/dimensions');
    this.verdict.request(figure ? `/figures/${encodeURIComponent(figure)}/check` : null);
    const claim = claimOf(this.params, this.#dimensions().map((d) => d.code));
    this.own.request(claim ? '/figures/check' : null, claim ?? undefined);
    this.scopes.request(scopeOf ? `/figures/scopes${query({ value: scopeOf, unit: scopeUnit, period, asOf: scopeAsOf })}` : null);
  }

  #metric() {
    return METRICS[this.params.metric] ?? METRICS.encounters;
  }

  #dimensions(dataset = this.#metric().dataset) {
    return this.dimensions[dataset].data?.dimensions.filter((d) => d.codes.length) ?? [];
  }

  render() {
    return html`
      <h1>${t('Figures')}<small>${t('What was said about the border, checked against the data of that day and of today')}</small></h1>
      <div class="tools">${this.#ownForm()}${this.#scopeForm()}</div>
      <section><h2>${t('The ledger')}</h2>
      <form class="controls" aria-label=${t('Filters')} @submit=${(e) => e.preventDefault()}><div class="row">
        ${this.select('verdict', t('Verdict'), Object.keys(VERDICTS), { none: t('all') })}</div></form>
      ${this.ledger.view((data) => data.items.length ? this.#list(data) : empty(t('No figure has this verdict.')))}</section>`;
  }

  #list({ items, total }) {
    return html`<p class="tag">${t('Figures: {n}', { n: total })}</p>
      <ul class="list">${items.map((f) => html`<li>
        <a lang="en" href=${address('figures', { ...this.params, figure: f.slug === this.params.figure ? '' : f.slug })}
          aria-current=${f.slug === this.params.figure}>${f.statement}</a>
        <p><span class="badge ${VERDICTS[f.verdict] ?? ''}">${code(f.verdict ?? 'not-assessed')}</span>
          ${f.speaker ? html`<span lang="en">${f.speaker}</span> · ` : nothing}${day(f.claim.saidOn)} · <span lang="en">${f.source?.title}</span></p>
        ${f.slug === this.params.figure ? this.verdict.view((check) => this.#outcome(check, f.claim, `/figures/${f.slug}/check`)) : nothing}</li>`)}</ul>`;
  }

  #outcome(check, claim, path) {
    return outcome(check, {
      dimensions: this.#dimensions(METRICS[claim.metric]?.dataset ?? 'encounters'),
      scope: scopeLink(claim, this.params),
      dataset: METRICS[claim.metric]?.dataset,
      call: path && html`<p class="source"><a href=${API + path} translate="no">GET ${API}${path}</a></p>`,
    });
  }

  #ownForm() {
    const p = this.params;
    const { reading } = this.#metric();
    const choice = (name, text, values, chosen) => html`<label class="field"><span>${text}</span><select name=${name}>
      ${values.map((v) => html`<option value=${v} ?selected=${v === chosen}>${code(v)}</option>`)}</select></label>`;
    const figure = (name, text) => html`<label class="field"><span>${text}</span><input name=${name} type="number" step="any" required .value=${p[name] ?? ''}></label>`;
    const claim = claimOf(p, this.#dimensions().map((d) => d.code));
    return html`<section class="verdict"><h2>${t('Check a figure of your own')}</h2>
      <form @submit=${(e) => this.#submit(e, CLAIM)} @change=${(e) => this.#keep(e)} aria-label=${t('Check a figure of your own')}>
        <div class="row">
          ${choice('metric', t('A figure of'), Object.keys(METRICS), p.metric ?? 'encounters')}
          ${choice('comparator', t('It was said to be'), COMPARATORS, p.comparator ?? 'exactly')}
          ${figure('value', t('Figure'))}
          ${p.comparator === 'between' ? figure('upperValue', t('and')) : nothing}
        </div>
        <div class="row">${this.filters(this.#dimensions())}</div>
        ${reading === 'share' ? html`<p class="legend">${t('Share of what? Without a choice, of everything.')}</p>
          <div class="row">${this.filters(this.#dimensions(), { prefix: WHOLE })}</div>` : nothing}
        <div class="row">${this.#period(reading)}</div>
        ${reading === 'change' ? html`<div class="row">${this.#month('comparedFrom', t('Compared with, from'))}${this.#month('comparedTo', t('Compared with, to'))}</div>` : nothing}
        <div class="row">
          <label class="field"><span>${t('Said on')}</span><input name="saidOn" type="date" .value=${p.saidOn ?? ''}></label>
          <button class="primary">${t('Check')}</button>
          <a class="reset" href=${address('figures', EXAMPLE)}>${t('An example')}</a>
        </div></form>
      ${this.own.view((check) => this.#outcome(check, claim, null))}</section>`;
  }

  #period(reading) {
    const days = this.params.by === 'days';
    const kind = days ? 'date' : 'month';
    return html`
      ${reading === 'rank' ? nothing : this.#month('from', days ? t('First day') : t('First month'), kind, reading !== 'highest')}
      ${this.#month('to', reading === 'rank' ? t('Month') : days ? t('Last day') : t('Last month'), kind, reading === 'rank' || reading === 'highest')}
      <label class="field"><span>${t('Period in')}</span><select name="by">
        ${['months', 'days'].map((by) => html`<option value=${by === 'months' ? '' : by} ?selected=${(by === 'days') === days}>${code(by)}</option>`)}</select></label>`;
  }

  #month(name, text, type = 'month', required = false) {
    const value = this.params[name] ?? '';
    const fits = value.length === (type === 'month' ? 7 : 10) ? value : '';
    return html`<label class="field"><span>${text}</span><input name=${name} type=${type} placeholder=${type === 'month' ? 'YYYY-MM' : 'YYYY-MM-DD'} ?required=${required} .value=${fits}></label>`;
  }

  #scopeForm() {
    const p = this.params;
    const title = t('Which slice of the data is this number?');
    return html`<section class="verdict" id="scope"><h2>${title}</h2>
      <form @submit=${(e) => this.#submit(e, SCOPE)} aria-label=${title}>
        <div class="row">
          <label class="field"><span>${t('Number')}</span><input name="scopeOf" type="number" step="any" required .value=${p.scopeOf ?? ''}></label>
          <label class="field"><span>${t('It counts')}</span><select name="scopeUnit">
            ${SCOPE_UNITS.map((u) => html`<option value=${u === 'encounters' ? '' : u} ?selected=${u === (p.scopeUnit ?? 'encounters')}>${code(u)}</option>`)}</select></label>
        </div><div class="row">
          <label class="field"><span>${t('Period, such as 2023-11, FY2023 or 2023-10/2023-12')}</span><input name="period" .value=${p.period ?? ''}></label>
          <label class="field"><span>${t('As published by')}</span><input name="scopeAsOf" type="date" .value=${p.scopeAsOf ?? ''}></label>
          <button class="primary">${t('Find')}</button>
          <a class="reset" href=${address('figures', SCOPE_EXAMPLE)}>${t('An example')}</a>
        </div></form>
      ${this.scopes.view((data) => data.items.length
        ? slices(data.items, data.unit, [...this.#dimensions('encounters'), ...this.#dimensions('drug-seizures')])
        : empty(t('No slice of this period gives that number.')))}</section>`;
  }

  /** A choice that changes what else there is to fill in is kept at once; a field that isn't valid yet stays as it is. */
  #keep(event) {
    if (!event.target.name || !event.target.validity.valid) return;
    this.change({ [event.target.name]: event.target.value }, { replace: true });
  }

  #submit(event, names) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.change(Object.fromEntries(names.map((name) => [name, form.get(name) ?? ''])));
  }
}
customElements.define('puente-figures', Figures);
