import { html, nothing } from 'lit';
import { API, Load, empty, partial, served } from './api.js';
import { compact, number, period, periodOf, day, signedPercent } from './format.js';
import { code, t } from './i18n.js';
import { address, query } from './route.js';
import { View, releases } from './view.js';

const DEFAULTS = { dataset: 'encounters', region: 'southwest' };
const FREQUENCIES = ['month', 'quarter', 'year', 'fiscal-quarter', 'fiscal-year'];
const TRANSFORMS = ['level', 'per-day', 'change', 'percent-change', 'year-on-year', 'fiscal-year-to-date', 'rolling-12', 'share', 'index'];
const EVENTS = ['agreement-action', 'engagement', 'port-measure', 'event'];
const SHOWN = ['agreement-action', 'engagement', 'port-measure'].join(',');
const STACKABLE = ['level', 'per-day', 'fiscal-year-to-date', 'rolling-12', 'share'];
const PERCENT = ['percent-change', 'year-on-year', 'share'];
const PAGE_ONLY = ['dataset', 'chart', 'events'];
const TABLE_FIRST = 24;

class Series extends View {
  static view = 'series';

  constructor() {
    super();
    this.dimensions = new Load(this);
    this.answer = new Load(this);
    this.timeline = new Load(this);
  }

  willUpdate() {
    if (Object.keys(this.params).length === 0) this.params = DEFAULTS;
    this.dimensions.request(`/${this.dataset}/dimensions`);
    this.answer.request(this.path());
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

  path(extra = {}) {
    const rest = Object.entries(this.params).filter(([name]) => !PAGE_ONLY.includes(name));
    const top = this.params.groupBy && !this.params.top ? { top: '7' } : {};
    return `/${this.dataset}/series${query({ ...Object.fromEntries(rest), ...top, ...extra })}`;
  }

  render() {
    return html`
      <h1>${t(this.dataset === 'encounters' ? 'Encounters' : 'Drug seizures')}<small>${this.#slice()}</small></h1>
      <p class="deck">${this.#deck()}</p>
      <form class="controls" aria-label=${t('Filters')} @submit=${(e) => e.preventDefault()}>${this.#controls()}</form>
      ${this.answer.view((data) => this.#result(data))}`;
  }

  #slice() {
    const dimensions = this.dimensions.data?.dimensions ?? [];
    const parts = dimensions.filter((d) => this.params[d.code]).map((d) => {
      const value = this.params[d.code];
      const names = value.replace(/^!/, '').split(',').map((c) => code(c, d.codes.find((x) => x.code === c)?.label ?? c));
      return (value.startsWith('!') ? `${t('not')} ` : '') + names.slice(0, 3).join(', ') + (names.length > 3 ? ` +${names.length - 3}` : '');
    });
    return parts.length ? parts.join(' · ') : t('Nationwide');
  }

