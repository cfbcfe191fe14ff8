/* What the page of batch work says, in the language that Cockpit has. */
import {element} from '../../../remit/page.js';
import {language, words} from '../../../remit/words.js';

const TEXTS = {
  en: {
    title: 'Batch work', notForYou: 'This page is for managers and administrators.',
    begin: 'Choose cases and what is to be done, then look at the preview. Nothing is done before you confirm.',
    working: 'Counting …', which: 'Which cases', what: 'What is done to each',
    stage: 'Stage', status: 'Status', bucket: 'Bucket', daysFrom: 'Days past due, from', daysTo: 'to',
    product: 'Product', region: 'Region', currency: 'Currency', amountFrom: 'Overdue amount, from', amountTo: 'to',
    collector: 'Collector', nobody: 'nobody', any: 'any', all: 'All',
    action: 'Action', hold: 'Reason of the pause', until: 'Until (may be empty)', toStage: 'To stage',
    toCollector: 'To collector', reason: 'Why? It is kept with each case (10 to 500 characters)',
    reasonTooShort: 'Say why, in 10 characters at least.',
    preview: 'Preview', order: cases => `Order for ${cases} cases …`, doIt: 'Yes, do it', cancel: 'Cancel',
    confirm: (action, accepted, total) => `${action}: ${accepted} cases as of now, of ${total} selected. `
      + 'Each case is checked again when its turn comes. Order it?',
    wouldDo: (accepted, total) => `${accepted} of ${total} cases; ${total - accepted} would be refused`,
    wouldRefuse: 'Refused', cases: 'Cases', overdue: 'Overdue', outstanding: 'Outstanding', why: 'Why',
    caseNumber: 'Case', days: 'Days', outcome: 'Outcome', at: 'At', by: 'By', batch: 'Batch', progress: 'Progress',
    DONE: 'Done', REFUSED: 'Refused', earlier: 'Earlier batches', none: 'There is none yet.',
    stopped: 'The engine does not go on by itself: look at the failed jobs of the batch, and retry them.', download: 'Save as CSV',
    before: 'Previous', after: 'Next', range: (first, last, total) => `${first} to ${last} of ${total}`,
    hint: {
      HOLD: 'Nobody contacts the debtors, and no stage comes. A supervisor has a task for each.',
      RELEASE: 'Collection goes on at the stage of the age, unless another reason holds the case.',
      STAGE: 'As if the case had just grown old enough for the stage, whose reviews stay. When its debtor pays, a move ahead ends.',
      REASSIGN: 'The debtor\'s other open cases go along.',
      RECALL: 'What was handed over to a partner comes back.'
    }
  },
  zh: {
    title: '批量处理', notForYou: '此页面仅供经理和管理员使用。',
    begin: '请选择案件和操作，然后查看预览。确认之前不会执行任何操作。',
    working: '统计中…', which: '选择案件', what: '对每个案件执行',
    stage: '阶段', status: '状态', bucket: '账龄', daysFrom: '逾期天数，从', daysTo: '至',
    product: '产品', region: '地区', currency: '币种', amountFrom: '逾期金额，从', amountTo: '至',
    collector: '催收员', nobody: '无人', any: '不限', all: '全部',
    action: '操作', hold: '暂停原因', until: '至（可不填）', toStage: '目标阶段', toCollector: '目标催收员',
    reason: '原因：将与每个案件一同保存（10 至 500 个字符）', reasonTooShort: '请说明原因，至少 10 个字符。',
    preview: '预览', order: cases => `对 ${cases} 个案件下达…`, doIt: '确认执行', cancel: '取消',
    confirm: (action, accepted, total) => `${action}：当前 ${accepted} 个案件，共选中 ${total} 个。`
      + '轮到每个案件时会再次检查。确认下达？',
    wouldDo: (accepted, total) => `${total} 个案件中的 ${accepted} 个；${total - accepted} 个将被拒绝`,
    wouldRefuse: '被拒绝', cases: '案件数', overdue: '逾期', outstanding: '未偿', why: '原因',
    caseNumber: '案件', days: '天数', outcome: '结果', at: '时间', by: '操作人', batch: '批次', progress: '进度',
    DONE: '完成', REFUSED: '被拒绝', earlier: '历史批次', none: '暂无。',
    stopped: '引擎不会自动继续：请查看该批次失败的作业并重试。', download: '保存为 CSV',
    before: '上一页', after: '下一页', range: (first, last, total) => `第 ${first} 至 ${last} 条，共 ${total} 条`,
    hint: {
      HOLD: '不再联系债务人，也不进入下一阶段。每个案件都有一项主管任务。',
      RELEASE: '除非另有暂停原因，催收按账龄所在阶段继续。',
      STAGE: '视同案件刚达到该阶段的账龄，该阶段的审核照常进行。债务人还款后，提前的移动即告结束。',
      REASSIGN: '债务人的其他未结案件一并转移。',
      RECALL: '已移交合作机构的案件被收回。'
    }
  }
};

