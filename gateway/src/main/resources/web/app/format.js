import { lang } from './i18n.js';

const locale = () => (lang() === 'es' ? 'es-MX' : 'en-US');

export const number = (value, digits = 0) =>
  value === null || value === undefined
    ? '–'
    : new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);

export const compact = (value) =>
  new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 1 }).format(value);

export const signedPercent = (value) =>
  value === null || value === undefined
    ? '–'
    : `${new Intl.NumberFormat(locale(), { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value)} %`;

/** A ratio as the change that it is. */
export const change = (ratio) => (ratio === null || ratio === undefined ? '–' : signedPercent(100 * (ratio - 1)));

export const money = (amount, currency) =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 2 }).format(amount);

const dated = (text, options) =>
  new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', ...options }).format(new Date(`${text}T00:00:00Z`));

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

/** A period of the API: months are spelt out, quarters and years stay as they are. */
export const period = (text) => (/^\d{4}-\d{2}$/.test(text) ? month(text) : text);

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
