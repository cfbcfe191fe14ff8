/* Chips on the cards of the list: stage, amount, age, a broken promise; asked for all cards of a page at once. */
import {element} from '../../../remit/page.js';
import {money, stageName} from '../../../remit/words.js';
import {selectionBox} from './bulk.js';
import {readCards} from './cards.js';
import {text} from './texts.js';

const known = new Map();
let waiting = new Map();

export const chips = {
  id: 'remit-chips',
  pluginPoint: 'tasklist.card',
  priority: 300,
  render: (node, {taskId}) => {
    const line = element('div', {class: 'remit-chips'});
    node.append(selectionBox(taskId), line);
    // the list draws its cards anew every few seconds; what is known stands there until the answer comes
    show(line, known.get(taskId));
    later(taskId, line);
  }
};

function later(taskId, line) {
  if (waiting.size === 0) {
    setTimeout(load);
  }
  waiting.set(taskId, line);
}

async function load() {
  const lines = waiting;
  waiting = new Map();
  const cards = await readCards([...lines.keys()]).catch(() => []);
  known.clear();
  for (const card of cards) {
    known.set(card.taskId, card);
    show(lines.get(card.taskId), card);
  }
}

function show(line, card) {
  line.replaceChildren(...(card ? of(card) : []));
}

/** The chips of a card. */
export function of(card) {
  const usual = 50;
  return [
    chip('stage', stageName(card.stage)),
    card.overdueAmount > 0 ? chip('amount', money(card.currency, card.overdueAmount)) : chip('paid', text('paid')),
    chip('age', `${card.daysPastDue} ${text('days')}`),
    card.promiseBroken ? chip('broken', text('promiseBroken')) : card.priority > usual ? chip('broken', text('urgent')) : null
  ].filter(Boolean);
}

/** One chip. */
export function chip(kind, words) {
  return element('span', {class: `remit-chip remit-chip-${kind}`}, words);
}
