import { html, nothing } from 'lit';
import { change, compact, daily, day, month, monthName, plusMonths } from './format.js';
import { t } from './i18n.js';
import { source } from './view.js';
import { empty } from './api.js';

const BEFORE = 12;

/** The first full month after a day; one on the first of a month splits none. */
export const full = (event) => (event.endsWith('-01') ? event.slice(0, 7) : plusMonths(event.slice(0, 7), 1));

/** The months around an event as they were, and those after it beside the same months of the year before. */
export function comparison(data, others) {
  const perDay = new Map(data.inputs.map((i) => [i.month, i.count / i.days]));
  const after = Array.from({ length: 12 }, (_, k) => plusMonths(data.firstFullMonth, k)).filter((m) => perDay.has(m));
  const window = data.windows.filter((w) => w.sameMonthsYearBefore !== null).at(-1);
  const shown = Array.from({ length: 2 * BEFORE + 1 }, (_, k) => plusMonths(data.event.slice(0, 7), k - BEFORE)).filter((m) => perDay.has(m));
  if (!shown.length) return empty(t('No month around the event is covered.'));
  const unit = data.unit === 'lb' ? t('pounds a day') : data.unit === 'events' ? t('seizures a day') : t('encounters a day');
  return html`
    <div class="pairs">
    <figure><h2>${t('Before and after')}</h2>
      <puente-chart class="small" .label=${`${t('Chart')}: ${t('Before and after')}, ${day(data.event)}. ${t('The table below has the same numbers.')}`}
        .option=${(c) => beforeAfter(data, shown, perDay, others, unit, c)}></puente-chart>
      <figcaption>${t('By month, not seasonally adjusted. Dotted: what else happened.')} ${source(data.releases)}</figcaption></figure>
    ${window && after.length ? html`<figure><h2>${t('The same months, a year apart')}</h2>
      <puente-chart class="small" .label=${`${t('Chart')}: ${t('The same months, a year apart')}. ${change(window.sameMonthsYearBefore)}`}
        .option=${(c) => sameMonths(after.slice(0, window.months), perDay, unit, c)}></puente-chart>
      <figcaption>${t('Over {n} months together: {change}.', { n: window.months, change: change(window.sameMonthsYearBefore) })} ${source(data.releases)}</figcaption></figure>` : nothing}
    </div>
    ${numbers(shown, perDay, data, unit)}`;
}

function numbers(shown, perDay, data, unit) {
  const event = data.event.slice(0, 7);
  return html`<details class="more"><summary>${t('The months as numbers')}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('The months as numbers')}><table>
      <thead><tr><th scope="col">${t('Month')}</th><th scope="col">${unit}</th><th scope="col">${t('a year before')}</th><th scope="col">${t('difference')}</th></tr></thead>
      <tbody>${shown.map((m) => {
        const before = perDay.get(plusMonths(m, -12));
        return html`<tr class=${m === event ? 'event' : nothing}><th scope="row">${month(m)}</th><td>${daily(perDay.get(m))}</td><td>${daily(before)}</td><td>${before ? change(perDay.get(m) / before) : '–'}</td></tr>`;
      })}</tbody></table></div></details>`;
}

function beforeAfter(data, shown, perDay, others, unit, { muted, ink, palette, accent, paper }) {
  const event = data.event.slice(0, 7);
  const dotted = [...new Set(others.map((r) => r.date.slice(0, 7)))].filter((m) => m !== event && shown.includes(m));
  return {
    grid: { top: 64 },
    tooltip: { axisPointer: { type: 'shadow' }, formatter: ([i]) => `${month(i.axisValue)}: ${daily(i.value.value ?? i.value)} ${unit}` },
    xAxis: { data: shown, axisLabel: { formatter: month } },
    yAxis: { name: unit, nameGap: 34, axisLabel: { formatter: compact } },
    series: [{
      type: 'bar',
      barCategoryGap: '20%',
      data: shown.map((m) => ({ value: perDay.get(m), itemStyle: { color: m === event ? muted : m < event ? palette[8] : palette[0], opacity: m === event ? 0.5 : 1 } })),
      markLine: {
        silent: true,
        symbol: 'none',
        data: [
          ...(shown.includes(event) ? [{ xAxis: event, lineStyle: { color: accent, type: 'solid', width: 2 }, label: { formatter: day(data.event), color: paper, backgroundColor: ink, padding: [3, 6], lineHeight: 13, fontSize: 11, borderRadius: 8 } }] : []),
          ...dotted.map((m) => ({ xAxis: m, lineStyle: { color: muted, type: 'dotted' }, label: { show: false } })),
        ],
      },
    }],
  };
}

function sameMonths(months, perDay, unit, { palette }) {
  const line = (name, color, of) => ({ type: 'bar', name, color, barGap: '8%', barCategoryGap: '25%', data: months.map((m) => perDay.get(of(m)) ?? null) });
  return {
    grid: { bottom: 40, top: 48 },
    legend: { show: true },
    tooltip: { axisPointer: { type: 'shadow' }, formatter: (items) => [monthName(items[0].axisValue), ...items.map((i) => `${i.seriesName}: ${daily(i.value)} ${unit}`)].join('\n') },
    xAxis: { data: months, axisLabel: { formatter: monthName } },
    yAxis: { name: unit, axisLabel: { formatter: compact } },
    series: [line(t('a year before'), palette[8], (m) => plusMonths(m, -12)), line(t('after'), palette[0], (m) => m)],
  };
}
