import * as echarts from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

const dark = matchMedia('(prefers-color-scheme: dark)');

/** The colours of the style sheet, so that a chart follows light and dark like the rest of the page. */
function theme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: colour('ink'),
    muted: colour('muted'),
    rule: colour('rule'),
    paper: colour('paper'),
    accent: colour('accent'),
    palette: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => colour(`c${n}`)),
    font: style.getPropertyValue('--sans').trim(),
  };
}

const base = ({ ink, muted, rule, paper, palette, font }) => ({
  animation: false,
  color: palette,
  textStyle: { fontFamily: font, color: ink },
  grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
  legend: { type: 'plain', bottom: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 4, textStyle: { color: ink } },
  tooltip: {
    trigger: 'axis',
    // Drawn as part of the picture: a tooltip of markup would need inline styles, which the content policy forbids.
    renderMode: 'richText',
    confine: true,
    backgroundColor: paper,
    borderColor: rule,
    textStyle: { color: ink, fontSize: 13, fontFamily: font },
    axisPointer: { type: 'line', lineStyle: { color: muted } },
  },
  xAxis: { type: 'category', axisTick: { show: false }, axisLine: { lineStyle: { color: muted } }, axisLabel: { color: muted, hideOverlap: true } },
  yAxis: {
    type: 'value',
    axisLabel: { color: muted },
    splitLine: { lineStyle: { color: rule } },
    nameGap: 16,
    nameTextStyle: { color: muted, align: 'left' },
  },
});

function merged(one, other) {
  const both = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const plain = value && typeof value === 'object' && !Array.isArray(value) && one[key] && !Array.isArray(one[key]);
    both[key] = plain ? merged(one[key], value) : value;
  }
  return both;
}

/** A chart; `option` is a function from the colours and the width to what ECharts is to draw, `label` says it in words. */
class Chart extends HTMLElement {
  #option;
  #chart;
  #observer = new ResizeObserver(() => {
    this.#chart?.resize();
    this.#draw();
  });
  #redraw = () => this.#draw();

  set option(option) {
    this.#option = option;
    this.#draw();
  }

  set label(text) {
    this.setAttribute('aria-label', text);
  }

  connectedCallback() {
    this.setAttribute('role', 'img');
    this.#chart = echarts.init(this, null, { renderer: 'svg' });
    this.#observer.observe(this);
    dark.addEventListener('change', this.#redraw);
    this.#draw();
  }

  disconnectedCallback() {
    dark.removeEventListener('change', this.#redraw);
    this.#observer.disconnect();
    this.#chart.dispose();
    this.#chart = undefined;
  }

  #draw() {
    if (!this.#chart || !this.#option) return;
    const given = { ...theme(), width: this.clientWidth };
    this.#chart.setOption(merged(base(given), this.#option(given)), true);
  }
}
customElements.define('puente-chart', Chart);
