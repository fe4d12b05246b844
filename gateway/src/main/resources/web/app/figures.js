import { html, nothing } from 'lit';
import { API, Load, empty, served } from './api.js';
import { day, number, period } from './format.js';
import { code, t } from './i18n.js';
import { address, query } from './route.js';
import { View } from './view.js';

export const VERDICTS = {
  'matches-then': 'good', 'matches-now': 'good', rounded: 'good', 'scope-mismatch': 'warn', 'peak-not-mean': 'warn',
  contradicted: 'bad', 'not-testable': '', 'not-reproducible': '',
};
const COMPARATORS = ['exactly', 'about', 'nearly', 'up-to', 'over', 'under', 'at-least', 'no-more-than'];
const UNITS = { encounters: 'encounters', 'encounters-per-day': 'encounters/day' };
const CLAIM = ['metric', 'region', 'component', 'citizenship', 'from', 'to', 'comparator', 'value', 'saidOn'];
const EXAMPLE = { metric: 'encounters', region: 'southwest', from: '2022-10', to: '2023-09', comparator: 'exactly', value: '3201144' };

class Figures extends View {
  static view = 'figures';

  constructor() {
    super();
    this.ledger = new Load(this);
    this.verdict = new Load(this);
    this.own = new Load(this);
    this.scopes = new Load(this);
    this.dimensions = new Load(this);
  }

  willUpdate() {
    const { verdict, figure, scopeOf, period: of } = this.params;
    this.ledger.request(`/figures${query({ verdict, limit: 200 })}`);
    this.dimensions.request('/encounters/dimensions');
    this.verdict.request(figure ? `/figures/${encodeURIComponent(figure)}/check` : null);
    const claim = this.claim();
    this.own.request(claim ? '/figures/check' : null, claim ?? undefined);
    this.scopes.request(scopeOf ? `/figures/scopes${query({ value: scopeOf, period: of })}` : null);
  }

  /** The figure in the address, as the API takes it; null where none was typed. */
  claim() {
    const { value, metric = 'encounters', region, component, citizenship, from, to, comparator = 'exactly', saidOn } = this.params;
    if (!value) return null;
    const filters = Object.fromEntries(Object.entries({ region, component, citizenship }).filter(([, v]) => v));
    return { metric, filters, period: { from, to: to || from }, comparator, value: Number(value), unit: UNITS[metric], ...(saidOn && { saidOn }) };
  }

  render() {
    return html`
      <h1>${t('Figures')}<small>${t('What was said about the border, checked against the data of that day and of today')}</small></h1>
      <div class="tools">${this.#ownForm()}${this.#scopeForm()}</div>
      <h2>${t('The ledger')}</h2>
      <form class="controls" aria-label=${t('Filters')} @submit=${(e) => e.preventDefault()}><div class="row">
        ${this.select('verdict', t('Verdict'), Object.keys(VERDICTS), { none: t('all') })}</div></form>
      ${this.ledger.view((data) => data.items.length ? this.#list(data) : empty(t('No figure has this verdict.')))}`;
  }

