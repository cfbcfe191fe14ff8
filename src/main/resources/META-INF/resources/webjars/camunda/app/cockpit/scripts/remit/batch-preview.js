/* What an order would do now: how many cases, what they owe, which would be refused and why, and a page of them. */
import {element} from '../../../remit/page.js';
import {money, stageName} from '../../../remit/words.js';
import {name, pages, text, why} from './batch-texts.js';
import {table} from './lists.js';

/**
 * @param turn asks for another page of the cases
 * @param confirm goes on to the order; gives what is missing, or null
 */
export function batchPreview(told, turn, confirm) {
  const notice = element('span', {class: 'remit-error', role: 'alert'});
  return element('div', {},
    element('p', {class: 'remit-batch-count'}, text('wouldDo')(told.accepted, told.total)),
    told.sums.length > 0 && table([text('currency'), text('cases'), text('overdue'), text('outstanding')],
      told.sums.map(sum => [sum.currency, sum.cases, money(sum.currency, sum.overdue),
        money(sum.currency, sum.outstanding)])) || null,
    told.refused.length > 0 && element('div', {}, element('h4', {}, text('wouldRefuse')),
      table([text('cases'), text('why')], told.refused.map(each => [each.cases, why(each)]))) || null,
    element('p', {}, element('button', {type: 'button', class: 'btn btn-danger', id: 'remit-order',
      disabled: told.accepted === 0, onclick: () => notice.replaceChildren(confirm() || '')},
    text('order')(told.accepted)), ' ', notice),
    told.total > 0 && table(
      [text('caseNumber'), text('stage'), text('status'), text('days'), text('overdue'), text('collector'), ''],
      told.items.map(each => [each.caseNumber, stageName(each.stage), name(each.status), each.daysPastDue,
        money(each.currency, each.overdue), each.collector || '', why(each)])) || null,
    pages(told, turn));
}
