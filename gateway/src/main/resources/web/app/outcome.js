import { html, nothing } from 'lit';
import { served } from './api.js';
import { day, number, percent, period, span } from './format.js';
import { code, inSpanish, label, lang, said, sentences, t } from './i18n.js';
import { datasetOf, scopeUnit } from './metrics.js';
import { address } from './route.js';

export const VERDICTS = {
  'matches-then': 'good', 'matches-now': 'good', rounded: 'good', 'scope-mismatch': 'warn', 'peak-not-mean': 'warn',
  contradicted: 'bad', 'not-testable': '', 'not-reproducible': '',
};

/** A value with its unit, as it is said. */
function valued(value, unit) {
  if (value === null || value === undefined) return '–';
  if (unit.startsWith('percent')) return percent(value, 2);
  if (unit === 'rank') return t('rank {n}', { n: number(value) });
  return `${number(value, unit === 'lb' ? 2 : unit === 'encounters/day' ? 1 : 0)} ${code(unit)}`;
}

/** Where the finder looks for what this claim is a number of. */
export function scopeLink(claim, params) {
  const unit = claim && scopeUnit(claim.metric);
  if (!unit || claim.value === null || claim.value === undefined) return undefined;
  const months = [claim.period.from, claim.period.to].filter(Boolean).map((end) => end.slice(0, 7));
  return address('figures', { ...params, scopeOf: String(claim.value), scopeUnit: unit === 'encounters' ? '' : unit, period: [...new Set(months)].join('/'), scopeAsOf: '' });
}

/** One verdict: the value of then, the value of now, the rule and the reason. */
export function outcome(check, { dimensions, scope, call }) {
  return html`<div class="verdict" role="status">
    <h3><span class="badge ${VERDICTS[check.verdict] ?? ''}">${code(check.verdict)}</span></h3>
    <p>${why(check, dimensions)}</p>
    <dl class="pair">${side(t('As published by {day}', { day: day(check.then?.asOf) }), check.then)}${side(t('As published today'), check.now)}</dl>
    ${check.rule ? html`<p class="source">${t('Rule')}: ${said(check.rule, { code: `rule-${check.ruleCode}` })}</p>` : nothing}
    ${check.rightFor?.length ? html`<h3>${t('The number is right for')}</h3>${slices(check.rightFor, check.now?.unit ?? check.then?.unit, dimensions)}` : nothing}
    ${check.notes?.length ? html`<ul class="notes">${sentences(check.notes, check.noteCodes).map((n) => html`<li>${n}</li>`)}</ul>` : nothing}
    ${scope ? html`<p><a class="button" href=${scope}>${t('Find what this number is a number of')}</a></p>` : nothing}
    ${call ?? nothing}</div>`;
}

const side = (title, seen) => seen ? html`<div><dt>${title}</dt><dd>${valued(seen.value, seen.unit)}
  ${seen.value === null && seen.reason ? html`<small>${said(seen.reason, seen.reasonCode)}</small>` : nothing}
  ${seen.permalink ? html`<a href=${served(seen.permalink)}>${t('Permalink')}</a>` : nothing}
  ${seen.comparedPermalink ? html`<a href=${served(seen.comparedPermalink)}>${t('Permalink of what it is compared with')}</a>` : nothing}</dd></div>` : nothing;

/** The reason in the language of the page: its numbers are in the answer, so English needs no other sentence than the API's. */
function why(check, dimensions) {
  if (lang() === 'en') return said(check.why);
  const { code: what, values } = check.whyCode;
  const unit = check.now?.unit ?? check.then?.unit ?? 'encounters';
  const worded = Object.fromEntries(['then', 'now', 'said', 'value', 'mean'].filter((v) => v in values).map((v) => [v, valued(values[v], unit)]));
  const reason = (check.then?.value === null && check.then.reasonCode) || check.now?.reasonCode;
  const extra = {
    asOf: day(values.asOf),
    ...(reason && { reason: inSpanish(reason) }),
    ...(check.rightFor?.length && { scope: described(check.rightFor[0], unit, dimensions) }),
    ...(values.metric && { metric: code(values.metric) }),
  };
  return said(check.why, { code: `why-${what}` }, { ...worded, ...extra });
}

/** A slice in words, from its codes. */
function described(slice, unit, dimensions) {
  const counted = code(unit === 'lb' ? 'lb' : datasetOf(unit) === 'encounters' ? 'encounters' : 'events');
  const words = (filters) => {
    const names = Object.entries(filters).map(([d, c]) => c.split(',').map((each) => label(d, each, dimensions.find((x) => x.code === d)?.codes.find((x) => x.code === each)?.label)).join(', '));
    return names.length ? names.join(', ') : t('All {what}, nationwide', { what: counted });
  };
  const fiscal = slice.from.endsWith('-10') && slice.to === `${Number(slice.from.slice(0, 4)) + 1}-09`;
  const when = fiscal ? period(`FY${slice.to.slice(0, 4)}`) : span(slice.from, slice.to);
  const how = slice.reading === 'share' ? t('share of {whole}', { whole: words(slice.shareOf ?? {}) }) : code(`reading-${slice.reading}`);
  return `${words(slice.filters)}, ${when}: ${how}`;
}

export const slices = (items, unit, dimensions) => html`<ul class="list">${items.map((s) => html`<li>
  <a href=${address('series', { dataset: datasetOf(unit), ...(/events/.test(unit) && { measure: 'events' }), ...s.filters, from: s.from, to: s.to })}>${described(s, unit, dimensions)}</a>
  <p><span class="badge ${s.closeness === 'exact' ? 'good' : 'warn'}">${code(`closeness-${s.closeness}`)}</span> ${valued(s.value, s.reading === 'total' || s.reading === 'per-day' ? unit : 'percent')}
    · ${t('difference')} ${number(s.difference, 2)} · <a href=${served(s.permalink)}>${t('Permalink')}</a></p></li>`)}</ul>`;
