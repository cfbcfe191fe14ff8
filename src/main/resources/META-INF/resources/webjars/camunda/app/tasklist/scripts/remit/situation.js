/* The line above an open task: the case as it is at this moment, and whether its debtor may be contacted. */
import {element} from '../../../remit/page.js';
import {money} from '../../../remit/words.js';
import {readTask} from './cards.js';
import {chip, of} from './chips.js';
import {gateAnswer} from './gate-answer.js';
import {text} from './texts.js';

export const situation = {
  id: 'remit-situation',
  pluginPoint: 'tasklist.task.action',
  priority: 200,
  render: (node, data, scope) => {
    const line = element('div', {class: 'remit-situation', 'aria-live': 'polite'});
    node.append(line);
    const load = async () => {
      const task = scope.task && scope.task.id;
      const now = task ? await readTask(task).catch(() => null) : null;
      if (task === (scope.task && scope.task.id)) {
        line.replaceChildren(...(now ? parts(now) : []));
      }
    };
    scope.$watch('task', load);
    // Tasklist's own beat, every ten seconds
    scope.$on('refresh', load);
  }
};

function parts(now) {
  return [
    ...of(now.card),
    chip('amount', `${money(now.card.currency, now.outstandingAmount)} ${text('outstanding')}`),
    now.status === 'OPEN' ? null : chip('paid', text(now.status === 'CLOSED' ? 'closed' : 'held')),
    now.contact ? gateAnswer(now.contact.channel, now.contact.decision, now.contact.timeZone) : null,
    now.otherCall ? chip('warning',
      `${now.otherCall.collector} ${text('otherCall')} ${now.otherCall.caseNumber}: ${text('cannotComplete')}`) : null
  ].filter(Boolean);
}
