import { html } from 'lit';
import { day, percent, plusMonths } from './format.js';
import { code, happened, t } from './i18n.js';
import { address } from './route.js';

const DAY = 86_400_000;
const at = (text) => Date.parse(`${text}T00:00:00Z`);

/** The share of the days of twelve months from `first` on that lie in a span; `until` is the first day after it. */
function share(from, until, first) {
  const start = at(`${first}-01`);
  const end = at(`${plusMonths(first, 12)}-01`);
  return Math.max(0, Math.min(until, end) - Math.max(from, start)) / (end - start);
}

/**
 * What else was in effect in the twelve months after an event, more so than a year before: reckoned from the timeline as the
 * gateway does it for agreements, the fullest overlap first.
 */
export function rivalsOf(entries, first) {
  return entries.map((entry) => {
    const from = at(entry.date);
    const until = entry.until ? at(entry.until) : entry.lasts ? Infinity : from + DAY;
    return { ...entry, overlap: share(from, until, first), overlapBefore: share(from, until, plusMonths(first, -12)) };
  }).filter((r) => r.overlap > r.overlapBefore)
    .sort((a, b) => b.overlap - a.overlap || a.overlapBefore - b.overlapBefore || a.date.localeCompare(b.date))
    .slice(0, 20);
}

export function rivals(list) {
  if (!list.length) return html`<section><h2>${t('What else happened')}</h2><p>${t('Nothing else is on record in these months.')}</p></section>`;
  const share = (name, value) => html`<td><progress max="1" value=${value} aria-label=${name}></progress> ${percent(100 * value)}</td>`;
  return html`<section><h2>${t('What else happened')}</h2>
    <p>${t('Anything here may explain the change as well: the more so, the more of the months after it covers and the less of those a year before.')}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('What else happened')}><table class="rivals">
      <thead><tr><th scope="col">${t('From')}</th><th scope="col" class="text">${t('What')}</th><th scope="col">${t('days after covered')}</th><th scope="col">${t('a year before')}</th></tr></thead>
      <tbody>${list.map((r) => html`<tr><td class="text">${day(r.date, r.precision)}</td>
        <th scope="row" class="text">${r.record?.kind === 'agreement' ? html`<a href=${address('agreements', { agreement: r.record.slug })}>${happened(r)}</a>` : happened(r)}
          <span class="tag">${code(r.kind)}</span></th>
        ${share(t('days after covered'), r.overlap)}${share(t('a year before'), r.overlapBefore)}</tr>`)}</tbody></table></div></section>`;
}
