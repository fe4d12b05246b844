import { html, nothing } from 'lit';
import { day, period } from './format.js';
import { code, t } from './i18n.js';

/** Parameters of a series that few need. */
export const RARE = ['fiscalYear', 'vintage', 'release', 'order'];

const FIRST_YEAR = 2016;

/** The controls of those parameters. */
export function rare(view) {
  const { release = '', fiscalYear = '' } = view.params;
  const files = (view.published.data?.items ?? []).filter((r) => r.kind.startsWith(view.dataset === 'encounters' ? 'encounters' : 'drug'));
  const thisYear = new Date().getUTCFullYear();
  const years = Array.from({ length: thisYear + 2 - FIRST_YEAR }, (_, i) => `${thisYear + 1 - i}`);
  return html`
    <label class="field"><span>${t('Fiscal year, in place of from and to')}</span>
      <select name="fiscalYear" @change=${(e) => view.change({ fiscalYear: e.target.value })}>
        <option value="" ?selected=${!fiscalYear}>${t('any')}</option>
        ${years.map((y) => html`<option value=${y} ?selected=${fiscalYear.replace('FY', '') === y}>${period(`FY${y}`)}</option>`)}</select></label>
    ${view.select('vintage', t('Of several publications'), ['first', 'all'], { none: code('latest'), labels: { all: t('each by itself') } })}
    <label class="field"><span>${t('Only this official file')}</span>
      <select name="release" @change=${(e) => view.change({ release: e.target.value })}>
        <option value="" ?selected=${!release}>${t('any')}</option>
        ${release && !files.some((r) => r.id === release) ? html`<option value=${release} selected>${release}</option>` : nothing}
        ${files.map((r) => html`<option lang="en" value=${r.id} ?selected=${release === r.id}>${r.title} (${day(r.publishedOn)})</option>`)}</select></label>
    ${view.select('order', t('Order of the series'), ['-value', 'value', 'code'], { none: t('as usual'), labels: { '-value': t('largest first'), value: t('smallest first'), code: t('by code') } })}`;
}
