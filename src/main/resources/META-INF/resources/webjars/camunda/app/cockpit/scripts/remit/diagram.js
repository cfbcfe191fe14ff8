/* The heat map on a process definition's diagram: a switch, colours with numbers, and the same numbers as a table. */
import {element} from '../../../remit/page.js';
import {moment} from '../../../remit/words.js';
import {downloadButton} from './download.js';
import {MEASURES, begin, colours, drawn, numbers, path, processOf, show, whileShown} from './heat.js';
import {seconds, text} from './process-texts.js';
import {isManaging} from './rights.js';

/** Numbers stay readable where a wide diagram is drawn small. */
const NUMBER_SIZE = {min: 0.7, max: 1.2};

/** The colours on the diagram, for those who see the switch. */
export const heatOnDiagram = {
  id: 'remit-heat',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  render: (viewer, {processDefinitionId}, scope) => {
    const canvas = viewer.get('canvas');
    const registry = viewer.get('elementRegistry');
    const overlays = viewer.get('overlays');
    let markers = [];
    begin(processOf(processDefinitionId));
    whileShown(scope, ({measure}) => {
      markers.forEach(([id, marker]) => canvas.removeMarker(id, marker));
      markers = [];
      overlays.remove({type: 'remit-heat'});
      const {heat} = measure ? numbers() : {};
      if (!heat) {
        return;
      }
      const colour = colours(heat.elements, measure);
      drawn(heat.elements).filter(each => registry.get(each.id)).forEach(each => {
        const marker = `remit-heat-${colour.of(each)}`;
        canvas.addMarker(each.id, marker);
        markers.push([each.id, marker]);
        if (colour.of(each)) {
          overlays.add(each.id, 'remit-heat', {position: {top: -14, right: 24}, scale: NUMBER_SIZE,
            html: element('div', {class: 'remit-heat-number', title: allNumbers(each)}, said(measure, each[measure]))});
        }
      });
    });
  }
};

/** The switch above the diagram. */
export const heatSwitch = {
  id: 'remit-heat-switch',
  pluginPoint: 'cockpit.processDefinition.diagram.action',
  priority: -1,
  render: async (node, data, scope) => {
    if (await isManaging()) {
      const legend = element('div', {class: 'remit-heat-legend'});
      const choose = () => show({measure: choice.value || null});
      const choice = element('select', {class: 'remit-heat-choice', onchange: choose},
        element('option', {value: ''}, text('off')),
        MEASURES.map(measure => element('option', {value: measure}, text(measure))));
      node.append(element('div', {class: 'remit-heat-switch'},
        element('label', {}, text('heatMap'), ' ', choice), legend));
      whileShown(scope, ({measure}) => {
        choice.value = measure || '';
        legend.replaceChildren(...(measure ? explained(measure, numbers()) : []));
      });
    }
  }
};

function explained(measure, {heat, fault}) {
  if (!heat) {
    return [fault || '…'];
  }
  return [...colours(heat.elements, measure).steps].map(([colour, {least, greatest}]) =>
    element('span', {class: `remit-heat-step remit-heat-step-${colour}`},
      [...new Set([least, greatest])].map(each => said(measure, each)).join(' – ')));
}

/** The same numbers as a table, for any period. */
export const heatTable = {
  id: 'remit-heat-table',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: -10,
  properties: {label: 'Heat map'},
  render: async (node, {processDefinitionId}, scope) => {
    const pane = element('div', {class: 'remit-heat'});
    node.append(pane);
    if (!await isManaging()) {
      pane.append(text('managersOnly'));
      return;
    }
    const content = element('div');
    const days = {from: day('from'), to: day('to')};
    let order = {column: 'cases', down: true};
    const sortBy = column => {
      order = {column, down: column === order.column ? !order.down : !WORDS.includes(column)};
      show({});
      content.querySelector(`th.${column} button`).focus();
    };
    pane.append(element('p', {class: 'remit-heat-period'},
      Object.entries(days).map(([end, input]) => element('label', {}, text(end), ' ', input))), content);
    show({process: processOf(processDefinitionId)});
    whileShown(scope, () => {
      const {heat, fault} = numbers();
      if (heat) {
        days.from.value = heat.from;
        days.to.value = heat.to;
      }
      content.replaceChildren(...(heat ? table(heat, order, sortBy) : [fault || '…']));
    });
  }
};

/** Where a day of the period is chosen. */
function day(end) {
  return element('input', {type: 'date', required: true, onchange: event => event.target.value
    && show({[end]: event.target.value})});
}

const WORDS = ['name', 'within'];
const NUMBERS = ['cases', 'passages', 'medianSeconds', 'p90Seconds',
  'waiting', 'waitingMedianSeconds', 'waitingP90Seconds'];

function table(heat, order, sortBy) {
  return [
    element('p', {}, `${text('allVersions')} ${moment(heat.at)} `,
      downloadButton(path(heat), `${heat.process}-${heat.from}-${heat.to}`)),
    element('table', {class: 'table table-condensed'},
      element('thead', {}, element('tr', {}, [...WORDS, ...NUMBERS].map(column => heading(column, order, sortBy)))),
      element('tbody', {}, rows(heat.elements, order).map(each => element('tr', {'data-element': each.id},
        [...WORDS, ...NUMBERS].map(column => element('td', {class: column}, said(column, each[column])))))))
  ];
}

function heading(column, order, sortBy) {
  const sort = column !== order.column ? 'none' : order.down ? 'descending' : 'ascending';
  return element('th', {'aria-sort': sort, class: column, title: text(column + 'Hint')},
    element('button', {type: 'button', class: 'btn btn-link btn-xs', onclick: () => sortBy(column)}, text(column),
      sort === 'none' ? '' : order.down ? ' ↓' : ' ↑'));
}

/** Those that anything can be said of, an element without a name by its id. */
function rows(elements, {column, down}) {
  const compare = WORDS.includes(column) ? (one, other) => (one || '').localeCompare(other || '')
    : (one, other) => (one ?? -1) - (other ?? -1);
  return elements.filter(each => each.passages || each.waiting).map(each => ({...each, name: each.name || each.id}))
    .sort((one, other) => (down ? -1 : 1) * compare(one[column], other[column]));
}

function said(column, value) {
  return value === null ? '' : column.endsWith('Seconds') ? seconds(value) : String(value);
}

/** All numbers of an element, a line each. */
function allNumbers(each) {
  return [each.name || each.id, ...NUMBERS.map(column => `${text(column)}: ${said(column, each[column])}`)].join('\n');
}
