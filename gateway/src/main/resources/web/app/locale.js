const BROWSER = navigator.language.startsWith('es') ? 'es' : 'en';

/** The language of the page: the address says it, else the browser does. */
export function lang() {
  const asked = new URLSearchParams(location.search).get('lang');
  return asked === 'es' || asked === 'en' ? asked : BROWSER;
}

/** How numbers, dates and countries are written. */
export const locale = () => (lang() === 'es' ? 'es-MX' : 'en-US');
