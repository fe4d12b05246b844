import { html, nothing } from 'lit';
import { compact, day, number, percent, period, signedPercent } from './format.js';
import { code, foreign, t } from './i18n.js';

const STACKABLE = ['level', 'per-day', 'fiscal-year-to-date', 'rolling-12', 'share'];
const CHANGES = ['percent-change', 'year-on-year'];
const TABLE_FIRST = 13;
const WIDE = 640;
const BESIDE = 200;
const MARK = 18;
const MONTHS_NAMED = 25;

/** One answer of the series as a chart and as a table; both come from the same points. */
export class Drawn {
  constructor(view, data) {
    this.view = view;
    this.data = data;
    this.periods = data.series[0].points.map((p) => p.period);
    this.single = data.series.length === 1;
    const values = data.series.flatMap((s) => s.points.map((p) => p.value ?? 0));
    this.whole = values.every(Number.isInteger) || values.some((v) => Math.abs(v) >= 100_000);
  }

  get #share() {
    return this.view.transform === 'share';
  }

  unit() {
    if (this.#share || CHANGES.includes(this.view.transform)) return '%';
    return this.view.transform === 'index' ? t('index') : code(this.data.unit);
  }

  #value(value) {
    if (value === null || value === undefined) return '–';
    if (CHANGES.includes(this.view.transform)) return signedPercent(value);
    if (this.#share) return percent(value, 1, 1);
    return this.whole ? number(value) : number(value, 1, 1);
  }

  #axis(value) {
    return this.unit() === '%' ? percent(value) : compact(value);
  }

  /** The name of one series, by the codes that it is grouped by and the release that it is from. */
  #named(line) {
    const names = Object.entries(line.key).map(([dimension, value]) => this.view.named(dimension, value));
    const release = line.release && this.data.releases.find((r) => r.id === line.release);
    if (release) names.push(`${code(release.kind)}, ${day(release.publishedOn)}`);
    return names.join(', ') || t('Value');
  }

  /** The first thing a reader wants: the newest figure and the highest one. */
  glance() {
    if (!this.single) return nothing;
    const points = this.data.series[0].points.filter((p) => p.value !== null);
    const highest = points.reduce((a, b) => (b.value > a.value ? b : a));
    const item = (label, point) => html`<div><dt>${label}</dt><dd><b>${this.#value(point.value)}</b> ${this.unit() === '%' ? nothing : this.unit()}
      <span>${period(point.period)}${point.status === 'final' ? nothing : ` · ${code(point.status)}`}</span></dd></div>`;
    return html`<dl class="glance">${item(t('Newest'), points.at(-1))}${item(t('Highest shown'), highest)}</dl>`;
  }

  caption() {
    const all = this.data.series.flatMap((s) => s.points);
    const of = (status) => new Set(all.filter((p) => p.status === status).map((p) => p.period)).size;
    return [
      of('provisional')
        ? t(this.view.params.chart === 'bars'
          ? 'Pale bars are provisional ({n}), of a fiscal year still open when published.'
          : 'Hollow points are provisional ({n}), of a fiscal year still open when published.', { n: of('provisional') })
        : t('All figures shown are final.'),
      of('missing') ? t('Periods that no release covers ({n}) are left as gaps, not as zero.', { n: of('missing') }) : '',
    ].filter(Boolean).join(' ');
  }

  option(marks, { muted, ink, paper, palette, width }) {
    const bars = this.view.params.chart === 'bars';
    const beside = !this.single && width > WIDE;
    const levels = this.#levels(marks, width - (beside ? BESIDE : 0));
    const months = this.view.freq === 'month' && this.periods.length > MONTHS_NAMED;
    return {
      grid: { bottom: this.single || beside ? 8 : 28 + 20 * Math.ceil(this.data.series.length / 2), top: 48 + MARK * Math.max(0, ...levels), right: beside ? BESIDE + 24 : 16 },
      legend: this.#legend(beside),
      tooltip: {
        axisPointer: { type: bars ? 'shadow' : 'line' },
        formatter: (items) => [period(items[0].axisValue), ...items.filter((i) => (i.value.value ?? i.value) !== null && i.value !== '-')
          .map((i) => `${this.single ? '' : `${i.seriesName}: `}${this.#value(i.value.value ?? i.value)}`)].join('\n'),
      },
      xAxis: {
        data: this.periods,
        boundaryGap: bars,
        // A long run of months is read by its years, each named where it begins.
        axisTick: { show: months, interval: (i, p) => p.endsWith('-01') },
        axisLabel: months ? { interval: (i, p) => p.endsWith('-01'), formatter: (p) => p.slice(0, 4) } : { formatter: period },
      },
      yAxis: { name: this.unit(), nameGap: 16 + MARK * Math.max(0, ...levels), axisLabel: { formatter: (v) => this.#axis(v) }, scale: this.view.transform === 'index' },
      series: this.data.series.map((line, i) => ({
        type: bars ? 'bar' : 'line',
        stack: bars && STACKABLE.includes(this.view.transform) ? 'all' : undefined,
        barCategoryGap: '20%',
        name: this.#named(line),
        itemStyle: line.key && Object.values(line.key).includes('rest') ? { color: palette[8] } : undefined,
        data: line.points.map((p) => ({ value: p.value, symbol: p.status === 'final' ? 'none' : 'emptyCircle', symbolSize: 7,
          itemStyle: bars && p.status !== 'final' ? { opacity: 0.55 } : undefined })),
        lineStyle: { width: this.data.series.length > 4 ? 1.75 : 2.5 },
        connectNulls: false,
        emphasis: { focus: 'series' },
        markLine: i === 0 && marks.length ? {
          silent: true,
          symbol: 'none',
          lineStyle: { color: muted, type: 'dotted', width: 1 },
          label: { color: paper, backgroundColor: ink, padding: [2, 5], borderRadius: 8, fontSize: 11, lineHeight: 13, formatter: (m) => m.name },
          data: marks.map((m, at) => ({ name: m.label, xAxis: m.at, label: { offset: [0, -MARK * levels[at]] } })),
        } : undefined,
      })),
    };
  }

  /** Marks that would cover each other stand one above the other. */
  #levels(marks, width) {
    const step = width / this.periods.length;
    const last = [];
    return marks.map((mark) => {
      const x = this.periods.indexOf(mark.at) * step;
      const free = last.findIndex((before) => x - before >= MARK + 4);
      const level = free < 0 ? last.length : free;
      last[level] = x;
      return level;
    });
  }

  /** Beside the chart in the order in which the lines end, or the bars are stacked; below it where the screen is narrow. */
  #legend(beside) {
    if (this.single) return { show: false };
    const last = (line) => line.points.findLast((p) => p.value !== null)?.value ?? -Infinity;
    const lines = [...this.data.series];
    if (this.view.params.chart === 'bars') lines.reverse();
    else lines.sort((a, b) => last(b) - last(a));
    const data = lines.map((line) => this.#named(line));
    return beside
      ? { data, orient: 'vertical', type: 'scroll', right: 0, left: 'auto', top: 48, bottom: 'auto', textStyle: { width: BESIDE - 24, overflow: 'break', lineHeight: 15 } }
      : { data };
  }

  table() {
    const { series } = this.data;
    const rows = this.periods.map((p, i) => [p, series.map((s) => s.points[i])]).reverse();
    const shown = this.view.all ? rows : rows.slice(0, TABLE_FIRST);
    return html`<section class="table"><h2>${t('The same numbers')}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('Table of the same numbers')}>
        <table><caption class="visually-hidden">${t('The same numbers')}, ${this.unit()}</caption>
          <thead><tr><th scope="col">${t('Period')}</th>${series.map((s) => html`<th scope="col" lang=${this.#foreign(s) ?? nothing}>${this.single ? this.unit() : this.#named(s)}</th>`)}</tr></thead>
          <tbody>${shown.map(([p, points]) => html`<tr><th scope="row">${period(p)}</th>${points.map((x) => html`<td>${this.#cell(x)}</td>`)}</tr>`)}</tbody></table>
      </div>
      ${rows.length > shown.length ? html`<button type="button" class="quiet" @click=${() => { this.view.all = true; this.view.requestUpdate(); }}>${t('Show all {n} periods', { n: rows.length })}</button>` : nothing}
    </section>`;
  }

  #foreign(line) {
    return Object.keys(line.key).map(foreign).find(Boolean);
  }

  #cell(point) {
    if (!point || point.value === null) return html`<span class="missing">${code(point?.status ?? 'missing')}</span>`;
    return html`${this.#value(point.value)}${point.status === 'final' ? nothing : html` <abbr title=${code(point.status)}>${code(point.status).slice(0, 1)}</abbr>`}`;
  }
}
