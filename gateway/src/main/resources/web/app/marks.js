import { html } from 'lit';
import { day, period, periodOf } from './format.js';
import { code, happened, t } from './i18n.js';
import { address } from './route.js';

/** What happened in each period that is shown, in order and numbered. */
export function marksOf(entries, periods, freq) {
  const byPeriod = new Map();
  for (const entry of entries) {
    const at = periodOf(entry.date, freq);
    if (periods.includes(at)) byPeriod.set(at, [...(byPeriod.get(at) ?? []), entry]);
  }
  return [...byPeriod].sort(([a], [b]) => a.localeCompare(b)).map(([at, entries], i) => ({ at, entries, label: `${i + 1}` }));
}

export const legend = (marks) => html`<section class="marks"><h2>${t('Marked on the chart')}</h2>
  <ol>${marks.map((m) => html`<li><h3><span class="mark">${m.label}</span> ${period(m.at)}</h3>
    <ul>${m.entries.map((e) => html`<li><time datetime=${e.date}>${day(e.date, e.precision)}</time>
      ${e.record.kind === 'agreement'
        ? html`<a href=${address('agreements', { agreement: e.record.slug })}>${happened(e)}</a>`
        : happened(e)}
      <em>${code(e.kind)}</em></li>`)}</ul></li>`)}</ol>
</section>`;
