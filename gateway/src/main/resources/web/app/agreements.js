import { html, nothing } from 'lit';
import { API, Load, empty, partial, served } from './api.js';
import { day, money, month, number, signedPercent } from './format.js';
import { code, label, lang, list, said, sentences, t, titled } from './i18n.js';
import { address, query } from './route.js';
import { View, releases } from './view.js';

const STATUS = { 'in-force': 'good', announced: 'warn', signed: 'warn', suspended: 'warn', ended: '', superseded: '' };
const RATING = { kept: 'good', 'partly-kept': 'warn', 'in-the-works': 'warn', stalled: 'warn', broken: 'bad', met: 'good', 'not-met': 'bad' };
const RUNGS = ['disbursement', 'obligation', 'appropriation', 'commitment', 'pledge', 'offer', 'ask'];

class Agreements extends View {
  static view = 'agreements';

  constructor() {
    super();
    this.list = new Load(this);
    this.one = new Load(this);
    this.lineage = new Load(this);
    this.commitments = new Load(this);
    this.pledges = new Load(this);
    this.sums = new Load(this);
    this.indicator = new Load(this);
  }

  willUpdate() {
    const { agreement, on, status, indicator } = this.params;
    const slug = agreement && encodeURIComponent(agreement);
    this.list.request(`/agreements${query({ on, status, limit: 200 })}`);
    this.one.request(slug ? `/agreements/${slug}${query({ on })}` : null);
    this.lineage.request(slug ? `/agreements/${slug}/lineage` : null);
    this.commitments.request(slug ? `/commitments${query({ agreement, on, limit: 200 })}` : null);
    this.pledges.request(`/pledges${query({ agreement, limit: 200 })}`);
    this.sums.request(`/pledges/sums${query({ agreement })}`);
    this.indicator.request(indicator ? `/commitments/${encodeURIComponent(indicator)}/indicator${query({ on })}` : null);
  }

