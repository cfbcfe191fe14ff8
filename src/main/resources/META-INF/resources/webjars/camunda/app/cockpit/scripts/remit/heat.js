/* The heat map of the open process: asked once for the diagram, its switch and the table, which show the same. */
import {read} from '../../../remit/server.js';

/** What can be coloured: names of what the server tells of an element. */
export const MEASURES =
  ['cases', 'waiting', 'medianSeconds', 'p90Seconds', 'waitingMedianSeconds', 'waitingP90Seconds'];

const COLOURS = 5;
const drawings = new Set();

/** measure: one of MEASURES, or null for none; from and to: ISO days, or null for the server's. */
let shown = {process: null, measure: null, from: null, to: null};
/** What the server told of it, or why it did not; null before it was asked. */
let answer = null;

/** The key in the id of a process definition, such as collection-case:2:91. */
export function processOf(definitionId) {
  return definitionId.split(':')[0];
}

/** Draws at once and whenever something else is to be shown, as long as the scope lives. */
export function whileShown(scope, draw) {
  if (scope.$$destroyed) {
    return;
  }
  drawings.add(draw);
  scope.$on('$destroy', () => drawings.delete(draw));
  draw(shown);
}

/** Shows something else. */
export function show(changes) {
  if (['process', 'from', 'to'].some(part => part in changes && changes[part] !== shown[part])) {
    answer = null;
  }
  shown = {...shown, ...changes};
  redraw();
}

/** The page of a process was opened: what was told before is old. */
export function begin(process) {
  answer = null;
  show({process});
}

/** The numbers of what is shown: {heat}, or {fault} in words; empty until the server answers, then all is drawn anew. */
export function numbers() {
  if (!answer) {
    const asked = answer = {};
    read(path(shown)).then(heat => ({heat}), fault => ({fault: fault.message})).then(told => {
      // the user may have gone on meanwhile
      if (answer === asked) {
        answer = told;
        redraw();
      }
    });
  }
  return answer;
}

/** Where the server has a heat map. */
export function path({process, from, to}) {
  const period = Object.entries({from, to}).filter(([, day]) => day).map(([end, day]) => `${end}=${day}`);
  return `processes/${encodeURIComponent(process)}/heat?${period.join('&')}`;
}

function redraw() {
  drawings.forEach(draw => draw(shown));
}

/**
 * The colours of the elements for a measure, 1 to 5, 0 for none: each colour has about as many different values, so
 * that one element with a very great value does not leave all others pale. The steps name the least and the greatest
 * value of each.
 */
export function colours(elements, measure) {
  const coloured = drawn(elements).filter(each => each[measure]);
  const values = [...new Set(coloured.map(each => each[measure]))].sort((one, other) => one - other);
  const colourOf = found => 1 + Math.floor(values.indexOf(found) * COLOURS / values.length);
  const steps = new Map();
  values.forEach(each => {
    const step = steps.get(colourOf(each));
    steps.set(colourOf(each), {least: step ? step.least : each, greatest: each});
  });
  return {of: each => coloured.includes(each) ? colourOf(each[measure]) : 0, steps};
}

/**
 * Those that the diagram shows as a place of their own: not those of older versions, and no frame around the stages,
 * whose colour would tell nothing and hide theirs.
 */
export function drawn(elements) {
  const inner = elements.filter(each => each.type === 'subProcess').map(each => each.within);
  return elements.filter(each => each.type && !(each.type === 'subProcess' && inner.includes(each.name)));
}
