import { html, nothing } from 'lit';
import { Load, empty, partial } from './api.js';
import { contrast } from './contrast.js';
import { change, day, number, plusMonths } from './format.js';
import { code, label, lang, sentences, t, titleText, titled } from './i18n.js';
import { agreementHeadline, headline } from './headline.js';
import { comparison, full } from './comparison.js';
import { rivals, rivalsOf } from './rivals.js';
import { address, query } from './route.js';
import { View, called, releases } from './view.js';

const DEFAULTS = { agreement: 'understandings-of-december-2023' };
const CONFIDENCE = { strong: 'good', moderate: 'good', weak: 'warn', refused: 'bad' };
const RIVALS = 'agreement-action,port-measure,event';
const WINDOWS = ['3', '6', '12'];

class Change extends View {
  static view = 'change';

  constructor() {
    super();
    this.agreements = new Load(this);
    this.dimensions = new Load(this);
    this.impact = new Load(this);
    this.answer = new Load(this);
    this.context = new Load(this);
  }

  willUpdate() {
    if (!this.params.agreement && !this.params.event) this.params = { ...DEFAULTS, ...this.params };
    const { agreement, event, asOf } = this.params;
    this.agreements.request('/agreements?limit=200');
    this.dimensions.request(`/${this.dataset}/dimensions`);
    this.impact.request(agreement ? `/agreements/${encodeURIComponent(agreement)}/impact${query({ asOf })}` : null);
    this.answer.request(this.path());
    const first = /^\d{4}-\d{2}-\d{2}$/.test(event ?? '') && full(event);
    this.context.request(first ? `/timeline${query({ from: `${plusMonths(first, -12)}-01`, to: `${plusMonths(first, 11)}-28`, kind: RIVALS, limit: 500 })}` : null);
  }

  get dataset() {
    return !this.params.agreement && this.params.dataset === 'drug-seizures' ? 'drug-seizures' : 'encounters';
  }

  /** The comparison itself: of the date asked for, or of the day and nationalities that the impact names. */
  path() {
    const { agreement, event, asOf, dataset, ...rest } = this.params;
    const { region = 'southwest' } = rest;
    if (!agreement) return `/${this.dataset}/change${query({ event, ...rest, region: region === 'all' ? '' : region, asOf })}`;
    const known = this.impact.state === 'there' ? this.impact.data : undefined;
    if (!known?.change) return null;
    const citizenship = known.nationalities.join(',');
    return `/encounters/change${query({ event: known.event, region: 'southwest', citizenship, contrast: citizenship && 'others', window: 12, asOf })}`;
  }

  render() {
    return html`
      <h1>${t('What changed')}<small>${this.#subject()}</small></h1>
      <p class="deck">${t('Changed after, never caused by: the same months of the year before are the measure.')}</p>
      <form class="controls" aria-label=${t('Filters')} @submit=${(e) => e.preventDefault()}>${this.#controls()}</form>
      ${this.params.agreement ? this.impact.view((impact) => this.#impact(impact)) : this.answer.view((data) => this.#date(data))}`;
  }

