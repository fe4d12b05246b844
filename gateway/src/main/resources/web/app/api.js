import { html, nothing } from 'lit';
import { code, lang, list, said, t } from './i18n.js';

export const API = '/api/v1';

/** A refusal or failure; `problem` is the problem document where the gateway sent one. */
class ApiError extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? problem?.title ?? '');
    this.status = status;
    this.problem = problem;
  }
}

const LATE = [503, 504];
const PAUSE = 500;

/** A read that came too late is asked for once more: its answer may be ready by then. */
async function call(path, body, signal) {
  const first = await send(path, body, signal);
  if (body || !LATE.includes(first.status)) return read(first);
  await new Promise((resume) => setTimeout(resume, PAUSE));
  return read(await send(path, body, signal));
}

const send = (path, body, signal) =>
  fetch(API + path, {
    signal,
    headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });

async function read(answer) {
  if (!answer.ok) {
    throw new ApiError(answer.status, await answer.json().catch(() => undefined));
  }
  return answer.json();
}

/** Permanent links of the services, as the gateway serves them. */
export const served = (link) => (link?.startsWith('/v1/') ? `/api${link}` : link);

/** One answer of the API that a view waits for: loading, there, or failed. */
export class Load {
  constructor(host) {
    this.host = host;
    this.state = 'idle';
  }

  /** Asks once for each different request; nothing is asked for where the path is null. */
  request(path, body) {
    const key = path && path + JSON.stringify(body ?? null);
    if (key === this.key) return;
    this.key = key;
    this.ask = () => this.#run(path, body);
    this.ask();
  }

  async #run(path, body) {
    this.abort?.abort();
    this.data = path ? this.data : undefined;
    this.state = path ? 'loading' : 'idle';
    this.host.requestUpdate();
    if (!path) return;
    const abort = (this.abort = new AbortController());
    try {
      const data = await call(path, body, abort.signal);
      if (abort.signal.aborted) return;
      this.data = data;
      this.state = 'there';
    } catch (error) {
      if (abort.signal.aborted) return;
      this.data = undefined;
      this.error = error;
      this.state = 'failed';
    }
    this.host.requestUpdate();
  }

  /** Draws what there is; an answer that is being replaced stays in sight, dimmed. */
  view(draw) {
    if (this.state === 'failed') return failure(this.error, this.ask);
    if (this.data === undefined) return this.state === 'loading' ? skeleton() : nothing;
    return html`<div class="answer" aria-busy=${this.state === 'loading'}>${draw(this.data)}</div>`;
  }
}

const skeleton = () => html`
  <div class="skeleton" role="status">
    <span class="visually-hidden">${t('Loading…')}</span>
    <div></div><div></div><div></div>
  </div>`;

function failure(error, again) {
  const { violations = [], detail, kinds } = error.problem ?? {};
  const refused = error.status >= 400 && error.status < 500;
  return html`
    <div class="notice failure" role="alert">
      <h2>${title(error)}</h2>
      ${violations.length && lang() !== 'en' ? html`<p>${t('Not accepted:')} ${violations.map((v, i) => html`${i ? ', ' : ''}<code translate="no">${v.field}</code>`)}</p>` : nothing}
      ${kinds ? html`<p>${t('No imported file tells this apart. It takes an official file of this kind: {kinds}.', { kinds: list(kinds.map((kind) => code(kind)), 'disjunction') })}</p>` : nothing}
      ${inItsOwnWords(violations, kinds ? undefined : detail)}
      ${refused ? nothing : html`<p><button type="button" @click=${again}>${t('Try again')}</button></p>`}
    </div>`;
}

/** What exactly is wrong only the API knows, and it says so in English. */
function inItsOwnWords(violations, detail) {
  if (!violations.length && !detail) return nothing;
  return html`${lang() === 'en' ? nothing : html`<p>${t('In the words of the API:')}</p>`}
    ${violations.length
      ? html`<ul lang="en">${violations.map((v) => html`<li><code>${v.field}</code> ${v.reason}</li>`)}</ul>`
      : html`<p lang="en">${detail}</p>`}`;
}

function title(error) {
  if (error.status === 404) return t('There is no such record');
  if (error.status === 422 && error.problem?.kinds) return t('The imported files can’t answer this');
  if (error.status === 429) return t('Too many requests: wait a moment');
  if (error.status >= 500) return t('The service behind this can’t answer right now');
  if (error.status) return t('The API refuses this request');
  return t('The gateway can’t be reached');
}

/** What a join could not get; the gateway never fills such gaps. */
export const partial = (missing) =>
  missing?.length
    ? html`<div class="notice partial" role="status">
        <h2>${t('This answer is incomplete')}</h2>
        <p>${t('The gateway answered with what it has. Missing:')}</p>
        <ul>${missing.map((m) => html`<li><code translate="no">${m.upstream}</code> ${said(m.reason, { code: `upstream-${m.code}` })}</li>`)}</ul>
      </div>`
    : nothing;

export const empty = (text) => html`<p class="notice empty">${text}</p>`;