  #list({ items, total }) {
    return html`<p class="tag">${t('{n} figures', { n: total })}</p>
      <ul class="list">${items.map((f) => html`<li>
        <a lang="en" href=${address('figures', { ...this.params, figure: f.slug === this.params.figure ? '' : f.slug })}
          aria-current=${f.slug === this.params.figure}>${f.statement}</a>
        <p><span class="badge ${VERDICTS[f.verdict] ?? ''}">${code(f.verdict ?? 'not-assessed')}</span>
          ${f.speaker ? html`<span lang="en">${f.speaker}</span> · ` : nothing}${day(f.claim.saidOn)} · <span lang="en">${f.source?.title}</span></p>
        ${f.slug === this.params.figure ? this.verdict.view((check) => outcome(check, `/figures/${f.slug}/check`)) : nothing}</li>`)}</ul>`;
  }

  #ownForm() {
    const codes = (d) => this.dimensions.data?.dimensions.find((x) => x.code === d)?.codes ?? [];
    const p = this.params;
    const slice = (d, label) => html`<label class="field"><span>${label}</span><select name=${d}><option value="">${t('All')}</option>
      ${codes(d).map((c) => html`<option value=${c.code} ?selected=${p[d] === c.code}>${code(c.code, c.label)}</option>`)}</select></label>`;
    const choice = (name, label, values, chosen) => html`<label class="field"><span>${label}</span><select name=${name}>
      ${values.map((v) => html`<option value=${v} ?selected=${v === chosen}>${code(v)}</option>`)}</select></label>`;
    return html`<section class="verdict"><h2>${t('Check a figure of your own')}</h2>
      <form @submit=${(e) => this.#submit(e, CLAIM)} aria-label=${t('Check a figure of your own')}>
        <div class="row">
          ${choice('comparator', t('It was said to be'), COMPARATORS, p.comparator ?? 'exactly')}
          <label class="field"><span>${t('Figure')}</span><input name="value" type="number" step="any" required .value=${p.value ?? ''}></label>
          ${choice('metric', t('of'), Object.keys(UNITS), p.metric ?? 'encounters')}
        </div><div class="row">
          ${slice('region', t('Border region'))}${slice('component', t('CBP component'))}${slice('citizenship', t('Citizenship'))}
        </div><div class="row">
          <label class="field"><span>${t('First month')}</span><input name="from" type="month" placeholder="YYYY-MM" required .value=${p.from ?? ''}></label>
          <label class="field"><span>${t('Last month')}</span><input name="to" type="month" placeholder="YYYY-MM" .value=${p.to ?? ''}></label>
          <label class="field"><span>${t('Said on')}</span><input name="saidOn" type="date" .value=${p.saidOn ?? ''}></label>
          <button class="primary">${t('Check')}</button>
          <a class="reset" href=${address('figures', EXAMPLE)}>${t('An example')}</a>
        </div></form>
      ${this.own.view((check) => outcome(check, null))}</section>`;
  }

  #scopeForm() {
    const p = this.params;
    return html`<section class="verdict"><h2>${t('Which slice of the data is this number?')}</h2>
      <form @submit=${(e) => this.#submit(e, ['scopeOf', 'period'])} aria-label=${t('Which slice of the data is this number?')}>
        <div class="row">
          <label class="field"><span>${t('Number')}</span><input name="scopeOf" type="number" step="any" required .value=${p.scopeOf ?? ''}></label>
          <label class="field"><span>${t('Period, such as 2023-11 or FY2023')}</span><input name="period" required .value=${p.period ?? ''}></label>
          <button class="primary">${t('Find')}</button>
          <a class="reset" href=${address('figures', { scopeOf: '3201144', period: 'FY2023' })}>${t('An example')}</a>
        </div></form>
      ${this.scopes.view((data) => data.items.length ? slices(data.items) : empty(t('No slice of this period gives that number.')))}</section>`;
  }

  #submit(event, names) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.change(Object.fromEntries(names.map((name) => [name, form.get(name)])));
  }
}
customElements.define('puente-figures', Figures);

/** One verdict: the value of then, the value of now, the rule and the reason. */
function outcome(check, path) {
  const side = (title, value) => value && html`<div><dt>${title}</dt><dd>${number(value.value, 2)} <small>${code(value.unit)}</small>
    ${value.permalink ? html`<a href=${served(value.permalink)}>${t('Permalink')}</a>` : nothing}
    ${value.value === null && value.reason ? html`<small lang="en">${value.reason}</small>` : nothing}</dd></div>`;
  return html`<div class="verdict" role="status">
    <h3><span class="badge ${VERDICTS[check.verdict] ?? ''}">${code(check.verdict)}</span></h3>
    <p lang="en">${check.why}</p>
    <dl class="pair">${side(t('As published by {day}', { day: day(check.then?.asOf) }), check.then)}${side(t('As published today'), check.now)}</dl>
    <p class="source" lang="en">${check.rule}</p>
    ${check.rightFor?.length ? html`<h3>${t('The number is right for')}</h3>${slices(check.rightFor)}` : nothing}
    ${check.notes?.length ? html`<ul class="notes" lang="en">${check.notes.map((n) => html`<li>${n}</li>`)}</ul>` : nothing}
    ${path ? html`<p class="source"><a href=${API + path}>GET ${API}${path}</a></p>` : nothing}</div>`;
}

const slices = (items) => html`<ul class="list">${items.map((s) => html`<li>
  <a lang="en" href=${address('series', { dataset: 'encounters', ...s.filters, from: s.from, to: s.to })}>${s.description}</a>
  <p><span class="badge ${s.closeness === 'exact' ? 'good' : 'warn'}">${code(s.closeness)}</span> ${number(s.value, 2)}
    · ${t('difference')} ${number(s.difference, 2)} · ${period(s.from)} – ${period(s.to)} · <a href=${served(s.permalink)}>${t('Permalink')}</a></p></li>`)}</ul>`;
