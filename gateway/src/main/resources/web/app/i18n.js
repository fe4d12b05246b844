import { spanish, spanishCodes } from './es.js';

const BROWSER = navigator.language.startsWith('es') ? 'es' : 'en';

/** The language of the page: the address says it, else the browser does. */
export function lang() {
  const asked = new URLSearchParams(location.search).get('lang');
  return asked === 'es' || asked === 'en' ? asked : BROWSER;
}

/** A text of this page, written in English where it is used; `{name}` is replaced by a value. */
export function t(text, values = {}) {
  if (lang() === 'es' && !Object.hasOwn(spanish, text)) console.warn(`no Spanish for: ${text}`);
  const said = lang() === 'es' ? (spanish[text] ?? text) : text;
  return said.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

/** A code of the API in words: translated where we know it, else by the label that came along. */
export function code(code, label = words(code)) {
  return lang() === 'es' ? (spanishCodes[code] ?? label) : label;
}

const words = (code) => code.replaceAll('-', ' ');
