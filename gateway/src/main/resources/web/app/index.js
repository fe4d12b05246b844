import { LitElement, html } from 'lit';
import './style.css';
import './chart.js';
import './choice.js';
import './series.js';
import './change.js';
import './figures.js';
import './agreements.js';
import './timeline.js';
import { lang, t } from './i18n.js';
import { address, current, go, own } from './route.js';

const VIEWS = {
  series: ['Series', (p) => html`<puente-series .params=${p}></puente-series>`],
  change: ['What changed', (p) => html`<puente-change .params=${p}></puente-change>`],
  figures: ['Figures', (p) => html`<puente-figures .params=${p}></puente-figures>`],
  agreements: ['Agreements', (p) => html`<puente-agreements .params=${p}></puente-agreements>`],
  timeline: ['Timeline', (p) => html`<puente-timeline .params=${p}></puente-timeline>`],
};

class Explorer extends LitElement {
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('popstate', () => this.requestUpdate());
    addEventListener('puente-route', () => this.requestUpdate());
    document.addEventListener('click', (event) => this.#follow(event));
  }

  get view() {
    const view = current().get('view');
    return Object.hasOwn(VIEWS, view) ? view : 'series';
  }

  render() {
    const [name, draw] = VIEWS[this.view];
    document.documentElement.lang = lang();
    document.title = `${t(name)} · Puente`;
    return html`
      <a class="skip" href="#main">${t('Skip to content')}</a>
      <header class="masthead">
        <p class="brand"><a href=${address('series')}>Puente</a> <span>${t('What the border figures say, and what governments agreed')}</span></p>
        <nav aria-label=${t('Views')}>
          ${Object.entries(VIEWS).map(([view, [label]]) => html`
            <a href=${address(view)} aria-current=${view === this.view ? 'page' : 'false'}>${t(label)}</a>`)}
        </nav>
        ${this.#languages()}
      </header>
      <main id="main" tabindex="-1">${draw(own(current()))}</main>
      <footer>
        <p>${t('Figures are encounters, not persons: the same person may be counted more than once. Source: US Customs and Border Protection.')}</p>
        <p><a href="/docs">${t('The API behind this page')}</a> · <a href="/openapi">OpenAPI</a></p>
      </footer>`;
  }

  #languages() {
    const other = lang() === 'es' ? 'en' : 'es';
    const query = current();
    query.set('lang', other);
    return html`<a class="language" href=${`/?${query}`.replaceAll('%2C', ',')} lang=${other} hreflang=${other}>${other === 'es' ? 'Español' : 'English'}</a>`;
  }

  /** Links of this page change the address alone; a new view gets the focus, as a new page would. */
  #follow(event) {
    const link = event.target.closest?.('a[href^="/?"]');
    if (!link || link.target || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const before = this.view;
    go(link.getAttribute('href'));
    this.updateComplete.then(() => {
      if (before === this.view) return;
      scrollTo(0, 0);
      this.querySelector('main').focus({ preventScroll: true });
    });
  }
}
customElements.define('puente-explorer', Explorer);
