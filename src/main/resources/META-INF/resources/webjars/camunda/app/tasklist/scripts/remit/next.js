/* Next: opens the best task of the list, claims it and moves the cursor into its form. */
import {address, appears, element, goTo, userId} from '../../../remit/page.js';
import {tell} from '../../../remit/server.js';
import {completeButton, form} from './form.js';
import {text} from './texts.js';

/** A wish of the user, and the only thing that Remit's parts keep in the browser. */
const SETTING = 'remit-next-by-itself';
/** Others may take a task while it is looked at; then the one behind it is tried. */
const CANDIDATES = 10;
const BEST_FIRST = [{sortBy: 'priority', sortOrder: 'desc'}, {sortBy: 'dueDate', sortOrder: 'asc'}];

let working = false;
let completing = null;
let warned = null;
let notice = null;

export const next = {
  id: 'remit-next',
  pluginPoint: 'tasklist.list',
  priority: 200,
  render: (node, data, scope) => {
    notice = element('span', {class: 'remit-notice', role: 'status'});
    const setting = element('input', {type: 'checkbox', checked: goesOn(),
      onchange: event => localStorage.setItem(SETTING, event.target.checked ? 'yes' : 'no')});
    node.append(element('div', {class: 'remit-next'},
      element('button', {type: 'button', class: 'btn btn-primary btn-xs', title: text('nextHint'), onclick: openNext},
        text('next')),
      element('label', {title: text('goOnHint')}, setting, ' ' + text('goOn')), notice));
    scope.$on('$destroy', scope.$root.$on('$locationChangeSuccess', goOn));
  }
};

document.addEventListener('click', event => {
  const button = completeButton();
  if (button && button.contains(event.target)) {
    completing = address('task');
  }
}, true);

/** After Complete Tasklist takes the task out of the page's address; where it was refused the task stays. */
function goOn() {
  const task = address('task');
  if (completing && task === null) {
    completing = null;
    if (working && goesOn()) {
      openNext();
    }
  } else if (task !== completing) {
    completing = null;
  }
}

function goesOn() {
  return localStorage.getItem(SETTING) !== 'no';
}

/** Opens the best task that is the user's or nobody's, other than the open one if that is not the only one. */
export async function openNext() {
  const current = address('task');
  if (current && hasUnsent() && warned !== current) {
    warned = current;
    tellUser(text('leave'));
    return;
  }
  warned = null;
  tellUser('');
  let task = null;
  try {
    task = await firstToHave(current);
  } catch (refusal) {
    tellUser(refusal.message);
    return;
  }
  working = task !== null;
  if (task === null) {
    tellUser(text('nothingNext'));
    return;
  }
  const before = form();
  goTo({task, detailsTab: null});
  const field = await appears(() => task === address('task') && (task === current || form() !== before)
    && form() && form().querySelector('input:not([disabled]), textarea:not([disabled])'));
  if (field) {
    field.focus();
  }
}

async function firstToHave(current) {
  // right after the login Tasklist has yet to choose a list
  const filter = await appears(() => address('filter'));
  const list = '/filter/' + encodeURIComponent(filter) + '/list?firstResult=0&maxResults=' + CANDIDATES;
  const mine = await tell(list, {assignee: userId(), sorting: BEST_FIRST});
  const own = mine.find(task => task.id !== current);
  if (own) {
    return own.id;
  }
  for (const task of await tell(list, {unassigned: true, sorting: BEST_FIRST})) {
    if (await claimed(task.id)) {
      return task.id;
    }
  }
  return mine.length > 0 ? mine[0].id : null;
}

async function claimed(taskId) {
  try {
    await tell('/task/' + taskId + '/claim', {userId: userId()});
    return true;
  } catch (takenByAnother) {
    return false;
  }
}

function hasUnsent() {
  const button = completeButton();
  return Boolean(button && !button.disabled && form() && form().querySelector('input[type=radio]:checked'));
}

/** Says something beside the button. */
export function tellUser(words) {
  if (notice) {
    notice.textContent = words;
  }
}