  #subject() {
    const { agreement, event } = this.params;
    const found = this.#record(agreement);
    return agreement ? (found ? titled(found) : agreement) : t('after {day}', { day: day(event) });
  }

  #record(slug) {
    return this.agreements.data?.items.find((a) => a.slug === slug);
  }

  #controls() {
    const { agreement, event, window: longest, citizenship } = this.params;
    return html`<div class="row">
      <label class="field wide"><span>${t('After an agreement')}</span>
        <select name="agreement" @change=${(e) => this.#after({ agreement: e.target.value })}>
          ${this.#record(agreement) ? nothing : html`<option value="" selected>${t('choose one')}</option>`}
          ${(this.agreements.data?.items ?? []).map((a) => html`<option lang=${lang() === 'en' || a.titleEs ? nothing : 'en'} value=${a.slug} ?selected=${a.slug === agreement}>${titleText(a)} (${day(a.actions[0]?.date)})</option>`)}
        </select></label>
      <label class="field"><span>${t('or after a date')}</span>
        <input type="date" name="event" .value=${event ?? ''}
          @change=${(e) => e.target.validity.valid && e.target.value && this.#after({ event: e.target.value })}></label>
      ${this.date('asOf', t('As published by'))}
      <a class="reset" href=${address('change')}>${t('Start again')}</a></div>
      ${agreement ? nothing : html`<div class="row">
        <label class="field"><span>${t('Data')}</span><select name="dataset" @change=${(e) => this.#after({ event, dataset: e.target.value })}>
          <option value="encounters" ?selected=${this.dataset === 'encounters'}>${t('Encounters')}</option>
          <option value="drug-seizures" ?selected=${this.dataset !== 'encounters'}>${t('Drug seizures')}</option></select></label>
        ${this.dataset === 'encounters' ? nothing : this.select('measure', t('Measure'), ['weight', 'events'], { value: this.params.measure ?? 'weight' })}
        ${this.filters(this.dimensions.data?.dimensions ?? [], { defaults: { region: 'southwest' } })}
        ${this.select('window', t('Full months compared'), WINDOWS, { value: longest ?? '12', labels: Object.fromEntries(WINDOWS.map((w) => [w, w])) })}
        ${citizenship && !citizenship.startsWith('!') ? this.select('contrast', t('Against other nationalities'), ['others'], { none: t('no'), labels: { others: t('all others') } }) : nothing}
      </div>`}`;
  }

  /** An agreement brings its own date and slice, so the ones chosen for a date go. */
  #after(parameters) {
    const every = Object.fromEntries(Object.keys(this.params).map((name) => [name, '']));
    const { region, asOf } = this.params;
    super.change(parameters.event ? { ...every, ...(parameters.dataset ? { region } : this.params), agreement: '', asOf, ...parameters } : { ...every, asOf, ...parameters });
  }

  change(parameters, options) {
    const noContrast = 'citizenship' in parameters && !parameters.citizenship ? { contrast: '' } : {};
    const region = parameters.region === '' ? { region: 'all' } : {};
    super.change({ ...parameters, ...noContrast, ...region }, options);
  }

  named(dimension, value) {
    return label(dimension, value, this.dimensions.data?.dimensions.find((d) => d.code === dimension)?.codes.find((c) => c.code === value)?.label);
  }

  #impact(impact) {
    const others = impact.rivals ?? [];
    return html`
      ${partial(impact.missing)}
      ${impact.change ? stated(agreementHeadline(impact, this.#record(impact.agreement.slug) ?? impact.agreement), impact.confidence) : nothing}
      <p class="tag">${code(impact.action)} ${day(impact.event)} ·
        <a href=${address('agreements', { agreement: impact.agreement.slug })}>${t('the agreement')}</a></p>
      ${impact.change ? this.answer.view((data) => this.#evidence(data, others)) : nothing}
      ${impact.rivals ? rivals(others) : nothing}
      ${this.#end(`/agreements/${impact.agreement.slug}/impact${query({ asOf: this.params.asOf })}`)}`;
  }

  #date(data) {
    const others = rivalsOf(this.context.data?.items ?? [], data.firstFullMonth);
    return html`
      ${stated(headline(data, this), data.confidence)}
      ${this.#evidence(data, others)}
      ${this.context.state === 'failed' ? html`<p class="notice partial" role="status">${t('What else happened could not be had; the figures are complete.')}</p>` : partial(this.context.data?.missing)}
      ${this.context.data ? rivals(others) : nothing}
      ${this.#end(this.path())}`;
  }

  #evidence(data, others) {
    return html`${comparison(data, others)}${windows(data)}
      ${contrast(data.contrast, this)}
      ${warnings(data)}${regression(data)}`;
  }

  #end(path) {
    return html`${releases(this.answer.data?.releases)}
      <section class="call"><h2>${t('Take it with you')}</h2>
        <p class="buttons"><a class="button" href=${`/api/v1${path}`}>JSON</a></p>${called(path)}</section>`;
  }
}
customElements.define('puente-change', Change);

const stated = (text, confidence) => html`<p class="lead">${text}</p>
  <p><span class="badge ${CONFIDENCE[confidence]}">${t('confidence')}: ${code(confidence)}</span></p>`;

function windows({ windows: all }) {
  if (all.every((w) => w.sameMonthsYearBefore === null && w.rawRatio === null)) return empty(t('No full month after the event can be compared.'));
  return html`<section><h2>${t('The same numbers')}</h2><div class="scroll" tabindex="0" role="region" aria-label=${t('Table of the same numbers')}>
    <table><thead><tr><th scope="col">${t('Full months after')}</th><th scope="col">${t('against the same months of the year before')}</th>
      <th scope="col">${t('that change in earlier years')}</th><th scope="col">${t('against the months right before')}</th><th scope="col">${t('ratio of ratios')}</th></tr></thead>
    <tbody>${all.map((w) => html`<tr><th scope="row">${w.months}</th><td><b>${change(w.sameMonthsYearBefore)}</b></td>
      <td>${w.earlierYears ? html`${change(w.earlierYears.min)} … ${change(w.earlierYears.max)}` : '–'}</td><td>${change(w.rawRatio)}</td><td>${number(w.ratioOfRatios, 2, 2)}</td></tr>`)}</tbody></table></div></section>`;
}

const warnings = (data) => data.warnings.length
  ? html`<section><h2>${t('Read this before you quote it')}</h2><ul class="notes">${sentences(data.warnings, data.warningCodes).map((w) => html`<li>${w}</li>`)}</ul></section>`
  : nothing;

function regression({ interruptedTimeSeries: its }) {
  if (!its) return nothing;
  const row = (name, x, placebo) => html`<tr><th scope="row">${name}</th><td>${number(x.estimate, 3)}</td><td>${number(x.standardError, 3)}</td><td>${number(x.p, 3)}</td><td>${number(placebo, 3)}</td></tr>`;
  return html`<details class="more"><summary>${t('Interrupted time series')} ${its.reliable ? nothing : html`<span class="badge bad">${t('not reliable')}</span>`}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('Interrupted time series')}><table><thead><tr><th scope="col">${t('on the logarithm of encounters a day')}</th><th scope="col">${t('estimate')}</th><th scope="col">${t('standard error')}</th><th scope="col">p</th><th scope="col">${t('placebo p')}</th></tr></thead>
    <tbody>${row(t('level'), its.level, its.placebo?.level)}${row(t('slope'), its.slope, its.placebo?.slope)}</tbody></table></div>
    <p class="source">Durbin-Watson ${number(its.durbinWatson, 2)} · ρ1 ${number(its.rho1, 2)} · ${t('{n} months', { n: its.months })}</p></details>`;
}
