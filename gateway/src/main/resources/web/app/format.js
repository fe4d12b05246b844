import { lang, locale } from './locale.js';

const made = new Map();

/** Formatters are dear to make and few: one for each way of writing. */
function formatter(Kind, options) {
  const key = `${Kind.name} ${locale()} ${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, new Kind(locale(), options));
  return made.get(key);
}

const absent = (value) => value === null || value === undefined;

/** @param {number} least digits after the point that are always there, so that a column of numbers lines up */
export const number = (value, digits = 0, least = 0) =>
  absent(value) ? '–' : formatter(Intl.NumberFormat, { maximumFractionDigits: digits, minimumFractionDigits: least }).format(value);

/** As an axis is labelled: 250K, but 1,200. */
export const compact = (value) =>
  Math.abs(value) < 10_000 ? number(value, 1) : formatter(Intl.NumberFormat, { notation: 'compact', maximumFractionDigits: 1 }).format(value);

/** Percentages as the API has them: 12.3 is twelve per cent. */
export const percent = (value, digits = 1, least = 0) =>
  absent(value) ? '–' : formatter(Intl.NumberFormat, { style: 'percent', maximumFractionDigits: digits, minimumFractionDigits: least }).format(value / 100);

export const signedPercent = (value) =>
  absent(value) ? '–' : formatter(Intl.NumberFormat, { style: 'percent', maximumFractionDigits: 1, minimumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value / 100);

/** A ratio as the change that it is. */
export const change = (ratio) => (absent(ratio) ? '–' : signedPercent(100 * (ratio - 1)));

/** Means a day: whole ones where they are large. */
export const daily = (value) => number(value, value < 100 ? 1 : 0, value < 100 ? 1 : 0);

export const money = (amount, currency) =>
  formatter(Intl.NumberFormat, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 2 }).format(amount);

/** A date that is none, as an address may have it, stays as it is: the API refuses it by name. */
function dated(text, options) {
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? text : formatter(Intl.DateTimeFormat, { timeZone: 'UTC', ...options }).format(at);
}

/** A day, or a month where only that is known: `2023-12-22`, `2023-12`. */
export function day(text, precision = 'day') {
  if (!text) return '–';
  if (/^\d{4}$/.test(text) || precision === 'year') return text.slice(0, 4);
  if (/^\d{4}-\d{2}$/.test(text)) return month(text);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  return precision === 'month' ? month(text.slice(0, 7)) : dated(text, { day: 'numeric', month: 'short', year: 'numeric' });
}

export const month = (text) => dated(`${text}-01`, { month: 'short', year: 'numeric' });

export const monthName = (text) => dated(`${text}-01`, { month: 'short' });

/** A period of the API as people write it: Nov 2023, Q4 2023, FY2024. */
export function period(text) {
  if (/^\d{4}-\d{2}$/.test(text)) return month(text);
  const [, fiscal, year, , quarter] = /^(FY)?(\d{4})(-Q(\d))?$/.exec(text) ?? [];
  if (!year) return text;
  const spanish = lang() === 'es';
  return `${quarter ? `${spanish ? 'T' : 'Q'}${quarter} ` : ''}${fiscal ? (spanish ? 'AF' : 'FY') : ''}${year}`;
}

/** The same months twice are one. */
export const span = (from, to) => (from === to ? day(from) : `${day(from)} – ${day(to)}`);

/** The period of the series that a day falls into; fiscal years begin in October. */
export function periodOf(date, freq) {
  const [year, monthNumber] = date.split('-').map(Number);
  const fiscal = monthNumber >= 10 ? year + 1 : year;
  switch (freq) {
    case 'quarter':
      return `${year}-Q${Math.ceil(monthNumber / 3)}`;
    case 'year':
      return `${year}`;
    case 'fiscal-quarter':
      return `FY${fiscal}-Q${Math.floor(((monthNumber + 2) % 12) / 3) + 1}`;
    case 'fiscal-year':
      return `FY${fiscal}`;
    default:
      return date.slice(0, 7);
  }
}

export function plusMonths(yearMonth, months) {
  const [year, number] = yearMonth.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