  render() {
    return html`
      <h1>${t('Agreements')}<small>${this.params.on ? t('as they stood on {day}', { day: day(this.params.on) }) : t('as they stand today')}</small></h1>
      <form class="controls" aria-label=${t('Filters')} @submit=${(e) => e.preventDefault()}><div class="row">
        ${this.date('on', t('Status on'))}
        ${this.select('status', t('Status'), Object.keys(STATUS), { none: t('all') })}
        <a class="reset" href=${address('agreements')}>${t('Start again')}</a></div></form>
      <div class="columns">
        <section aria-label=${t('Agreements')}>${this.list.view((data) => data.items.length ? this.#list(data.items) : empty(t('No agreement has this status on this day.')))}</section>
        <article>${this.params.agreement
          ? html`${this.one.view((a) => this.#agreement(a))}`
          : html`<p class="lead">${t('Choose an agreement to see what was done about it, what it came from, what was promised and how firm the money is.')}</p>`}
          ${this.#money()}</article>
      </div>`;
  }

  #list(items) {
    return html`<ul class="list">${items.map((a) => html`<li>
      <a href=${address('agreements', { ...this.params, agreement: a.slug, indicator: '' })} aria-current=${a.slug === this.params.agreement}>${titled(a)}</a>
      <p><span class="badge ${STATUS[a.status] ?? ''}">${code(a.status)}</span> ${code(a.kind)}${a.statusSince ? html` · ${t('since')} ${day(a.statusSince)}` : nothing}</p></li>`)}</ul>`;
  }

  #agreement(a) {
    return html`
      <h2>${titled(a)}</h2>
      <p class="lead">${lang() === 'es' && a.summaryEs ? a.summaryEs : html`<span lang="en">${a.summary}</span>`}</p>
      <p><span class="badge ${STATUS[a.status] ?? ''}">${code(a.status)}</span> <span class="tag">${code(a.kind)} · ${code(a.bindingness)} · ${list(a.parties.map(country))}
        ${a.nationalities.length ? html` · ${t('concerns nationals of')} ${list(a.nationalities.map((c) => label('citizenship', c)))}` : nothing}</span></p>
      ${a.note ? html`<p class="source" lang="en">${a.note}</p>` : nothing}
      <p><a href=${address('change', { agreement: a.slug })}>${t('What changed after it')}</a></p>
      <h3>${t('What was done')}</h3>
      <ol class="stem">${a.actions.map((x) => html`<li><time datetime=${x.date}>${day(x.date, x.precision)}</time> ${code(x.kind)}
        <span class="tag">${x.party ? label('party', x.party) : t('all parties')}</span></li>`)}</ol>
      <h3>${t('Lineage')}</h3>${this.lineage.view((data) => drawn(data, a))}
      <h3>${t('Commitments')}</h3>${this.commitments.view((data) => data.items.length ? this.#promises(data.items) : empty(t('None on record.')))}
      <p class="source">${t('Source')}: ${a.sources.map((s, i) => html`${i ? '; ' : ''}<span lang="en">${s.title}</span>`)} · <a translate="no" href="${API}/agreements/${a.slug}">GET ${API}/agreements/${a.slug}</a></p>`;
  }

  #promises(items) {
    return html`<ul class="list">${items.map((c) => html`<li>
      <span class="badge ${RATING[c.status] ?? ''}">${code(c.status)}</span> ${titled(c)}
      <p lang="en">${c.statement}</p>
      <p>${t('owed by')} ${list(c.owners.map(country))}${c.due ? html` · ${t('due')} ${day(c.due)}` : nothing}</p>
      ${c.assessments.length ? html`<ol class="stem">${c.assessments.map((x) => html`<li class="assessment"><time datetime=${x.date}>${day(x.date)}</time>
        <span class="badge ${RATING[x.rating] ?? ''}">${code(x.rating)}</span> ${assessor(x.assessor)}</li>`)}</ol>` : nothing}
      ${c.indicator ? this.#number(c) : nothing}</li>`)}</ul>`;
  }

  #number(c) {
    const open = this.params.indicator === c.slug;
    return html`<p><a href=${address('agreements', { ...this.params, indicator: open ? '' : c.slug })} aria-expanded=${open}>${t('Its number')}</a></p>
      ${open ? this.indicator.view(evaluated) : nothing}`;
  }

  #money() {
    return html`<section><h2>${t('The money ladder')}</h2>
      <p class="source">${t('Firmest rung first. Rungs, currencies and payers are never added up.')}</p>
      ${this.sums.view((sums) => this.pledges.view((pledges) => ladder(sums, pledges.items)))}</section>`;
  }
}
customElements.define('puente-agreements', Agreements);

const assessor = (who) => (who === 'reference-data' ? t('from the reference data') : html`<span lang="en">${who?.name ?? who ?? nothing}</span>`);

const country = (party) => label('party', party.code, party.name);

/** From what it came and to what it led, left to right; the words on the arrows are the relations. */
function drawn({ ancestors, descendants }, agreement) {
  if (!ancestors.length && !descendants.length) return empty(t('It neither follows from another nor led to one on record.'));
  const step = (x) => html`<li>${x.kind === 'agreement' ? html`<a href=${address('agreements', { agreement: x.slug })}>${titled(x)}</a>` : titled(x)}
    <span class="tag">${code(x.kind)} · ${day(x.from)}${x.until && x.until !== x.from ? html` – ${day(x.until)}` : nothing}</span></li>`;
  const arrow = (x) => html`<li class="arrow">${code(x.relation)}</li>`;
  const before = [...ancestors].sort((a, b) => b.distance - a.distance);
  return html`<ul class="flow">${before.map((x) => html`${step(x)}${arrow(x)}`)}<li class="self">${titled(agreement)}</li>
    ${descendants.map((x) => html`${arrow(x)}${step(x)}`)}</ul>`;
}

function evaluated({ commitment, evaluation, missing }) {
  const { indicator } = commitment;
  return html`<div class="verdict">${partial(missing)}
    ${evaluation ? html`<p><span class="badge ${RATING[evaluation.verdict] ?? ''}">${code(evaluation.verdict)}</span>
      ${code(indicator.transform ?? 'level')} ${code(indicator.comparator)} ${number(Number(indicator.threshold), 2)}: ${t('{met} of {of} months', { met: evaluation.met, of: evaluation.of })}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('Its number')}><table><thead><tr>${evaluation.months.map((m) => html`<th scope="col">${month(m.period)}</th>`)}</tr></thead>
        <tbody><tr>${evaluation.months.map((m) => html`<td>${evaluation.unit === 'percent' ? signedPercent(m.value) : number(m.value, 1)} ${m.met === null ? '' : m.met ? '✓' : '✗'}</td>`)}</tr></tbody></table></div>
      ${releases(evaluation.releases)}<p class="source"><a href=${served(evaluation.permalink)}>${t('Permalink')}</a></p>` : nothing}
    ${indicator?.note ? html`<p class="source" lang="en">${indicator.note}</p>` : nothing}</div>`;
}

function ladder({ sums, leftOut, notes, noteCodes }, pledges) {
  if (!sums.length) return empty(t('No money on record.'));
  const most = (currency) => Math.max(...sums.filter((s) => s.currency === currency).map((s) => s.amount));
  return html`<ol class="ladder">${RUNGS.map((rung) => {
    const here = sums.filter((s) => s.rung === rung);
    return here.length ? html`<li><h3>${code(rung)}</h3>${here.map((s) => html`<div class="bar">
        <span>${country(s.payer)}</span>
        <progress max=${most(s.currency)} value=${s.amount} aria-label=${`${country(s.payer)}: ${money(s.amount, s.currency)}`}></progress>
        <b>${money(s.amount, s.currency)}</b></div>
        ${s.pledges.map((p) => pledged(pledges.find((x) => x.slug === p.slug) ?? p))}`)}</li>`
      : html`<li class="empty-rung">${code(rung)} · ${t('nothing on record')}</li>`;
  })}</ol>
  ${leftOut?.length ? html`<p class="source">${t('Left out, so that nothing counts twice')}:</p><ul class="notes">${leftOut.map((l) => html`<li>${titled(l.pledge)}, ${money(l.amount, l.currency)}: ${said(l.reason, l.reasonCode)}</li>`)}</ul>` : nothing}
  ${notes?.length ? html`<ul class="notes">${sentences(notes, noteCodes).map((n) => html`<li>${n}</li>`)}</ul>` : nothing}`;
}

const pledged = (p) => html`<p class="source">${titled(p)}${p.date ? html`, ${day(p.date, p.precision)}` : nothing}${p.through ? html` – ${day(p.through)}` : nothing}${p.note ? html`. <span lang="en">${p.note}</span>` : nothing}</p>`;
