/* The heat map on a process definition's diagram: a switch, colours with numbers, and the same numbers as a table. */
import {element} from '../../../remit/page.js';
import {download} from '../../../remit/server.js';
import {moment} from '../../../remit/words.js';
import {MEASURES, begin, colours, drawn, numbers, path, processOf, show, whileShown} from './heat.js';
import {count, seconds, text} from './process-texts.js';
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
            html: element('div', {class: 'remit-heat-number', title: allNumbers(each)}, short(each, measure))});
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
      const choice = element('select', {class: 'remit-heat-choice', onchange: () => show({measure: choice.value || null})},
        element('option', {value: ''}, text('off')),
        Object.keys(MEASURES).map(measure => element('option', {value: measure}, text(measure))));
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
  const said = MEASURES[measure].unit === 'seconds' ? seconds : count;
  return [...colours(heat.elements, measure).steps].map(([colour, {least, greatest}]) =>
    element('span', {class: `remit-heat-step remit-heat-step-${colour}`},
      least === greatest ? said(least) : `${said(least)} – ${said(greatest)}`));
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
    let order = {column: 'cases', down: true};
    const sorted = column => {
      order = {column, down: column === order.column ? !order.down : column !== 'name'};
      show({});
    };
    show({process: processOf(processDefinitionId)});
    whileShown(scope, shown => pane.replaceChildren(...table(shown, numbers(), order, sorted)));
  }
};

const COLUMNS = {
  name: each => each.name || each.id,
  within: each => each.within,
  cases: each => each.cases,
  passages: each => each.passages,
  medianSeconds: each => each.medianSeconds,
  p90Seconds: each => each.p90Seconds,
  waiting: each => each.waiting,
  waitingMedianSeconds: each => each.waitingMedianSeconds,
  waitingP90Seconds: each => each.waitingP90Seconds
};

function table(shown, {heat, fault}, order, sorted) {
  if (!heat) {
    return [fault || '…'];
  }
  const csv = () => download(path(shown), `${heat.process}-${heat.from}-${heat.to}.csv`);
  return [
    element('p', {class: 'remit-heat-period'}, day('from', heat), day('to', heat),
      element('button', {type: 'button', class: 'btn btn-default btn-xs', onclick: csv}, text('csv')),
      element('span', {}, `${text('allVersions')} ${moment(heat.at)}`)),
    element('table', {class: 'table table-condensed'},
      element('thead', {}, element('tr', {}, Object.keys(COLUMNS).map(column => heading(column, order, sorted)))),
      element('tbody', {}, rows(heat.elements, order).map(each => element('tr', {'data-element': each.id},
        Object.keys(COLUMNS).map(column => element('td', {class: column}, said(column, each)))))))
  ];
}

function day(end, heat) {
  return element('label', {}, text(end), ' ', element('input', {type: 'date', value: heat[end], max: heat.to,
    onchange: event => show({from: heat.from, to: heat.to, [end]: event.target.value})}));
}

function heading(column, order, sorted) {
  const sort = column !== order.column ? 'none' : order.down ? 'descending' : 'ascending';
  return element('th', {'aria-sort': sort, class: column, title: text(column + 'Hint')},
    element('button', {type: 'button', class: 'btn btn-link btn-xs', onclick: () => sorted(column)}, text(column),
      sort === 'none' ? '' : order.down ? ' ▾' : ' ▴'));
}

function rows(elements, {column, down}) {
  const value = COLUMNS[column];
  const compare = (one, other) => typeof one === 'string' || typeof other === 'string'
    ? String(one ?? '').localeCompare(String(other ?? '')) : (one ?? -1) - (other ?? -1);
  const passed = elements.filter(each => each.passages || each.waiting);
  return passed.sort((one, other) => (down ? -1 : 1) * compare(value(one), value(other)));
}

function said(column, each) {
  const value = COLUMNS[column](each);
  return value === null || value === undefined ? '' : column.endsWith('Seconds') ? seconds(value) : String(value);
}

function short(each, measure) {
  const {value, unit} = MEASURES[measure];
  return unit === 'seconds' ? seconds(value(each)) : count(value(each));
}

/** All numbers of an element, a line each. */
function allNumbers(each) {
  return [each.name || each.id, ...Object.keys(COLUMNS).slice(2).map(column => `${text(column)}: ${said(column, each)}`)]
    .join('\n');
}