  #deck() {
    const parts = [code(this.transform), code(this.freq)];
    if (this.params.groupBy) parts.push(`${t('by')} ${code(this.params.groupBy)}`);
    if (this.params.asOf) parts.push(`${t('as published by')} ${day(this.params.asOf)}`);
    return parts.join(' · ');
  }

  #controls() {
    const { dimensions = [], measures = [] } = this.dimensions.data ?? {};
    const grouped = dimensions.map((d) => d.code);
    return html`
      <div class="row">
        <label class="field"><span>${t('Data')}</span>
          <select name="dataset" @change=${(e) => this.#switch(e.target.value)}>
            ${['encounters', 'drug-seizures'].map((c) => html`<option value=${c} ?selected=${c === this.dataset}>${code(c)}</option>`)}
          </select></label>
        ${measures.length > 1 ? this.select('measure', t('Measure'), measures.map((m) => m.code), { value: this.params.measure ?? 'weight' }) : nothing}
        ${dimensions.filter((d) => d.codes.length).map((d) => html`<puente-choice .dimension=${d} .value=${this.params[d.code] ?? ''}
          @choose=${(e) => this.change({ dataset: this.dataset, [d.code]: e.detail })}></puente-choice>`)}
      </div>
      <div class="row">
        ${this.select('groupBy', t('Group by'), grouped, { none: t('nothing'), labels: Object.fromEntries(dimensions.map((d) => [d.code, code(d.code, d.label)])) })}
        ${this.select('transform', t('Show'), TRANSFORMS, { value: this.transform })}
        ${this.select('freq', t('Periods'), FREQUENCIES, { value: this.freq })}
        ${this.date('from', t('From'), 'month')}
        ${this.date('to', t('To'), 'month')}
        ${this.date('asOf', t('As published by'))}
      </div>
      <div class="row">
        <fieldset class="several"><legend>${t('Draw')}</legend>
          ${['line', 'bars'].map((c) => html`<label><input type="radio" name="chart" .checked=${(this.params.chart ?? 'line') === c}
            @change=${() => this.change({ chart: c })}> ${code(c)}</label>`)}</fieldset>
        ${this.several('events', t('Mark on the chart'), EVENTS, this.events)}
        <a class="reset" href=${address('series')}>${t('Start again')}</a>
      </div>`;
  }

  /** The dimensions of one data set mean nothing in the other, but both know regions and months. */
  #switch(dataset) {
    const { region, from, to, asOf } = this.params;
    const every = Object.fromEntries(Object.keys(this.params).map((name) => [name, '']));
    this.change({ ...every, region, from, to, asOf, dataset });
  }

  #result(data) {
    if (!data.series.some((s) => s.points.some((p) => p.value !== null))) {
      return html`${empty(t('No figures for this choice: nothing published covers it.'))}${notes(data)}${this.#call(data)}`;
    }
    const periods = data.series[0].points.map((p) => p.period);
    const marks = this.#marks(periods);
    return html`
      ${this.#glance(data)}
      <figure>
        <puente-chart .option=${(c) => this.#option(data, periods, marks, c)} .label=${this.#spoken(data, periods)}></puente-chart>
        <figcaption>${caption(data)}</figcaption>
      </figure>
      ${partial(this.timeline.data?.missing)}
      ${this.timeline.state === 'failed' && this.events
        ? html`<p class="notice partial" role="status">${t('The marked events could not be had; the figures are complete.')}</p>`
        : nothing}
      ${marks.length ? this.#legend(marks) : nothing}
      ${notes(data)}
      ${data.truncated ? html`<p class="notice partial">${t('Not all series fit on one page; the download has the rest.')}</p>` : nothing}
      ${this.#table(data, periods)}
      ${releases(data.releases)}
      ${this.#call(data)}`;
  }

  #unit(data) {
    if (PERCENT.includes(this.transform)) return '%';
    return this.transform === 'index' ? t('index') : code(data.unit);
  }

  #value(value) {
    if (value === null || value === undefined) return '–';
    if (this.transform === 'percent-change' || this.transform === 'year-on-year') return signedPercent(value);
    return number(value, Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : 1);
  }

  /** The first thing a reader wants: the newest figure and the highest one. */
  #glance(data) {
    if (data.series.length !== 1) return nothing;
    const points = data.series[0].points.filter((p) => p.value !== null);
    const last = points.at(-1);
    const highest = points.reduce((a, b) => (b.value > a.value ? b : a));
    const item = (label, point) => html`<div><dt>${label}</dt><dd><b>${this.#value(point.value)}</b> ${this.#unit(data) === '%' ? nothing : this.#unit(data)}
      <span>${period(point.period)}${point.status === 'final' ? nothing : ` · ${code(point.status)}`}</span></dd></div>`;
    return html`<dl class="glance">${item(t('Newest'), last)}${item(t('Highest shown'), highest)}</dl>`;
  }

  #marks(periods) {
    const byPeriod = new Map();
    if (!this.events) return [];
    for (const entry of this.timeline.data?.items ?? []) {
      const at = periodOf(entry.date, this.freq);
      if (periods.includes(at)) byPeriod.set(at, [...(byPeriod.get(at) ?? []), entry]);
    }
    return [...byPeriod].map(([at, entries], i) => ({ at, entries, label: `${i + 1}` }));
  }

  #legend(marks) {
    return html`<section class="marks"><h2>${t('Marked on the chart')}</h2>
      <ol>${marks.map((m) => html`<li><h3><span class="mark">${m.label}</span> ${period(m.at)}</h3>
        <ul>${m.entries.map((e) => html`<li><time datetime=${e.date}>${day(e.date, e.precision)}</time>
          ${e.record.kind === 'agreement'
            ? html`<a lang="en" href=${address('agreements', { agreement: e.record.slug })}>${e.title}</a>`
            : html`<span lang="en">${e.title}</span>`}
          <em>${code(e.kind)}</em></li>`)}</ul></li>`)}</ol>
    </section>`;
  }

  #option(data, periods, marks, { muted, ink, paper, palette }) {
    const bars = this.params.chart === 'bars';
    const unit = this.#unit(data);
    return {
      grid: { bottom: data.series.length > 1 ? 64 : 8, top: 44 },
      legend: { show: data.series.length > 1 },
      tooltip: {
        axisPointer: { type: bars ? 'shadow' : 'line' },
        formatter: (items) => [period(items[0].axisValue), ...items.filter((i) => i.value !== null && i.value !== undefined && i.value !== '-')
          .map((i) => `${i.seriesName}: ${this.#value(i.value.value ?? i.value)}`)].join('\n'),
      },
      xAxis: { data: periods, boundaryGap: bars, axisLabel: { formatter: period } },
      yAxis: { name: unit, nameTextStyle: { color: muted, align: 'left' }, nameGap: 24, axisLabel: { formatter: compact }, scale: this.transform === 'index' },
      series: data.series.map((line, i) => ({
        type: bars ? 'bar' : 'line',
        stack: bars && STACKABLE.includes(this.transform) ? 'all' : undefined,
        name: data.series.length === 1 ? t('Value') : named(line),
        itemStyle: line.key && Object.values(line.key).includes('rest') ? { color: palette[8] } : undefined,
        data: line.points.map((p) => ({ value: p.value, symbol: p.status === 'final' ? 'none' : 'emptyCircle', symbolSize: 7,
          itemStyle: bars && p.status !== 'final' ? { opacity: 0.55 } : undefined })),
        lineStyle: { width: data.series.length > 4 ? 1.75 : 2.5 },
        connectNulls: false,
        markLine: i === 0 && marks.length ? {
          silent: true,
          symbol: 'none',
          lineStyle: { color: muted, type: 'dotted', width: 1 },
          label: { color: paper, backgroundColor: ink, padding: [2, 5], borderRadius: 8, fontSize: 11, formatter: (m) => m.name },
          data: marks.map((m) => ({ name: m.label, xAxis: m.at })),
        } : undefined,
      })),
    };
  }

  #spoken(data, periods) {
    return `${t('Chart')}: ${t(this.dataset === 'encounters' ? 'Encounters' : 'Drug seizures')}, ${this.#slice()}, ${period(periods[0])} – ${period(periods.at(-1))}. ${t('The table below has the same numbers.')}`;
  }

  #table(data, periods) {
    const rows = periods.map((p, i) => [p, data.series.map((s) => s.points[i])]).reverse();
    const shown = this.all ? rows : rows.slice(0, TABLE_FIRST);
    return html`<section class="table"><h2>${t('The same numbers')}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('Table of the same numbers')}>
        <table><thead><tr><th scope="col">${t('Period')}</th>${data.series.map((s) => html`<th scope="col">${data.series.length === 1 ? this.#unit(data) : named(s)}</th>`)}</tr></thead>
          <tbody>${shown.map(([p, points]) => html`<tr><th scope="row">${period(p)}</th>${points.map((x) => html`<td>${this.#cell(x)}</td>`)}</tr>`)}</tbody></table>
      </div>
      ${rows.length > shown.length ? html`<button type="button" class="quiet" @click=${() => { this.all = true; this.requestUpdate(); }}>${t('Show all {n} periods', { n: rows.length })}</button>` : nothing}
    </section>`;
  }

  #cell(point) {
    if (!point || point.value === null) return html`<span class="missing">${code(point?.status ?? 'missing')}</span>`;
    return html`${this.#value(point.value)}${point.status === 'final' ? nothing : html` <abbr title=${code(point.status)}>${code(point.status).slice(0, 1)}</abbr>`}`;
  }

  #call(data) {
    return html`<section class="call"><h2>${t('Take it with you')}</h2>
      <p class="buttons"><a class="button" href=${API + this.path({ format: 'csv' })} download="puente.csv">${t('Download CSV')}</a>
        <a class="button" href=${API + this.path()}>JSON</a>
        ${data.permalink ? html`<a class="button" href=${served(data.permalink)}>${t('Permalink: these numbers, unchanged for ever')}</a>` : nothing}</p>
      <p class="scroll" tabindex="0" role="region" aria-label=${t('The API call')}><code>GET ${API}${this.path()}</code></p>
      ${data.citation ? html`<p class="source" lang="en">${t('Cite as')}: ${data.citation}</p>` : nothing}</section>`;
  }
}
customElements.define('puente-series', Series);

const named = (line) => (Object.values(line.key).length === 1 ? code(Object.values(line.key)[0], line.label) : line.label);

function caption(data) {
  const all = data.series.flatMap((s) => s.points);
  const missing = new Set(all.filter((p) => p.status === 'missing').map((p) => p.period));
  const open = new Set(all.filter((p) => p.status === 'provisional').map((p) => p.period));
  return [
    open.size ? t('Hollow points: {n} provisional periods, of a fiscal year still open when published.', { n: open.size }) : t('All figures shown are final.'),
    missing.size ? t('{n} periods that no release covers are left as gaps, not as zero.', { n: missing.size }) : '',
  ].filter(Boolean).join(' ');
}

const notes = (data) => data.notes?.length
  ? html`<ul class="notes" lang="en">${data.notes.map((n) => html`<li>${typeof n === 'string' ? n : (n.text ?? n.detail)}</li>`)}</ul>`
  : nothing;
