import { html, nothing } from 'lit';
import { change, number, percent } from './format.js';
import { t } from './i18n.js';

const SPAN = 100;
const WIDE = 640;

/** How the nationalities of the slice changed beside the others over the same months, in numbers and drawn. */
export function contrast(found, view) {
  if (!found) return nothing;
  const treated = new Set(found.treated.map((u) => u.citizenship));
  const units = [...found.treated, ...found.donors].map((u) => ({ ...u, ratio: (u.after + 0.5) / (u.before + 0.5) }));
  units.sort((a, b) => a.ratio - b.ratio);
  return html`<section><h2>${t('Against other nationalities')}</h2>
    <dl class="pair">
      <div><dt>${t('Change against the others')}</dt><dd>${change(found.ratio)}</dd></div>
      <div><dt>${t('Share of nationalities with a change as large (p)')}</dt><dd>${percent(100 * found.p)}</dd></div>
    </dl>
    <figure><puente-chart class="tall" .label=${`${t('Chart')}: ${t('Against other nationalities')}. ${t('The table below has the same numbers.')}`}
      .option=${(c) => drawn(units, treated, view, c)}></puente-chart>
    <figcaption>${t('Change from the {n} full months before the event to the {n} after it, by nationality. Bars end at +{span}.', { n: found.months, span: percent(2 * SPAN) })}</figcaption></figure>
    <details class="more"><summary>${t('The nationalities as numbers')}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('The nationalities as numbers')}><table>
      <thead><tr><th scope="col">${t('Citizenship')}</th><th scope="col">${t('before')}</th><th scope="col">${t('after')}</th><th scope="col">${t('change')}</th></tr></thead>
      <tbody>${units.map((u) => html`<tr><th scope="row">${treated.has(u.citizenship) ? html`<b>${view.named('citizenship', u.citizenship)}</b>` : view.named('citizenship', u.citizenship)}</th>
        <td>${number(u.before)}</td><td>${number(u.after)}</td><td>${change(u.ratio)}</td></tr>`)}</tbody></table></div></details>
    ${found.leftOut.length ? html`<p class="source">${t('Too few before to compare with')}: ${found.leftOut.map((c) => view.named('citizenship', c)).join(', ')}</p>` : nothing}
  </section>`;
}

function drawn(units, treated, view, { palette, ink, rule, width }) {
  const wide = width > WIDE;
  return {
    grid: { top: 8, right: wide ? 64 : 16 },
    tooltip: { axisPointer: { type: 'shadow' }, formatter: ([i]) => `${i.name}: ${change(units[i.dataIndex].ratio)}` },
    xAxis: { type: 'value', max: 2 * SPAN, min: -SPAN, interval: wide ? SPAN / 2 : SPAN, axisLabel: { formatter: (v) => percent(v) }, splitLine: { lineStyle: { color: rule } } },
    yAxis: { type: 'category', data: units.map((u) => view.named('citizenship', u.citizenship)), axisLabel: { color: ink }, axisTick: { show: false } },
    series: [{
      type: 'bar',
      barCategoryGap: '25%',
      label: { show: wide, position: 'right', color: ink, fontSize: 11, formatter: (i) => change(units[i.dataIndex].ratio) },
      data: units.map((u) => ({ value: Math.min(2 * SPAN, 100 * (u.ratio - 1)), itemStyle: { color: treated.has(u.citizenship) ? palette[1] : palette[8] },
        label: { position: u.ratio < 1 ? 'left' : 'right' } })),
    }],
  };
}
