import { html } from 'lit';
import { country } from './countries.js';
import { spanish, spanishCodes, spanishSentences } from './es.js';
import { day, number } from './format.js';
import { lang, locale } from './locale.js';

export { lang };

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

/** A text of this page, written in English where it is used; `{name}` is replaced by a value. */
export function t(text, values = {}) {
  if (lang() === 'es' && !Object.hasOwn(spanish, text)) console.warn(`no Spanish for: ${text}`);
  return filled(lang() === 'es' ? (spanish[text] ?? text) : text, values);
}

/** Codes whose words say too little by themselves. */
const ENGLISH = {
  'encounters-per-day': 'encounters a day', 'encounters/day': 'encounters a day', 'encounters-share': 'share of encounters',
  'encounters-rank': 'rank among the same months', 'encounters-highest': 'highest of the same months', 'encounters-change': 'change in encounters',
  'encounters-change-on-year': 'change in encounters on the year', 'drug-weight': 'weight of drugs seized', 'drug-weight-change': 'change in the weight of drugs',
  'drug-weight-change-on-year': 'change in the weight of drugs on the year', 'drug-events': 'seizures of drugs', 'drug-events-change': 'change in seizures',
  'drug-events-change-on-year': 'change in seizures on the year', lb: 'pounds', events: 'seizures', weight: 'weight in pounds', percent: 'percent',
  'fiscal-year-to-date': 'fiscal year to date', 'rolling-12': 'sum of twelve months', 'per-day': 'mean per day', 'year-on-year': 'change on the year',
  'percent-change': 'change in percent', share: 'share of the total', index: 'index (a period = 100)', level: 'figures as published',
  latest: 'newest figures', first: 'first prints', 'no-more-than': 'no more than', USA: 'United States', MEX: 'Mexico', usbp: 'US Border Patrol', rest: 'All the rest',
  'closeness-exact': 'exact', 'closeness-thousandth': 'within 0.1 %', 'closeness-rounded': 'rounded', 'closeness-hundredth': 'within 1 %',
  'reading-total': 'total', 'reading-per-day': 'mean a day', 'reading-change': 'change on the span before', 'reading-change-on-year': 'change on the year before',
  region: 'Border region', component: 'CBP component', area: 'Office or sector', state: 'State', demographic: 'Demographic', citizenship: 'Citizenship',
  authority: 'Legal basis', type: 'Encounter type', land: 'Land filter', drug: 'Drug', 'title-42': 'Title 42 expulsions',
};

/** A code of the API in words: translated, else by the label that came along. */
export function code(code, label) {
  if (lang() !== 'es') return label ?? ENGLISH[code] ?? code.replaceAll('-', ' ');
  if (!Object.hasOwn(spanishCodes, code)) console.warn(`no Spanish for: ${code}`);
  return spanishCodes[code] ?? label ?? code.replaceAll('-', ' ');
}

/** The same inside of a sentence: abbreviations keep their capitals. */
export const within = (text) => (/^\p{Lu}\p{Ll}/u.test(text) ? text[0].toLowerCase() + text.slice(1) : text);

/** Offices, sectors and states are proper names; they stay as they are officially written. */
const PROPER = ['area', 'state'];

/** What a code of a dimension stands for; codes that came with a new official file keep the label they came with. */
export function label(dimension, value, given) {
  if (PROPER.includes(dimension)) return given ?? value;
  if (dimension === 'citizenship' || dimension === 'party') return country(value) ?? (lang() === 'es' ? (spanishCodes[value] ?? given ?? value) : (given ?? value));
  return lang() === 'es' ? (spanishCodes[value] ?? given ?? value) : (given ?? code(value));
}

/** The language that a label of the API is in, where it isn't the page's own. */
export const foreign = (dimension) => (PROPER.includes(dimension) && lang() !== 'en' ? 'en' : undefined);

/** Several things in a row: `a, b and c`. */
export const list = (texts, type = 'conjunction') => new Intl.ListFormat(locale(), { type }).format(texts);

/** A record's own title; content keeps its language, and says so. */
export const titled = (record) => (lang() === 'es' && record.titleEs ? record.titleEs : html`<span lang="en">${record.title}</span>`);

/** The same as plain text, for places that can't hold markup. */
export const titleText = (record) => (lang() === 'es' && record.titleEs) || record.title;

/** A dated entry: the title of its record, and in a word what happened to it. */
export function happened({ title, state, record }) {
  if (lang() === 'en') return title;
  if (!record?.title) return html`<span lang="en">${title}</span>`;
  return state ? html`${titled(record)}: ${stateOf(state)}` : titled({ ...record, title });
}

/** A state of an agreement, or what a measure at a port did to which traffic: `vehicles-and-rail-suspended`. */
function stateOf(state) {
  const [, traffic, measure] = /^(.+)-(suspended|reduced|resumed)$/.exec(state) ?? [];
  return measure ? `${code(`port-${measure}`)} (${list(traffic.split('-and-').map((what) => code(what)))})` : code(state);
}

const DAY = /(?<![\w-])\d{4}-\d{2}(-\d{2})?(?![\w-])/g;

function worded(value) {
  if (Array.isArray(value)) return list(value.map(worded));
  if (typeof value === 'number') return number(value, Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 3 : 1);
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(value)) return day(value);
  if (/^\d{4}-\d{2}\/\d{4}-\d{2}$/.test(value)) return value.split('/').map((end) => day(end)).join(' – ');
  return spanishCodes[value] ?? value;
}

/** What a code of the API says in Spanish; undefined where it is new to this page. `ready` are values already written out. */
export function inSpanish(coded, ready = {}) {
  const sentence = coded && spanishSentences[coded.code];
  if (!sentence) return undefined;
  const values = Object.fromEntries(Object.entries(coded.values ?? {}).map(([name, value]) => [name, name === 'fiscalYear' ? `${value}` : worded(value)]));
  const text = filled(sentence, { ...values, ...ready });
  // A month that begins a sentence is written small in Spanish, but not there.
  return (sentence.startsWith('{month') ? text[0].toUpperCase() + text.slice(1) : text) + (spanishSentences[`${coded.code}: ${coded.values?.regime}`] ?? '');
}

/** A sentence of the API: in English as it came, with dates written out; in Spanish from its code and values. */
export function said(text, coded, ready) {
  if (lang() !== 'es') return text?.replace(DAY, (date) => day(date));
  const spanishText = inSpanish(coded, ready);
  if (spanishText) return spanishText;
  console.warn(`no Spanish for: ${coded?.code ?? text}`);
  return html`<span lang="en">${text}</span>`;
}

/** Sentences with their codes in the same order. */
export const sentences = (texts, codes = []) => texts.map((text, i) => said(text, codes[i]));
