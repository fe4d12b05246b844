import { html, nothing } from 'lit';
import { API, Load, empty, partial, served } from './api.js';
import { day, period } from './format.js';
import { code, foreign, label, list, sentences, t, within } from './i18n.js';
import { address, query } from './route.js';
import { Drawn } from './drawn.js';
import { legend, marksOf } from './marks.js';
import { RARE, rare } from './rare.js';
import { View, called, cited, releases, source } from './view.js';

const DEFAULTS = { dataset: 'encounters', region: 'southwest' };
const FREQUENCIES = ['month', 'quarter', 'year', 'fiscal-quarter', 'fiscal-year'];
const YEAR_TO_DATE = 'fiscal-year-to-date';
const TRANSFORMS = ['level', 'per-day', 'change', 'percent-change', 'year-on-year', YEAR_TO_DATE, 'rolling-12', 'share', 'index'];
const EVENTS = ['agreement-action', 'engagement', 'port-measure', 'event'];
const SHOWN = ['agreement-action', 'engagement', 'port-measure'].join(',');
const TOP = ['3', '5', '7', '10', '15', '20', 'all'];
const USUAL_TOP = '7';
/** Where the screen is narrow the filters stand back, so that the chart comes first. */
const WIDE = matchMedia('(min-width: 40.01rem)');
/** What a choice rules out: the API refuses both together. */
const CLASHES = { from: ['fiscalYear'], to: ['fiscalYear'], fiscalYear: ['from', 'to'], release: ['asOf', 'vintage'], asOf: ['release'], vintage: ['release'], freq: ['base'] };

class Series extends View {
  static view = 'series';

  constructor() {
    super();
    this.dimensions = new Load(this);
    this.published = new Load(this);
    this.levels = new Load(this);
    this.answer = new Load(this);
    this.timeline = new Load(this);
  }

  connectedCallback() {
    super.connectedCallback();
    WIDE.addEventListener('change', this.redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    WIDE.removeEventListener('change', this.redraw);
  }

  redraw = () => this.requestUpdate();

  willUpdate() {
    if (Object.keys(this.params).length === 0) this.params = DEFAULTS;
    this.dimensions.request(`/${this.dataset}/dimensions`);
    if (this.more) this.published.request(`/releases${query({ limit: 200 })}`);
    const index = this.transform === 'index';
    this.levels.request(index ? this.path({ transform: '', base: '' }) : null);
    this.answer.request(index && !this.base ? null : this.path());
    this.timeline.request(this.events ? `/timeline${query({ kind: this.events, limit: 500 })}` : null);
  }

  get dataset() {
    return this.params.dataset === 'drug-seizures' ? 'drug-seizures' : 'encounters';
  }

  get events() {
    const events = this.params.events ?? SHOWN;
    return events === 'none' ? '' : events.replace('none,', '');
  }

  get freq() {
    return this.params.freq ?? 'month';
  }

  get transform() {
    return this.params.transform ?? 'level';
  }

  /** The period that is 100: the first one with a figure where none was chosen. */
  get base() {
    if (this.params.base || this.levels.state !== 'there') return this.params.base;
    return this.levels.data.series[0]?.points.find((p) => p.value)?.period;
  }

  get groups() {
    return this.params.groupBy?.split(',') ?? [];
  }

  /** Whether the settings that few need are open, which they are where one of them is set. */
  get more() {
    return this.opened ?? RARE.some((name) => this.params[name]);
  }

  path(extra = {}) {
    const { dataset, chart, events, top = USUAL_TOP, base, ...rest } = this.params;
    const largest = this.groups.length && top !== 'all' && rest.vintage !== 'all' ? { top } : {};
    const index = this.transform === 'index' ? { base: this.base } : {};
    return `/${this.dataset}/series${query({ ...rest, ...largest, ...index, ...extra })}`;
  }

  render() {
    return html`
      <h1>${t(this.dataset === 'encounters' ? 'Encounters' : 'Drug seizures')}<small>${this.#slice()}</small></h1>
      <p class="deck">${this.#deck()}</p>
      <form class="controls" aria-label=${t('Filters')} @submit=${(e) => e.preventDefault()}>
        <details class="filters" ?open=${WIDE.matches}><summary>${t('Filters')}</summary><div>${this.#controls()}</div></details></form>
      ${this.answer.state === 'idle'
        ? this.levels.view((data) => (this.levels.state === 'there' ? this.#result(data) : nothing))
        : this.answer.view((data) => this.#result(data))}`;
  }

  /** The label of a code of this data set, in the language of the page. */
  named(dimension, value) {
    const codes = this.dimensions.data?.dimensions.find((d) => d.code === dimension)?.codes;
    return value === 'rest' ? code('rest') : label(dimension, value, codes?.find((c) => c.code === value)?.label);
  }

  #slice() {
    const parts = (this.dimensions.data?.dimensions ?? []).filter((d) => this.params[d.code]).map((d) => {
      const value = this.params[d.code];
      const names = value.replace(/^!/, '').split(',').map((c) => this.named(d.code, c));
      const what = names.slice(0, 3).join(', ') + (names.length > 3 ? ` +${names.length - 3}` : '');
      return html`<span lang=${foreign(d.code) ?? nothing}>${value.startsWith('!') ? t('all but {what}', { what }) : what}</span>`;
    });
    return parts.length ? parts.map((part, i) => html`${i ? ' · ' : ''}${part}`) : t('Nationwide');
  }

