import { html } from 'lit';
import { change, daily, day, month, number, signedPercent } from './format.js';
import { happened, inSpanish, label, lang, list, said, t, titled } from './i18n.js';

/** The slice of a comparison in words, its first letter in upper case. */
function sliced({ dataset, measure, ...filters }, view) {
  const counted = dataset === 'encounters' ? t('Encounters') : t(measure === 'events' ? 'Seizures of drugs' : 'Pounds of drugs seized');
  const where = Object.entries(filters).map(([dimension, value]) => {
    const what = list(value.replace(/^!/, '').split(',').map((c) => view.named(dimension, c)), value.startsWith('!') ? 'conjunction' : 'disjunction');
    return value.startsWith('!') ? t('all but {what}', { what }) : what;
  });
  return where.length ? `${counted} (${where.join('; ')})` : t('{what} nationwide', { what: counted });
}

/** What a comparison says: one sentence from its numbers, or why there is none. */
export function headline(data, view) {
  const what = sliced(data.slice, view);
  const { code: verdict, values } = data.headlineCode;
  if (verdict !== 'changed') return refusal(data, what);
  return t('{what} changed by {percent} after {day}: {after} a day over the {n} full months from {month} on, {before} a day in the same months of the year before.', {
    what,
    percent: signedPercent(values.percent),
    day: day(data.event),
    after: daily(values.perDay),
    before: daily(values.perDayYearBefore),
    n: values.months,
    month: month(values.firstMonth),
  });
}

function refusal({ headlineCode, headline: english, event }, what) {
  if (lang() === 'en') return said(english);
  const why = inSpanish({ ...headlineCode, code: `refused-${headlineCode.code}` });
  return why ? html`${what}: ${t('whether this changed after {day} can’t be said: {why}.', { day: day(event), why })}` : html`<span lang="en">${english}</span>`;
}

/** What changed after an agreement: the numbers of its comparison and of the contrast with other nationalities. */
export function agreementHeadline(impact, agreement) {
  const { event, change: data, nationalities, rivals } = impact;
  const { code: verdict, values } = impact.headlineCode;
  if (verdict !== 'changed-after-agreement') return refusal({ ...data, event }, titled(agreement));
  const whose = nationalities.length ? t(' of nationals of {countries}', { countries: list(nationalities.map((c) => label('citizenship', c))) }) : '';
  const parts = [
    html`${t('In the {n} full months after', { n: values.months })} ${titled(agreement)} (${day(event)})${t(', encounters{whose} at the southwest border changed by {percent} against the same months of the year before', { whose, percent: signedPercent(values.percent) })}`,
  ];
  if (values.contrastPercent !== undefined) {
    parts.push(t(' and by {percent} against other nationalities (p {p})', { percent: signedPercent(values.contrastPercent), p: number(values.contrastP, 2) }));
  }
  if (values.meanwhile?.length) {
    parts.push(html`${t(', while this was in effect throughout:')} ${rivals.filter((r) => values.meanwhile.includes(r.title)).map((r, i) => html`${i ? ', ' : ''}${happened(r)} (${day(r.date)})`)}`);
  }
  return html`${parts}.`;
}
