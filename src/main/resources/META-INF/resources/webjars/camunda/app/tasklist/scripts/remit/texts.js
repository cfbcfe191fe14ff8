/* What Remit's parts of Tasklist say, in the language that Tasklist has. */
import {language} from '../../../remit/words.js';

const TEXTS = {
  en: {
    next: 'Next', nextHint: 'Opens and claims the best task of this list (Alt+N)', nothingNext: 'No more tasks in this list',
    goOn: 'Next by itself', goOnHint: 'After Complete the next task opens by itself',
    leave: 'An outcome is chosen and not completed. Next again leaves it.',
    keys: 'Keys', close: 'Close',
    keyOutcome: 'choose the outcome with this sign', keyComplete: 'Complete', keyNext: 'Next task', keyCase: 'Case, and back to the form',
    keyLeaveField: 'leave a field, so that the other keys act', keyHelp: 'this help',
    keysInFields: 'While you type in a field only Ctrl+Enter and Esc act. Enter never sends a form from a text field.',
    incomplete: 'Something is missing or wrong in the form',
    days: 'd', promiseBroken: 'Promise broken', urgent: 'Urgent', paid: 'Paid', closed: 'Closed', held: 'On hold',
    outstanding: 'outstanding',
    CALL: 'Call', VISIT: 'Visit', askCall: 'Ask to call', askVisit: 'Ask to visit', allowed: 'allowed now', notAllowed: 'not now', from: 'from', noTime: 'no time would help',
    otherCall: 'calls this debtor in case', cannotComplete: 'you cannot complete this call',
    select: 'Select', selectAll: 'All on this page', selected: 'selected', notReached: 'Not reached', handTo: 'Hand over to',
    done: 'done', noCall: 'is not a call', working: 'Working',
    myDay: 'My day', noDay: 'No list was made for today.', makeDay: 'Make the list', printDay: 'Print', openVisit: 'Open',
    notAlone: 'Nobody goes there alone', DONE: 'made', TAKEN_BACK: 'taken back'
  },
  zh: {
    next: '下一个', nextHint: '打开并认领此列表中最优先的任务 (Alt+N)', nothingNext: '此列表中没有更多任务',
    goOn: '自动下一个', goOnHint: '完成后自动打开下一个任务',
    leave: '已选择结果但尚未完成。再按一次“下一个”将离开。',
    keys: '快捷键', close: '关闭',
    keyOutcome: '选择带此标记的结果', keyComplete: '完成', keyNext: '下一个任务', keyCase: '案件信息，再按返回表单',
    keyLeaveField: '离开输入框，使其他快捷键生效', keyHelp: '此帮助',
    keysInFields: '在输入框中只有 Ctrl+Enter 和 Esc 生效。在文本框中按 Enter 不会提交表单。',
    incomplete: '表单有缺漏或错误',
    days: '天', promiseBroken: '承诺未兑现', urgent: '紧急', paid: '已付清', closed: '已结案', held: '已暂停',
    outstanding: '未偿',
    CALL: '电话', VISIT: '上门', askCall: '申请致电', askVisit: '申请上门', allowed: '现在可以联系', notAllowed: '现在不可联系', from: '最早', noTime: '任何时间都不可联系',
    otherCall: '正在联系此债务人，案件', cannotComplete: '您不能完成此通话',
    select: '选择', selectAll: '本页全部', selected: '项已选', notReached: '未联系上', handTo: '转交给',
    done: '完成', noCall: '不是电话任务', working: '处理中',
    myDay: '我的一天', noDay: '今天还没有清单。', makeDay: '生成清单', printDay: '打印', openVisit: '打开',
    notAlone: '不得单独前往', DONE: '已完成', TAKEN_BACK: '已收回'
  }
};

export function text(key) {
  return TEXTS[language()][key];
}
