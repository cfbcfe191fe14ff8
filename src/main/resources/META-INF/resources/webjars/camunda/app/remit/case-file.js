/* A case as tables: all that is known of it, the newest of its timeline first. */
import {element} from './page.js';
import {language, money, moment, stageName, words} from './words.js';

const TEXTS = {
  en: {
    overdue: 'overdue', outstanding: 'outstanding', days: 'days past due', collector: 'collector',
    timeline: 'Timeline', accounts: 'Accounts', holds: 'Holds', promises: 'Promises', plans: 'Plans', offers: 'Offers',
    documents: 'Documents',
    account: 'Account', product: 'Product', dueSince: 'Due since', amount: 'Amount', by: 'By', status: 'Status',
    paidSoFar: 'Paid', reason: 'Reason', since: 'Since', review: 'Review on', decision: 'Decision', name: 'Name', at: 'At',
    what: 'What', who: 'Who', detail: 'Detail'
  },
  zh: {
    overdue: '逾期', outstanding: '未偿', days: '天逾期', collector: '催收员',
    timeline: '时间线', accounts: '账户', holds: '暂停', promises: '承诺', plans: '还款计划', offers: '方案',
    documents: '文件',
    account: '账户', product: '产品', dueSince: '到期日', amount: '金额', by: '期限', status: '状态', paidSoFar: '已付',
    reason: '原因', since: '开始', review: '复核日', decision: '决定', name: '名称', at: '时间', what: '事件', who: '操作人',
    detail: '详情'
  }
};

function text(key) {
  return TEXTS[language()][key];
}

/** The line above the tables. */
export function caseHead(file) {
  const of = amount => money(file.currency, amount);
  return element('p', {class: 'remit-case-head'}, [
    file.caseNumber, words(file.status), stageName(file.stage), `${file.daysPastDue} ${text('days')}`,
    `${text('overdue')} ${of(file.overdueAmount)}`, `${text('outstanding')} ${of(file.outstandingAmount)}`,
    file.collector && `${text('collector')} ${file.collector}`].filter(Boolean).join(' · '));
}

/** The tables of accounts, promises, holds, plans and offers. */
export function caseTables(file) {
  const of = amount => money(file.currency, amount);
  return [
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
        each.proposedBy])
  ];
}

/** The table of documents: their names. */
export function documentTable(documents) {
  return section('documents', ['at', 'name'], documents, each => [moment(each.at), each.name]);
}

/** The table of a timeline that came with the oldest first. */
export function timelineTable(timeline) {
  return section('timeline', ['at', 'what', 'detail', 'who'], [...timeline].reverse(),
    each => [moment(each.at), each.text, each.data, each.actor]);
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
