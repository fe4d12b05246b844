import { html, nothing } from 'lit';
import { API, Load, empty, partial } from './api.js';
import { day, month, number, signedPercent } from './format.js';
import { code, happened, label, t } from './i18n.js';
import { address, query } from './route.js';
import { View } from './view.js';

const KINDS = ['agreement-action', 'engagement', 'port-measure', 'assessment', 'event'];

class Timeline extends View {
  static view = 'timeline';

  constructor() {
    super();
    this.answer = new Load(this);
  }

  willUpdate() {
    this.answer.request(this.path());
  }

  get kinds() {
    const kinds = this.params.kind ?? KINDS.join(',');
    return kinds.replace(/^none,?/, '');
  }

  path() {
    const { from, to, party, cursor, sort = '-date' } = this.params;
    const all = KINDS.every((kind) => this.kinds.includes(kind));
    return `/timeline${query({ from, to, party, kind: all ? '' : this.kinds, sort, limit: 200, cursor })}`;
  }

  render() {
    return html`
      <h1>${t('Timeline')}<small>${t('Meetings, agreements, ports and events, each month beside its encounters at the southwest border')}</small></h1>
      <form class="controls" aria-label=${t('Filters')} @submit=${(e) => e.preventDefault()}>
        <div class="row">${this.several('kind', t('Show'), KINDS, this.kinds)}</div>
        <div class="row">${this.date('from', t('From'))}${this.date('to', t('To'))}
          ${this.select('party', t('Party'), ['USA', 'MEX'], { none: t('all'), labels: { USA: label('party', 'USA'), MEX: label('party', 'MEX') } })}
          ${this.select('sort', t('Order'), ['-date', 'date'], { value: this.params.sort ?? '-date', labels: { '-date': t('newest first'), date: t('oldest first') } })}
          <a class="reset" href=${address('timeline')}>${t('Start again')}</a></div></form>
      ${this.kinds ? this.answer.view((data) => this.#entries(data)) : empty(t('Choose at least one kind of entry.'))}`;
  }

  change(parameters, options) {
    super.change({ cursor: '', ...parameters }, options);
  }

  #entries(data) {
    if (!data.items.length) return html`${partial(data.missing)}${empty(t('Nothing on record for this choice.'))}`;
    const months = new Map();
    for (const entry of data.items) {
      const at = entry.date.slice(0, 7);
      months.set(at, [...(months.get(at) ?? []), entry]);
    }
    return html`${partial(data.missing)}<p class="tag">${t('Entries: {n}', { n: data.total })}</p>
      ${[...months].map(([at, entries]) => html`<section>
        <div class="month"><h2>${month(at)}</h2>${figure(entries[0].encounters, data.missing)}</div>
        <ol class="stem">${entries.map(entryOf)}</ol></section>`)}
      ${data.next ? html`<p><a class="button" href=${address('timeline', { ...this.params, cursor: data.next })}>${t('More')}</a></p>` : nothing}
      <p class="source"><a translate="no" href=${API + this.path()}>GET ${API}${this.path()}</a></p>`;
  }
}
customElements.define('puente-timeline', Timeline);

const figure = (month, missing) => month
  ? html`<p><b>${number(month.value)}</b> ${t('encounters')}${month.yearOnYear === null ? nothing : html`, ${t('{change} on the year', { change: signedPercent(month.yearOnYear) })}`}</p>`
  : html`<p class="missing">${missing.some((m) => m.upstream === 'statistics') ? t('figure missing') : t('no figure covers this month')}</p>`;

const entryOf = (entry) => html`<li class=${entry.kind}><time datetime=${entry.date}>${day(entry.date, entry.precision)}</time>
  ${entry.record.kind === 'agreement'
    ? html`<a href=${address('agreements', { agreement: entry.record.slug })}>${happened(entry)}</a>`
    : happened(entry)}
  <span class="tag">${code(entry.kind)}</span></li>`;
