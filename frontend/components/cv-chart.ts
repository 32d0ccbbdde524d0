import { LitElement } from 'lit';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);
type Series = { name: string; values: number[]; token: string };

/** A line or bar chart in the colours of the page; see uikit.ChartView. */
class CvChart extends LitElement {
  static properties = { kind: {}, stacked: { type: Boolean }, categories: { attribute: false }, series: { attribute: false }, locale: {} };
  declare kind: string; declare stacked: boolean; declare categories: string[]; declare series: Series[]; declare locale: string;
  private chart?: ECharts;
  private sizes = new ResizeObserver(() => this.chart?.resize());
  private scheme = matchMedia('(prefers-color-scheme: dark)');
  private redraw = () => this.requestUpdate();
  private themes = new MutationObserver(this.redraw);

  createRenderRoot() { return this; }

  connectedCallback() {
    super.connectedCallback();
    this.sizes.observe(this);
    this.scheme.addEventListener('change', this.redraw);
    this.themes.observe(document.documentElement, { attributes: true });
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.themes.disconnect();
    this.scheme.removeEventListener('change', this.redraw);
    this.chart?.dispose();
    this.chart = undefined;
  }

  updated() {
    if (!this.isConnected) return;
    this.chart ??= init(this, undefined, { renderer: 'svg', locale: this.locale === 'fr' ? 'FR' : 'EN' });
    const ink = this.colour('--cv-ink-2');
    const line = this.colour('--cv-pane-line');
    const font = getComputedStyle(this).fontFamily;
    const text = { color: ink, fontFamily: font, fontSize: 13 };
    this.chart.setOption({
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches, animationDuration: 400, textStyle: text,
      grid: { left: 8, right: 12, top: 16, bottom: 34, containLabel: true },
      legend: { bottom: 0, left: 0, icon: 'circle', itemHeight: 10, textStyle: text },
      tooltip: { trigger: 'axis', confine: true, backgroundColor: this.colour('--cv-pane-solid'), borderColor: line, textStyle: { ...text, color: this.colour('--cv-ink') } },
      xAxis: { type: 'category', data: this.categories ?? [], axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, axisLabel: text },
      yAxis: { type: 'value', splitLine: { lineStyle: { color: line } }, axisLabel: text },
      series: (this.series ?? []).map((one, i) => ({
        type: this.kind === 'line' ? 'line' : 'bar', name: one.name, data: one.values, stack: this.stacked ? 'all' : undefined,
        color: this.colour(one.token), smooth: 0.2, symbolSize: 7, barMaxWidth: 34, itemStyle: { borderRadius: 5 },
        lineStyle: { width: 2.5, type: i % 2 ? [6, 4] : 'solid' },
      })),
    }, true);
  }

  /** The token as a colour that a drawing library understands. */
  private colour(token: string): string {
    const probe = document.createElement('span');
    probe.style.color = `var(${token})`;
    this.append(probe);
    const painter = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    painter.fillStyle = getComputedStyle(probe).color;
    painter.fillRect(0, 0, 1, 1);
    probe.remove();
    const [r, g, b, a] = painter.getImageData(0, 0, 1, 1).data;
    return `rgba(${r},${g},${b},${(a / 255).toFixed(3)})`;
  }
}
customElements.define('cv-chart', CvChart);
