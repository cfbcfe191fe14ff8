/* A chart in the page, drawn by Apache ECharts, which is fetched when the first chart is drawn. */
import {element} from '../../../remit/page.js';
import {linkToCases} from './asked.js';
import {TEXT, heatMap, needsOneCurrency, series} from './chart-options.js';
import {columnName, text, titleOf} from './texts.js';

let fetched;

function echarts() {
  fetched = fetched || import('../../../remit/echarts-6.1.0/echarts.esm.min.js');
  return fetched;
}

/**
 * A chart of a figure's rows.
 *
 * @param figure and chart, one of its charts, as in sections.js
 * @returns its node; `draw` once it is in the page, `choose` the currency of which it is, `close` at the end
 */
export function chartOf(figure, chart, rows) {
  const node = element('div', {class: 'remit-chart', role: 'img', 'data-nothing': text('allZero'),
    'aria-label': `${titleOf(figure.definition)}: ${(chart.steps || chart.measures).map(columnName).join(', ')}`});
  const ofOneCurrency = needsOneCurrency(chart, figure.definition);
  const options = chart.across ? heatMap : series;
  let currency = null;
  let drawn = null;
  let watching = null;

  function fill() {
    const chosen = currency && ofOneCurrency ? rows.filter(row => row.currency === currency) : rows;
    const option = options(figure.definition, chart, chosen, rows);
    node.classList.toggle('remit-none', !option);
    drawn.clear();
    if (option) {
      drawn.setOption({textStyle: TEXT, ...option});
    }
  }

  return {
    node,
    draw: async () => {
      const {init} = await echarts();
      if (!node.isConnected) {
        return;
      }
      drawn = init(node, null, {renderer: 'svg'});
      drawn.on('click', ({data}) => {
        if (data && data.cell) {
          location.hash = linkToCases(figure.name, data.cell, data.measure);
        }
      });
      watching = new ResizeObserver(() => drawn.resize());
      watching.observe(node);
      fill();
    },
    choose: chosen => {
      currency = chosen;
      if (drawn) {
        fill();
      }
    },
    close: () => {
      watching?.disconnect();
      drawn?.dispose();
    }
  };
}
