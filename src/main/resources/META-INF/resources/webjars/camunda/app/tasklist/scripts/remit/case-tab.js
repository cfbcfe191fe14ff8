/* The tab Case of an open task: all that is known of its case, asked anew every few seconds. */
import {element, service} from '../../../remit/page.js';
import {read} from '../../../remit/server.js';
import {money, moment, words} from '../../../remit/words.js';
import {text} from './texts.js';

/** The tab's name in the page's address. */
const CASE_TAB = 'remit-case';

export const caseTab = {
  id: CASE_TAB,
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {label: 'Case'},
  render: (node, {taskId}, scope) => {
    const pane = element('div', {class: 'remit-case'});
    node.append(pane);
    const load = async () => {
      const content = await found(taskId).catch(() => null);
      if (content) {
        pane.replaceChildren(...content);
      }
    };
    load();
    scope.$on('refresh', load);
  }
};

async function found(taskId) {
  const task = await read('tasks/' + encodeURIComponent(taskId));
  const path = 'cases/' + encodeURIComponent(task.card.caseNumber);
  const [file, timeline] = await Promise.all([read(path), read(path + '/timeline')]);
  const of = amount => money(file.currency, amount);
  return [
    element('p', {class: 'remit-case-head'}, `${file.caseNumber} · ${words(file.status)} · `
      + `${text('overdue')} ${of(file.overdueAmount)} · ${text('outstanding')} ${of(file.outstandingAmount)}`),
    section('accounts', ['account', 'product', 'dueSince', 'overdue', 'outstanding'], file.accounts,
      each => [each.accountNumber, each.product, each.oldestDueDate, of(each.overdueAmount), of(each.outstandingAmount)]),
    section('promises', ['amount', 'by', 'status', 'paidSoFar', 'who'], file.promises,
      each => [of(each.amount), each.promisedFor, words(each.status), of(each.paid), each.takenBy]),
    section('holds', ['reason', 'since', 'review', 'who', 'decision'], file.holds,
      each => [words(each.reason), moment(each.raisedAt), each.reviewOn, each.raisedBy, words(each.decision)]),
    section('plans', ['name', 'status', 'amount', 'detail', 'since', 'who'], file.plans,
      each => [each.plan, words(each.status), of(each.total), schedule(each, of), moment(each.proposedAt), each.proposedBy]),
    section('offers', ['name', 'status', 'amount', 'by', 'reason', 'since', 'who'], file.offers,
      each => [each.offer, words(each.status), of(each.payAmount), each.payBy, each.reason, moment(each.proposedAt),
        each.proposedBy]),
    section('documents', ['at', 'name'], task.documents, each => [moment(each.at), each.name]),
    section('timeline', ['at', 'what', 'detail', 'who'], timeline.reverse(),
      each => [moment(each.at), each.text, each.data, each.actor])
  ];
}

function schedule(plan, of) {
  return plan.schedule.map(instalment => `${instalment.dueOn} ${of(instalment.amount)}`).join(', ');
}

function section(kind, columns, all, cells) {
  const heading = element('h4', {}, `${text(kind)} (${all.length})`);
  if (all.length === 0) {
    return element('section', {class: 'remit-' + kind}, heading);
  }
  return element('section', {class: 'remit-' + kind}, heading, element('table', {class: 'table table-condensed'},
    element('thead', {}, element('tr', {}, columns.map(column => element('th', {}, text(column))))),
    element('tbody', {}, all.map(each =>
      element('tr', {}, cells(each).map(cell => element('td', {}, String(cell ?? ''))))))));
}

/** Opens the tab, or the form if the tab is open. */
export function toggleCase() {
  const open = service('$location').search().detailsTab === CASE_TAB;
  const tabs = [...document.querySelectorAll('.task-card .nav-tabs a')];
  const name = service('$translate').instant(open ? 'FORM' : caseTab.properties.label);
  const wanted = tabs.find(tab => tab.textContent.trim() === name);
  if (wanted) {
    wanted.click();
  }
}