/** Codes of the server whose words would not do. */
const NAMES = {
  en: {HOLD: 'Hold', RELEASE: 'Release', STAGE: 'Move to another stage', REASSIGN: 'Reassign', RECALL: 'Recall',
    CREDITOR_REQUEST: 'The creditor\'s request', OPEN: 'Open', HELD: 'On hold', DONE: 'Done', REFUSED: 'Refused',
    FAILED: 'Failed', RUNNING: 'Running', SUSPENDED: 'Suspended', STOPPED: 'Stopped', FINISHED: 'Finished'},
  zh: {HOLD: '暂停', RELEASE: '恢复', STAGE: '移至其他阶段', REASSIGN: '重新分配', RECALL: '收回',
    CREDITOR_REQUEST: '债权人要求', OPEN: '进行中', HELD: '已暂停', DONE: '完成', REFUSED: '被拒绝', FAILED: '失败',
    RUNNING: '运行中', SUSPENDED: '已挂起', STOPPED: '已停止', FINISHED: '已完成'}
};

const REFUSALS = {
  zh: {CLOSED: '案件已结', HELD_ALREADY: '已因此原因暂停', NOT_HELD: '没有此原因的暂停', ON_HOLD: '案件已暂停',
    SAME_STAGE: '已在此阶段', AT_COURT: '正在法院处理', WITH_PARTNER: '已委托合作机构：请先收回', NOT_OVERDUE: '尚无逾期',
    PROTECTED: '债务人受暂停保护', PROMISED: '承诺有效中', COMPLAINED: '有未处理的投诉', SAME_COLLECTOR: '已由此催收员处理',
    BARRED: '债务人投诉过此催收员', NOT_PLACED: '未委托合作机构', NOT_HANDED_OVER: '尚未移交合作机构'}
};

export function text(key) {
  return TEXTS[language()][key];
}

/** The name of an action, a status, a reason to pause; of another code, its words. */
export function name(code) {
  return NAMES[language()][code] || (/^[A-Z_]+$/.test(code) ? words(code) : code);
}

/** Why something is refused; the server's English where there is no other. */
export function why({code, why: said}) {
  return code ? (REFUSALS[language()] || {})[code] || said : '';
}

/** Where in a list of several pages we are, and the ways on; nothing for one page. */
export function pages({page, size, total}, turn) {
  if (total <= size) {
    return '';
  }
  const button = (key, to, there) => element('button', {type: 'button', class: 'btn btn-default btn-xs',
    disabled: !there, onclick: () => turn(to)}, text(key));
  return element('p', {}, button('before', page - 1, page > 0), ' ',
    text('range')(page * size + 1, Math.min(total, (page + 1) * size), total), ' ',
    button('after', page + 1, (page + 1) * size < total));
}
