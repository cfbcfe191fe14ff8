/*
 * The open task is the user's: its form shows the case to them alone, so it is read again when they have claimed it; and
 * whoever has the form of a call or a visit before them takes the debtor's turn at the gate.
 */
import {userId} from '../../../remit/page.js';
import {order} from '../../../remit/server.js';
import {readTask} from './cards.js';

const FORM_TAB = 'task-detail-form';

export const ownTask = {
  id: 'remit-own-task',
  pluginPoint: 'tasklist.task.action',
  priority: 210,
  render: (node, data, scope) => {
    let shown = null;
    scope.$watch(() => scope.task && `${scope.task.id} ${scope.task.assignee}`, () => {
      const task = scope.task;
      const own = Boolean(task && task.assignee === userId());
      if (own && shown === task.id) {
        readAgain(scope);
      }
      shown = task && !own ? task.id : null;
      if (own) {
        takeTurn(task.id);
      }
    });
  }
};

/** Tasklist reads a form once, when its tab is chosen; a copy of the tab is another choice. */
function readAgain(scope) {
  const holder = within(scope.$root, each => Object.hasOwn(each, 'selectedTaskDetailTab'));
  if (holder && holder.selectedTaskDetailTab.id === FORM_TAB) {
    holder.selectedTaskDetailTab = window.angular.copy(holder.selectedTaskDetailTab);
  }
}

/** The first of Tasklist's scopes below another that is wanted, or null. */
function within(scope, wanted) {
  for (let each = scope.$$childHead; each; each = each.$$nextSibling) {
    const found = wanted(each) ? each : within(each, wanted);
    if (found) {
      return found;
    }
  }
  return null;
}

/** What the gate answers is seen in the line above the task. */
async function takeTurn(taskId) {
  const {card, contact} = await readTask(taskId).catch(() => null) || {};
  if (contact) {
    await order('cases/' + encodeURIComponent(card.caseNumber) + '/contacts', {channel: contact.channel})
      .catch(() => null);
  }
}
