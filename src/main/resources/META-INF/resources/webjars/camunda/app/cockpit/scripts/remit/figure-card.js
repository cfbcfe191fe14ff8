/* One figure: its charts, its numbers, its definition, and the ways to its cases and to a file. */
import {element} from '../../../remit/page.js';
import {addressOf} from '../../../remit/server.js';
import {figurePath, linkToCases} from './asked.js';
import {needsOneCurrency, summedUp} from './chart-options.js';
import {chartOf} from './chart.js';
import {downloadButton} from './download.js';
import {fillBody, nothingLine, waitingBody} from './loading.js';
import {questionTo} from './sections.js';
import {columnName, definitionText, inOrder, shown, sorted, text, titleOf, valueName} from './texts.js';

/**
 * A card; it asks for its figure when it is loaded.
 *
 * @param figure as in sections.js
 */
export function figureCard(figure, question) {
  const path = figurePath(figure.name, questionTo(figure.name, question));
  const period = element('span', {class: 'remit-period'});
  const body = waitingBody();
  const node = element('article',
    {class: 'remit-card' + (figure.wide ? ' remit-wide' : ''), 'data-figure': figure.name},
    element('header', {}, titleWithDefinition(figure.definition), period,
      downloadButton(path, `${figure.name}-${question.from}-${question.to}`)),
    body);
  let charts = [];
  const close = () => {
    charts.forEach(chart => chart.close());
    charts = [];
  };
  return {
    node,
    close,
    load: async () => {
      await fillBody(body, path, ({from, to, rows}) => {
        period.textContent = {now: text('now'), day: to}[figure.period] || `${from} – ${to}`;
        if (rows.length === 0) {
          return [nothingLine(text('noData'))];
        }
        const ordered = inOrder(rows, figure.definition.dimensions);
        charts = figure.charts.map(chart => chartOf(figure, chart, ordered));
        return [drawing(figure, charts, ordered), table(figure.definition, ordered), statements(figure, ordered, to)];
      });
      if (node.isConnected) {
        charts.forEach(chart => chart.draw());
      }
    }
  };
}

/** The title; whoever points at it or reaches its sign by keyboard reads what the figure says. */
export function titleWithDefinition(definition) {
  const id = 'remit-definition-' + definition.name;
  return element('div', {class: 'remit-title'},
    element('h3', {}, titleOf(definition)),
    element('button', {type: 'button', class: 'remit-sign', 'aria-label': text('definition'), 'aria-describedby': id,
      onkeydown: event => event.key === 'Escape' && event.target.blur()}, 'i'),
    element('dl', {id, role: 'tooltip', class: 'remit-definition'},
      ['numerator', 'denominator', 'source'].flatMap(part =>
        [element('dt', {}, text(part)), element('dd', {}, definitionText(definition, part))])));
}

/** The charts; where money or a rate stands in several currencies, of one that is chosen. */
function drawing(figure, charts, rows) {
  const box = element('div', {class: 'remit-charts'}, charts.map(chart => chart.node));
  const currencies = sorted('currency', rows.map(row => row.currency).filter(Boolean));
  if (currencies.length < 2 || !figure.charts.some(chart => needsOneCurrency(chart, figure.definition))) {
    return box;
  }
  const buttons = currencies.map(currency => element('button', {type: 'button', class: 'btn btn-default btn-xs',
    onclick: () => choose(currency)}, currency));
  const choose = chosen => {
    buttons.forEach(button => button.setAttribute('aria-pressed', String(button.textContent === chosen)));
    charts.forEach(chart => chart.choose(chosen));
  };
  choose(mostUsed(rows, currencies));
  return element('div', {}, element('div', {class: 'remit-currencies', role: 'group', 'aria-label': text('currency')},
    buttons), box);
}

function mostUsed(rows, currencies) {
  const cases = currency => rows.filter(row => row.currency === currency)
    .reduce((sum, row) => sum + (row.cases ?? 1), 0);
  return currencies.reduce((most, each) => cases(each) > cases(most) ? each : most);
}

/** Under the partners' league the commission statement of each partner for the period's last month. */
function statements(figure, rows, to) {
  if (figure.name !== 'partners') {
    return '';
  }
  const month = to.slice(0, 7);
  return element('p', {class: 'remit-statements'}, text('statements'), ' ', month, ': ',
    sorted('partner', rows.map(row => row.partner).filter(Boolean)).flatMap(partner => [element('a', {
      href: addressOf(`partners/${encodeURIComponent(partner)}/statements/${month}`), target: '_blank',
      rel: 'noopener'}, partner), ' ']));
}

function table({name, dimensions, columns, kinds}, rows) {
  const numbers = columns.filter(column => kinds[column]);
  return element('div', {class: 'remit-numbers', tabindex: 0, role: 'region', 'aria-label': text('numbers')},
    element('table', {class: 'table table-condensed'},
      element('thead', {}, element('tr', {}, columns.map(column =>
        element('th', {scope: 'col', class: kinds[column] && 'remit-number'}, columnName(column))))),
      element('tbody', {}, rows.map(row => {
        const cell = Object.fromEntries(dimensions.map(each => [each, row[each]]));
        return element('tr', {},
          dimensions.map(each => element('td', {}, valueName(each, row[each]))),
          numbers.map((column, place) => {
            const value = shown(kinds[column], row[column], row.currency);
            // by keyboard one stop a row is enough
            return element('td', {class: 'remit-number'}, row[column] ? element('a', {title: text('toCases'),
              href: linkToCases(name, cell, summedUp(kinds, column)), tabindex: place ? -1 : 0}, value) : value);
          }));
      }))));
}
