/*
 * A partner's own task for a placed case: its people ask to call or to visit before they do. Who asks and is allowed has
 * the debtor's turn at the gate, and is shown the number or the address.
 */
import {element, userId} from '../../../remit/page.js';
import {ask, order} from '../../../remit/server.js';
import {chip} from './chips.js';
import {gateAnswer} from './gate-answer.js';
import {text} from './texts.js';

const PARTNERS_TASK = 'task_work_placed_case';

export const askGate = {
  id: 'remit-ask-gate',
  pluginPoint: 'tasklist.task.action',
  priority: 205,
  render: (node, data, scope) => {
    const line = element('div', {class: 'remit-ask-gate', 'aria-live': 'polite'});
    node.append(line);
    scope.$watch(() => scope.task && `${scope.task.id} ${scope.task.assignee}`, () => {
      const task = scope.task;
      const own = Boolean(task && task.taskDefinitionKey === PARTNERS_TASK && task.assignee === userId());
      line.replaceChildren(...(own ? buttons(task.id, line) : []));
    });
  }
};

function buttons(taskId, line) {
  return ['CALL', 'VISIT'].map(channel => element('button',
    {type: 'button', class: 'btn btn-default btn-sm', onclick: () => answerTo(channel, taskId, line)},
    text(channel === 'CALL' ? 'askCall' : 'askVisit')));
}

async function answerTo(channel, taskId, line) {
  const answer = await asked(channel, taskId).catch(refused => chip('denied', refused.message));
  line.replaceChildren(...buttons(taskId, line), answer);
}

async function asked(channel, taskId) {
  const {caseView} = await ask('/task/' + encodeURIComponent(taskId) + '/form-variables');
  const {caseNumber} = JSON.parse(caseView.value);
  const answer = await order('cases/' + encodeURIComponent(caseNumber) + '/contacts', {channel});
  return gateAnswer(channel, answer, 'UTC', answer.address);
}
