import { html, nothing } from 'lit';
import { API, Load, partial } from './api.js';
import { change, compact, day, month, monthName, number } from './format.js';
import { code, lang, t } from './i18n.js';
import { address, query } from './route.js';
import { View, releases } from './view.js';

const DEFAULTS = { agreement: 'understandings-of-december-2023' };
const CONFIDENCE = { strong: 'good', moderate: 'good', weak: 'warn', refused: 'bad' };
const NATIONALITIES = 'citizenship';
const BEFORE = 12;

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
    this.dimensions.request('/encounters/dimensions');
    this.impact.request(agreement ? `/agreements/${encodeURIComponent(agreement)}/impact${query({ asOf })}` : null);
    this.answer.request(this.path());
    this.context.request(event ? `/timeline${query({ ...around(event), limit: 200 })}` : null);
  }

  /** The comparison itself: of the date asked for, or of the day and nationalities that the impact names. */
  path() {
    const { agreement, event, region, citizenship, asOf } = this.params;
    if (!agreement) return `/encounters/change${query({ event, region: region ?? 'southwest', citizenship, asOf })}`;
    const known = this.impact.state === 'there' ? this.impact.data : undefined;
    if (!known?.change) return null;
    return `/encounters/change${query({ event: known.event, region: 'southwest', citizenship: known.nationalities.join(','), asOf })}`;
  }

  render() {
    const { agreement } = this.params;
    return html`
      <h1>${t('What changed')}<small>${this.#subject()}</small></h1>
      <p class="deck">${t('Changed after, never caused by: the same months of the year before are the measure.')}</p>
      <form class="controls" aria-label=${t('Filters')} @submit=${(e) => e.preventDefault()}>${this.#controls()}</form>
      ${agreement ? this.impact.view((impact) => this.#impact(impact)) : this.answer.view((data) => html`
        ${headline(data.headline, data.confidence)}
        ${this.#comparison(data, this.#rivalsOfDate())}
        ${this.#table(data)}${warnings(data.warnings)}${regression(data)}
        ${this.context.state === 'failed' ? html`<p class="notice partial" role="status">${t('What else happened could not be had; the figures are complete.')}</p>` : partial(this.context.data?.missing)}
        ${rivals(this.#rivalsOfDate())}
        ${releases(data.releases)}${call(this.path())}`)}`;
  }

  #subject() {
    const { agreement, event } = this.params;
    const found = this.agreements.data?.items.find((a) => a.slug === agreement);
    if (agreement) return titled(found) ?? agreement;
    return t('after {day}', { day: day(event) });
  }

  #controls() {
    const regions = this.dimensions.data?.dimensions.find((d) => d.code === 'region');
    const citizens = this.dimensions.data?.dimensions.find((d) => d.code === NATIONALITIES);
    const slice = (d) => d && html`<puente-choice .dimension=${d} .value=${this.params[d.code] ?? (d.code === 'region' ? 'southwest' : '')}
      @choose=${(e) => this.change({ [d.code]: e.detail })}></puente-choice>`;
    return html`<div class="row">
      <label class="field wide"><span>${t('After an agreement')}</span>
        <select name="agreement" @change=${(e) => this.change({ agreement: e.target.value, event: '', region: '', citizenship: '' })}>
          ${this.params.agreement ? nothing : html`<option value="" selected>${t('choose one')}</option>`}
          ${(this.agreements.data?.items ?? []).map((a) => html`<option value=${a.slug} ?selected=${a.slug === this.params.agreement}>${titled(a)} (${day(a.actions[0]?.date)})</option>`)}
        </select></label>
      <label class="field"><span>${t('or after a date')}</span>
        <input type="date" name="event" .value=${this.params.event ?? ''}
          @change=${(e) => e.target.validity.valid && e.target.value && this.change({ event: e.target.value, agreement: '' })}></label>
      ${this.params.agreement ? nothing : html`${slice(regions)}${slice(citizens)}`}
      ${this.date('asOf', t('As published by'))}
      <a class="reset" href=${address('change')}>${t('Start again')}</a></div>`;
  }

  #impact(impact) {
    const found = (impact.rivals ?? []).filter((r) => r.overlap > 0);
    return html`
      ${partial(impact.missing)}
      ${impact.headline ? headline(impact.headline, impact.confidence) : nothing}
      <p class="tag">${code(impact.action)} ${day(impact.event)} ·
        <a href=${address('agreements', { agreement: impact.agreement.slug })}>${t('the agreement')}</a></p>
      ${this.answer.view((data) => html`${this.#comparison(data, found)}${this.#table(data)}`)}
      ${impact.change ? warnings(impact.change.warnings) : nothing}
      ${this.answer.data ? regression(this.answer.data) : nothing}
      ${impact.rivals ? rivals(found) : nothing}
      ${releases(this.answer.data?.releases ?? impact.change?.releases)}
      ${call(`/agreements/${impact.agreement.slug}/impact${query({ asOf: this.params.asOf })}`)}`;
  }

  #rivalsOfDate() {
    return (this.context.data?.items ?? []).map((e) => ({ ...e, overlap: null }));
  }

  #comparison(data, found) {
    const perDay = new Map(data.inputs.map((i) => [i.month, i.count / i.days]));
    const first = data.firstFullMonth;
    const after = Array.from({ length: 12 }, (_, k) => plus(first, k)).filter((m) => perDay.has(m));
    const window = data.windows.filter((w) => w.sameMonthsYearBefore !== null).at(-1);
    if (!after.length) return html`<p class="notice empty">${t('No full month after the event is covered.')}</p>`;
    const shown = Array.from({ length: 2 * BEFORE + 1 }, (_, k) => plus(data.event.slice(0, 7), k - BEFORE)).filter((m) => perDay.has(m));
    return html`
      <div class="pairs">
      <figure><h2>${t('Before and after')}</h2>
        <puente-chart class="small" .label=${`${t('Chart')}: ${t('Before and after')}. ${data.headline}`}
          .option=${(c) => beforeAfter(data, shown, perDay, found, c)}></puente-chart>
        <figcaption>${t('A day, by month. Not seasonally adjusted. Dotted: what else happened.')}</figcaption></figure>
      ${window ? html`<figure><h2>${t('The same months, a year apart')}</h2>
        <puente-chart class="small" .label=${`${t('Chart')}: ${t('The same months, a year apart')}. ${change(window.sameMonthsYearBefore)}`}
          .option=${(c) => sameMonths(after.slice(0, window.months), perDay, c)}></puente-chart>
        <figcaption>${t('A day. Over {n} months together: {change}.', { n: window.months, change: change(window.sameMonthsYearBefore) })}</figcaption></figure>` : nothing}
      </div>`;
  }

  #table(data) {
    return html`<section><h2>${t('The same numbers')}</h2><div class="scroll" tabindex="0" role="region" aria-label=${t('Table of the same numbers')}>
      <table><thead><tr><th scope="col">${t('Full months after')}</th><th scope="col">${t('against the same months of the year before')}</th>
        <th scope="col">${t('that change in earlier years')}</th><th scope="col">${t('against the months right before')}</th><th scope="col">${t('ratio of ratios')}</th></tr></thead>
      <tbody>${data.windows.map((w) => html`<tr><th scope="row">${w.months}</th><td><b>${change(w.sameMonthsYearBefore)}</b></td>
        <td>${w.earlierYears ? html`${change(w.earlierYears.min)} … ${change(w.earlierYears.max)}` : '–'}</td><td>${change(w.rawRatio)}</td><td>${number(w.ratioOfRatios, 2)}</td></tr>`)}</tbody></table></div></section>`;
  }
}
customElements.define('puente-change', Change);

const titled = (agreement) => agreement && ((lang() === 'es' && agreement.titleEs) || agreement.title);

function around(event) {
  return { from: `${plus(event.slice(0, 7), -12)}-01`, to: `${plus(event.slice(0, 7), 12)}-28` };
}

function plus(yearMonth, months) {
  const [year, number] = yearMonth.split('-').map(Number);
  const moved = new Date(Date.UTC(year, number - 1 + months, 1));
  return moved.toISOString().slice(0, 7);
}

const headline = (text, confidence) => html`<p class="lead"><span lang="en">${text}</span></p>
  <p><span class="badge ${CONFIDENCE[confidence]}">${t('confidence')}: ${code(confidence)}</span></p>`;

const warnings = (list) => list.length
  ? html`<section><h2>${t('Read this before you quote it')}</h2><ul class="notes" lang="en">${list.map((w) => html`<li>${w}</li>`)}</ul></section>`
  : nothing;

const call = (path) => path ? html`<section class="call"><h2>${t('Take it with you')}</h2>
  <p class="buttons"><a class="button" href=${API + path}>JSON</a></p>
  <p class="scroll" tabindex="0" role="region" aria-label=${t('The API call')}><code>GET ${API}${path}</code></p></section>` : nothing;

function rivals(list) {
  if (!list.length) return html`<section><h2>${t('What else happened')}</h2><p>${t('Nothing else is on record in these months.')}</p></section>`;
  return html`<section><h2>${t('What else happened')}</h2>
    <p>${t('Anything here may explain the change as well.')}</p>
    <ol class="stem">${list.map((r) => html`<li class=${r.kind}><time datetime=${r.date}>${day(r.date)}</time> <span lang="en">${r.title}</span>
      <span class="tag">${code(r.kind)}${r.overlap === null ? nothing : html` · ${t('overlap')} ${number(100 * r.overlap)} %`}</span></li>`)}</ol></section>`;
}

function regression({ interruptedTimeSeries: its }) {
  if (!its) return nothing;
  const row = (name, x, placebo) => html`<tr><th scope="row">${name}</th><td>${number(x.estimate, 3)}</td><td>${number(x.standardError, 3)}</td><td>${number(x.p, 3)}</td><td>${number(placebo, 3)}</td></tr>`;
  return html`<details class="more"><summary>${t('Interrupted time series')} ${its.reliable ? nothing : html`<span class="badge bad">${t('not reliable')}</span>`}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('Interrupted time series')}><table><thead><tr><th scope="col">${t('on the logarithm of encounters a day')}</th><th scope="col">${t('estimate')}</th><th scope="col">${t('standard error')}</th><th scope="col">p</th><th scope="col">${t('placebo p')}</th></tr></thead>
    <tbody>${row(t('level'), its.level, its.placebo?.level)}${row(t('slope'), its.slope, its.placebo?.slope)}</tbody></table></div>
    <p class="source">Durbin-Watson ${number(its.durbinWatson, 2)} · ρ1 ${number(its.rho1, 2)} · ${t('{n} months', { n: its.months })}</p></details>`;
}

function beforeAfter(data, shown, perDay, found, { muted, ink, palette, accent, paper }) {
  const event = data.event.slice(0, 7);
  const others = [...new Set(found.map((r) => r.date.slice(0, 7)))].filter((m) => m !== event && shown.includes(m));
  return {
    tooltip: { formatter: ([i]) => `${month(i.axisValue)}: ${number(i.value.value ?? i.value)} ${t('a day')}` },
    xAxis: { data: shown, axisLabel: { formatter: month } },
    yAxis: { axisLabel: { formatter: compact } },
    series: [{
      type: 'bar',
      data: shown.map((m) => ({ value: perDay.get(m), itemStyle: { color: m === event ? muted : m < event ? palette[8] : palette[0], opacity: m === event ? 0.5 : 1 } })),
      markLine: {
        silent: true,
        symbol: 'none',
        data: [
          { xAxis: event, lineStyle: { color: accent, type: 'solid', width: 2 }, label: { formatter: day(data.event), color: paper, backgroundColor: ink, padding: [2, 6], borderRadius: 8 } },
          ...others.map((m) => ({ xAxis: m, lineStyle: { color: muted, type: 'dotted' }, label: { show: false } })),
        ],
      },
    }],
  };
}

function sameMonths(months, perDay, { palette }) {
  const line = (name, color, of) => ({ type: 'bar', name, color, barGap: '8%', data: months.map((m) => perDay.get(of(m)) ?? null) });
  return {
    grid: { bottom: 40 },
    tooltip: { axisPointer: { type: 'shadow' }, formatter: (items) => [monthName(items[0].axisValue), ...items.map((i) => `${i.seriesName}: ${number(i.value)} ${t('a day')}`)].join('\n') },
    xAxis: { data: months, axisLabel: { formatter: monthName } },
    yAxis: { axisLabel: { formatter: compact } },
    series: [line(t('a year before'), palette[8], (m) => plus(m, -12)), line(t('after'), palette[0], (m) => m)],
  };
}
