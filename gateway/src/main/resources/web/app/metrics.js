// What a figure can be a figure of, as the check of the API takes it: the data it comes from and how a number is made of it.

const of = (dataset, unit, reading) => ({ dataset, unit, reading });

export const METRICS = {
  encounters: of('encounters', 'encounters', 'total'),
  'encounters-per-day': of('encounters', 'encounters/day', 'per-day'),
  'encounters-share': of('encounters', 'percent', 'share'),
  'encounters-change': of('encounters', 'percent', 'change'),
  'encounters-change-on-year': of('encounters', 'percent', 'change-on-year'),
  'encounters-rank': of('encounters', 'rank', 'rank'),
  'encounters-highest': of('encounters', 'encounters', 'highest'),
  'drug-weight': of('drug-seizures', 'lb', 'total'),
  'drug-weight-change': of('drug-seizures', 'percent', 'change'),
  'drug-weight-change-on-year': of('drug-seizures', 'percent', 'change-on-year'),
  'drug-events': of('drug-seizures', 'events', 'total'),
  'drug-events-change': of('drug-seizures', 'percent', 'change'),
  'drug-events-change-on-year': of('drug-seizures', 'percent', 'change-on-year'),
};

export const COMPARATORS = ['exactly', 'about', 'nearly', 'up-to', 'over', 'under', 'at-least', 'no-more-than', 'between'];

/** Parameters of the address that make a figure of one's own. */
export const CLAIM = ['metric', 'comparator', 'value', 'upperValue', 'by', 'from', 'to', 'comparedFrom', 'comparedTo', 'saidOn'];

/** The filters of the whole that a share is of are kept apart from those of the part. */
export const WHOLE = 'of.';

function filters(params, dimensions, prefix = '') {
  return Object.fromEntries(dimensions.filter((d) => params[prefix + d]).map((d) => [d, params[prefix + d]]));
}

/**
 * The figure in the address, as the API takes it; null while something is missing without which it would only be refused.
 * @param {string[]} dimensions codes of the dimensions of its data
 */
export function claimOf(params, dimensions) {
  const { metric = 'encounters', comparator = 'exactly', value, upperValue, from, to, comparedFrom, comparedTo, saidOn } = params;
  const { unit, reading } = METRICS[metric] ?? METRICS.encounters;
  const start = reading === 'highest' ? from : (from ?? to);
  const incomplete = !value || !(to ?? from) || (comparator === 'between' && !upperValue) || !dimensions.length;
  if (incomplete) return null;
  return {
    metric,
    filters: filters(params, dimensions),
    ...(reading === 'share' && { shareOf: filters(params, dimensions, WHOLE) }),
    period: { ...(start && { from: start }), to: to ?? from },
    ...(reading === 'change' && comparedFrom && { comparedWith: { from: comparedFrom, to: comparedTo ?? comparedFrom } }),
    comparator,
    value: Number(value),
    ...(comparator === 'between' && { upperValue: Number(upperValue) }),
    unit,
    ...(saidOn && { saidOn }),
  };
}

/** What the finder of scopes calls the unit of a claim; undefined where it can't look for such a number. */
export function scopeUnit(metric) {
  const { dataset, unit, reading } = METRICS[metric] ?? {};
  if (!unit || reading === 'rank' || reading === 'highest') return undefined;
  if (unit !== 'percent') return unit;
  if (dataset === 'encounters') return 'percent';
  return metric.startsWith('drug-weight') ? 'percent of lb' : 'percent of events';
}

export const SCOPE_UNITS = ['encounters', 'encounters/day', 'percent', 'lb', 'percent of lb', 'events', 'percent of events'];

export const datasetOf = (unit) => (/encounters|^percent$/.test(unit) ? 'encounters' : 'drug-seizures');
