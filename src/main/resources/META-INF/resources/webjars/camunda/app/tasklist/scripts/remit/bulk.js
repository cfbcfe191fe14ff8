/* Many tasks at once, for who may hand tasks over: "not reached", and another collector. Each goes through its own checks. */
import {element} from '../../../remit/page.js';
import {ask, tell} from '../../../remit/server.js';
import {readCards} from './cards.js';
import {reload} from './refresh.js';
import {text} from './texts.js';

const CALL = 'task_call_debtor';
const MAY_HAND_OVER = '/authorization/check?permissionName=TASK_ASSIGN&resourceName=ProcessDefinition&resourceType=6'
  + '&resourceId=call-debtor';

const selected = new Set();
let selecting = false;
let changed = () => {};

export const bulk = {
  id: 'remit-bulk',
  pluginPoint: 'tasklist.list',
  priority: 50,
  render: async (node, data, scope) => {
    selected.clear();
    selecting = false;
    const bar = element('div', {class: 'remit-bulk'});
    node.append(bar);
    const answer = await ask(MAY_HAND_OVER).catch(() => ({authorized: false}));
    if (answer.authorized) {
      const collectors = await ask('/user?memberOfGroup=collectors&sortBy=userId&sortOrder=asc&maxResults=500');
      changed = () => show(bar, scope, collectors);
      changed();
    }
  }
};

/** The box on a card by which its task is selected; shown while somebody selects. */
export function selectionBox(taskId) {
  return element('input', {type: 'checkbox', class: 'remit-select', checked: selected.has(taskId), 'data-task': taskId,
    'aria-label': text('select'), onclick: event => event.stopPropagation(), onchange: event => {
      if (event.target.checked) {
        selected.add(taskId);
      } else {
        selected.delete(taskId);
      }
      changed();
    }});
}

function show(bar, scope, collectors, results = []) {
  document.body.classList.toggle('remit-selecting', selecting);
  const toggle = element('button', {type: 'button', class: 'btn btn-default btn-xs', 'aria-pressed': String(selecting),
    onclick: () => {
      selecting = !selecting;
      selected.clear();
      boxes().forEach(box => {
        box.checked = false;
      });
      changed();
    }}, text('select'));
  if (!selecting) {
    bar.replaceChildren(toggle, list(results));
    return;
  }
  const to = element('select', {class: 'remit-collector', 'aria-label': text('handTo')},
    collectors.map(user => element('option', {value: user.id}, nameOf(user))));
  const all = work => () => run(bar, scope, collectors, work);
  bar.replaceChildren(toggle,
    button('selectAll', () => {
      boxes().forEach(box => {
        box.checked = true;
        selected.add(box.dataset.task);
      });
      changed();
    }),
    element('span', {}, `${selected.size} ${text('selected')}`),
    button('notReached', all(notReached)), button('handTo', all(task => handOver(task, to.value))), to, list(results));
}

function button(key, onclick) {
  return element('button', {type: 'button', class: 'btn btn-default btn-xs', onclick}, text(key));
}

function boxes() {
  return [...document.querySelectorAll('.remit-select')];
}

function nameOf(user) {
  return `${[user.firstName, user.lastName].filter(Boolean).join(' ')} (${user.id})`.trim();
}

async function run(bar, scope, collectors, work) {
  const tasks = [...selected];
  bar.replaceChildren(`${text('working')} …`);
  const cases = new Map((await readCards(tasks)).map(card => [card.taskId, card.caseNumber]));
  const results = [];
  for (const task of tasks) {
    const name = cases.get(task) || task;
    results.push(await work(task).then(() => ({name, done: true}), refusal => ({name, done: false, why: refusal.message})));
  }
  selected.clear();
  selecting = false;
  show(bar, scope, collectors, results);
  reload(scope);
  scope.$root.$broadcast('refresh');
}

/** Sends what the form of a call would send, if it is a call. */
async function notReached(taskId) {
  const task = await ask('/task/' + taskId);
  if (task.taskDefinitionKey !== CALL) {
    throw new Error(text('noCall'));
  }
  await tell(`/task/${taskId}/submit-form`, {variables: {outcome: {value: 'NOT_REACHED'}, initiative: {value: 'CREDITOR'}}});
}

function handOver(taskId, userId) {
  return tell(`/task/${taskId}/assignee`, {userId});
}

function list(results) {
  return element('ul', {class: 'remit-results list-unstyled'}, results.map(result =>
    element('li', {class: result.done ? 'remit-done' : 'remit-refused'},
      `${result.name}: ${result.done ? text('done') : result.why}`)));
}
