// The address is the whole state of the page: what a view shows can be read from it and nothing else.

export const current = () => new URLSearchParams(location.search);

/** The address of a view; language is kept, parameters without a value are left out. */
export function address(view, parameters = {}) {
  const query = new URLSearchParams({ view });
  const lang = current().get('lang');
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, value);
  }
  if (lang) query.set('lang', lang);
  return `/?${query}`.replaceAll('%2C', ',');
}

export function go(url, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', url);
  dispatchEvent(new Event('puente-route'));
}

/** The parameters of a view without those that belong to the page. */
export function own(parameters) {
  const { view, lang, ...rest } = Object.fromEntries(parameters);
  return rest;
}

/** A query string that reads well: commas stay commas, empty values are left out. */
export function query(parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length ? `?${new URLSearchParams(given)}`.replaceAll('%2C', ',') : '';
}
