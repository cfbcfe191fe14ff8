/*
 * A field agent's day, for a telephone held in one hand: the visits in their order over the whole screen, the buttons
 * below, where a thumb is. Nobody else has the button.
 */
import {address, element, goTo} from '../../../remit/page.js';
import {addressOf, order, read} from '../../../remit/server.js';
import {money} from '../../../remit/words.js';
import {text} from './texts.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 360;
const HEIGHT = 180;
const MARGIN = 18;
const FIELD_AGENTS = 'fieldAgents';

let pane = null;

export const day = {
  id: 'remit-day',
  pluginPoint: 'tasklist.list',
  priority: 250,
  render: (node, data, scope) => {
    const place = element('div', {class: 'remit-day-button'});
    node.append(place);
    read('me').then(({groups}) => {
      if (groups.includes(FIELD_AGENTS)) {
        place.append(element('button', {type: 'button', class: 'btn btn-default btn-xs', onclick: open}, text('myDay')));
      }
    }).catch(() => null);
    markTask();
    scope.$on('$destroy', scope.$root.$on('$locationChangeSuccess', markTask));
  }
};

/** On a telephone either the list or the open task is shown. */
function markTask() {
  document.body.classList.toggle('remit-task-open', address('task') !== null);
}

document.body.append(element('button', {type: 'button', class: 'remit-back', 'aria-label': 'Back',
  onclick: () => goTo({task: null, detailsTab: null})}, '‹'));

async function open() {
  close();
  pane = element('div', {class: 'remit-day', role: 'dialog'});
  document.body.append(pane);
  show(await read('visits/day').catch(() => null));
}

function close() {
  if (pane) {
    pane.remove();
    pane = null;
  }
}

async function make() {
  try {
    show(await order('visits/day', {}));
  } catch (refusal) {
    show(null, refusal.message);
  }
}

function show(list, problem = '') {
  if (!pane) {
    return;
  }
  const visits = list ? list.visits : [];
  pane.replaceChildren(...[
    element('h3', {}, text('myDay') + (list ? ' · ' + list.day + ' · ' + visits.length + ' · '
      + list.kilometres.toFixed(1) + ' km' : '')),
    problem ? element('p', {class: 'remit-notice', role: 'status'}, problem) : null,
    list ? null : element('p', {}, text('noDay')),
    visits.length > 0 ? map(list) : null,
    element('ol', {class: 'remit-day-visits'}, visits.map(card)),
    element('div', {class: 'remit-day-actions'},
      element('button', {type: 'button', class: 'btn btn-default', onclick: close}, text('close')),
      element('button', {type: 'button', class: 'btn btn-default', onclick: make}, text('makeDay')),
      list ? element('a', {class: 'btn btn-default', href: addressOf('visits/day.pdf'), target: '_blank',
        rel: 'noopener'}, text('printDay')) : null)].filter(part => part !== null));
}

function card(visit) {
  const openIt = () => {
    close();
    goTo({task: visit.taskId, detailsTab: null});
  };
  return element('li', {class: 'remit-day-visit remit-day-' + visit.state.toLowerCase()},
    element('div', {class: 'remit-day-when'}, visit.arrival + ' (' + visit.from + '–' + visit.until + ')'),
    element('div', {class: 'remit-day-who'}, visit.name),
    element('div', {}, visit.address),
    element('div', {}, visit.caseNumber + ' · ' + money(visit.currency, visit.overdueAmount)),
    visit.agents > 1 ? element('div', {class: 'remit-day-note'}, text('notAlone')) : null,
    visit.safetyNotes.map(note => element('div', {class: 'remit-day-note'}, note)),
    visit.taskId ? element('button', {type: 'button', class: 'btn btn-primary', onclick: openIt}, text('openVisit'))
      : element('div', {class: 'remit-day-state'}, text(visit.state)));
}

/** The tour, drawn of nothing but the coordinates: no map is asked of anybody outside. */
function map(list) {
  const places = [[list.startLatitude, list.startLongitude], ...list.visits.map(visit =>
    [visit.latitude, visit.longitude])];
  const latitudes = places.map(place => place[0]);
  const longitudes = places.map(place => place[1]);
  const narrow = Math.cos(Math.max(...latitudes) * Math.PI / 180);
  const spread = (values, factor) => Math.max(0.01, (Math.max(...values) - Math.min(...values)) * factor);
  const scale = Math.min((WIDTH - 2 * MARGIN) / spread(longitudes, narrow), (HEIGHT - 2 * MARGIN) / spread(latitudes, 1));
  const middle = values => (Math.max(...values) + Math.min(...values)) / 2;
  const points = places.map(([latitude, longitude]) => [WIDTH / 2 + (longitude - middle(longitudes)) * narrow * scale,
    HEIGHT / 2 - (latitude - middle(latitudes)) * scale]);
  const way = drawn('polygon', {points: points.map(point => point.join()).join(' '), class: 'remit-day-way'});
  const stops = points.map(([x, y], i) => {
    const number = drawn('text', {x, y: y + 4});
    number.textContent = i === 0 ? '' : String(i);
    return [drawn('circle', {cx: x, cy: y, r: 10, class: i === 0 ? 'remit-day-start' : 'remit-day-stop'}), number];
  });
  const picture = drawn('svg', {viewBox: '0 0 ' + WIDTH + ' ' + HEIGHT, class: 'remit-day-map', 'aria-hidden': 'true'});
  picture.append(way, ...stops.flat());
  return picture;
}

function drawn(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
}