  #deck() {
    const { measure, groupBy, asOf, vintage } = this.params;
    const parts = [code(this.transform), code(this.freq)];
    if (this.dataset === 'drug-seizures') parts.unshift(code(measure ?? 'weight'));
    if (groupBy) parts.push(`${t('by')} ${list(this.groups.map((d) => within(code(d))))}`);
    if (this.transform === 'index' && this.base) parts.push(`${period(this.base)} = 100`);
    if (vintage) parts.push(vintage === 'all' ? t('each publication by itself') : code(vintage));
    if (asOf) parts.push(`${t('as published by')} ${day(asOf)}`);
    return parts.join(' · ');
  }

  #controls() {
    const { dimensions = [], measures = [] } = this.dimensions.data ?? {};
    return html`
      <div class="row">
        <label class="field"><span>${t('Data')}</span>
          <select name="dataset" @change=${(e) => this.#switch(e.target.value)}>
            <option value="encounters" ?selected=${this.dataset === 'encounters'}>${t('Encounters')}</option>
            <option value="drug-seizures" ?selected=${this.dataset !== 'encounters'}>${t('Drug seizures')}</option>
          </select></label>
        ${measures.length > 1 ? this.select('measure', t('Measure'), measures.map((m) => m.code), { value: this.params.measure ?? 'weight' }) : nothing}
        ${this.filters(dimensions)}
      </div>
      <div class="row">
        ${this.select('transform', t('Show'), TRANSFORMS.filter((c) => c !== YEAR_TO_DATE || this.freq !== 'year'), { value: this.transform })}
        ${this.transform === 'index' ? this.#base() : nothing}
        ${this.select('freq', t('Periods'), FREQUENCIES.filter((c) => c !== 'year' || this.transform !== YEAR_TO_DATE), { value: this.freq })}
        ${this.#grouping(dimensions)}
        ${this.date('from', t('From'), 'month')}
        ${this.date('to', t('To'), 'month')}
        ${this.date('asOf', t('As published by'))}
      </div>
      <details class="more" ?open=${this.more} @toggle=${(e) => this.#open(e.target.open)}><summary>${t('More settings')}</summary>
        <div class="row">${this.more ? rare(this) : nothing}</div></details>
      <div class="row">
        <fieldset class="several"><legend>${t('Draw')}</legend>
          ${['line', 'bars'].map((c) => html`<label><input type="radio" name="chart" .checked=${(this.params.chart ?? 'line') === c}
            @change=${() => this.change({ chart: c })}> ${code(c)}</label>`)}</fieldset>
        ${this.several('events', t('Mark on the chart'), EVENTS, this.events)}
        <a class="reset" href=${address('series')}>${t('Start again')}</a>
      </div>`;
  }

  #grouping(dimensions) {
    const [first = '', second = ''] = this.groups;
    const among = dimensions.filter((d) => d.codes.length).map((d) => d.code);
    const select = (name, text, codes, value, say) => html`<label class="field"><span>${text}</span>
      <select name=${name} @change=${(e) => this.change({ groupBy: say(e.target.value), cursor: '' })}>
        <option value="" ?selected=${!value}>${t('nothing')}</option>
        ${codes.map((c) => html`<option value=${c} ?selected=${c === value}>${code(c)}</option>`)}</select></label>`;
    return html`${select('groupBy', t('Group by'), among, first, (one) => (one ? [one, second !== one && second].filter(Boolean).join(',') : ''))}
      ${first ? select('thenBy', t('and by'), among.filter((c) => c !== first), second, (two) => [first, two].filter(Boolean).join(',')) : nothing}
      ${first && this.params.vintage !== 'all' ? this.select('top', t('Largest groups'), TOP, { value: this.params.top ?? USUAL_TOP, labels: Object.fromEntries(TOP.map((n) => [n, n === 'all' ? t('all') : n])) }) : nothing}`;
  }

  #base() {
    const periods = this.levels.data?.series[0]?.points.map((p) => p.period) ?? [];
    const among = this.base && !periods.includes(this.base) ? [this.base, ...periods] : periods;
    return this.select('base', t('Period that is 100'), among, { value: this.base, labels: Object.fromEntries(among.map((p) => [p, period(p)])) });
  }

  #open(open) {
    if (open === this.more) return;
    this.opened = open;
    this.requestUpdate();
  }

  /** The dimensions of one data set mean nothing in the other, but both know regions and months. */
  #switch(dataset) {
    const { region, from, to, asOf } = this.params;
    const every = Object.fromEntries(Object.keys(this.params).map((name) => [name, '']));
    this.change({ ...every, region, from, to, asOf, dataset });
  }

  change(parameters, options) {
    const clashes = Object.keys(parameters).filter((name) => parameters[name]).flatMap((name) => CLASHES[name] ?? []);
    super.change({ dataset: this.dataset, cursor: '', ...Object.fromEntries(clashes.map((name) => [name, ''])), ...parameters }, options);
  }

  #result(data) {
    const notes = data.notes?.length ? html`<ul class="notes">${sentences(data.notes, data.noteCodes).map((n) => html`<li>${n}</li>`)}</ul>` : nothing;
    if (!data.series.some((s) => s.points.some((p) => p.value !== null))) {
      return html`${empty(t('No figures for this choice: nothing published covers it.'))}${notes}${this.#call(data)}`;
    }
    const drawn = new Drawn(this, data);
    const marks = this.events ? marksOf(this.timeline.data?.items ?? [], drawn.periods, this.freq) : [];
    return html`
      ${drawn.glance()}
      <figure>
        <puente-chart .option=${(colours) => drawn.option(marks, colours)} .label=${this.#spoken(drawn.periods)}></puente-chart>
        <figcaption>${drawn.caption()} ${source(data.releases)}</figcaption>
      </figure>
      ${partial(this.timeline.data?.missing)}
      ${this.timeline.state === 'failed' && this.events
        ? html`<p class="notice partial" role="status">${t('The marked events could not be had; the figures are complete.')}</p>`
        : nothing}
      ${marks.length ? legend(marks) : nothing}
      ${notes}
      ${drawn.table()}
      ${data.truncated ? html`<p class="notice partial">${t('Not all series fit on one page; the download has the rest.')}
        <a href=${address('series', { ...this.params, cursor: data.next })}>${t('The next series')}</a></p>` : nothing}
      ${releases(data.releases)}
      ${this.#call(data)}`;
  }

  #spoken(periods) {
    const what = [...this.renderRoot.querySelectorAll('h1')].map((h) => h.innerText.replace(/\s+/g, ' ')).join('') || t('Series');
    return `${t('Chart')}: ${what}, ${period(periods[0])} – ${period(periods.at(-1))}. ${t('The table below has the same numbers.')}`;
  }

  #call(data) {
    return html`<section class="call"><h2>${t('Take it with you')}</h2>
      <p class="buttons"><a class="button" href=${API + this.path({ format: 'csv', cursor: '' })} download="puente.csv">${t('Download CSV')}</a>
        <a class="button" href=${API + this.path()}>JSON</a>
        ${data.permalink ? html`<a class="button" href=${served(data.permalink)}>${t('Permalink: these numbers, unchanged for ever')}</a>` : nothing}</p>
      ${called(this.path())}
      ${cited(data.citation)}</section>`;
  }
}
customElements.define('puente-series', Series);
