/* What Remit says on the pages of process definitions and instances, in the language that Cockpit has. */
import {language} from '../../../remit/words.js';

const TEXTS = {
  en: {
    heatMap: 'Heat map:', off: 'off',
    managersOnly: 'Managers see here how many cases passed each element, and how long it took.',
    name: 'Element', nameHint: 'As the newest version of the model has it',
    within: 'In', withinHint: 'The stage or other sub-process around it',
    cases: 'Cases passed', casesHint: 'Cases that left the element in the period, however they left it',
    passages: 'Passages', passagesHint: 'How often the element was left: a case can come again',
    waiting: 'Waiting now', waitingHint: 'How many are there at this moment, whatever the period',
    medianSeconds: 'Stay, median', medianSecondsHint: 'How long those that left in the period had been there',
    p90Seconds: 'Stay, 9 of 10', p90SecondsHint: 'Nine of ten of them had been there no longer',
    waitingMedianSeconds: 'Wait, median', waitingMedianSecondsHint: 'How long those that are there now have been there',
    waitingP90Seconds: 'Wait, 9 of 10', waitingP90SecondsHint: 'Nine of ten of them have been there no longer',
    from: 'From', to: 'to', allVersions: 'All versions of the process. Waiting as of',
    second: 's', minute: 'min', hour: 'h', day: 'd',
    noCase: 'This process is about no case.', beside: '{0} runs beside the case {1}', why: 'Why it is here',
    stage: 'Stage', waitsFor: 'Waits for', pausedBy: 'Paused by', contact: 'Contact',
    decided: 'Decided last', next: 'Next',
    closedAs: 'Closed at {0}: {1}.',
    inStage: 'In {0} since {1}.', notInStage: 'On the way into {0}.',
    rule: '{0} days past due (oldest due date {1}); stage-by-aging asks for {2} from {3} days.',
    pausedDays: '{0} days of pauses do not count.', movedBack: 'Somebody moved it back: it counts as {0} days younger.',
    movedAhead: 'Somebody moved it ahead: it counts as {0} days older.', ofAge: 'At its age the rule asks for {0} now.',
    atCourt: 'A court has yet to decide: until then it stays.',
    waitsAt: '{0} ({1}) since {2}.', isOf: 'A task of {0}.', isFor: 'A task that nobody has claimed, for: {0}.',
    dueAt: 'Due {0}.', failed: 'failed too often, an operator has to look', notForeseen: 'nobody foresees when',
    HOLD: 'Hold', PROMISE: 'Promise', PLAN: 'Plan', OFFER: 'Offer',
    pause: '{0}: {1}, since {2}, by {3}.', stopsAll: 'Stops all.', stopsSome: 'Stops {0} only.',
    reviewOn: 'Looked at on {0} at the latest.', until: 'Until {0}.',
    allowed: '{0} now: allowed.', denied: '{0} now: not allowed, {1}.', triedLast: 'Tried last, {0}: {1} denied, {2}.',
    allowedFrom: 'Allowed from {0}.', noTime: 'No time would help.',
    decidedAt: '{0}: {1}.', notBefore: 'The next treatment not before {0}.',
    nextStage: 'Stage {0}, not before {1}.', afterPause: 'After the pause: the stage of its age.',
    lastStage: 'This is the last stage.'
  },
  zh: {
    heatMap: '热力图：', off: '关闭',
    managersOnly: '经理可在此查看各元素通过的案件数及所用时间。',
    name: '元素', nameHint: '以最新版本的模型为准',
    within: '所在', withinHint: '其所在的阶段或子流程',
    cases: '通过案件', casesHint: '期间内以任何方式离开该元素的案件数',
    passages: '通过次数', passagesHint: '离开该元素的次数：同一案件可多次经过',
    waiting: '当前等待', waitingHint: '此刻停留的数量，与期间无关',
    medianSeconds: '停留中位数', medianSecondsHint: '期间内离开者停留的时间',
    p90Seconds: '停留 90%', p90SecondsHint: '十分之九的停留不超过此时间',
    waitingMedianSeconds: '等待中位数', waitingMedianSecondsHint: '当前停留者已等待的时间',
    waitingP90Seconds: '等待 90%', waitingP90SecondsHint: '十分之九的等待不超过此时间',
    from: '从', to: '至', allVersions: '包含流程的所有版本。等待数据截至',
    second: '秒', minute: '分钟', hour: '小时', day: '天',
    noCase: '此流程不涉及任何案件。', beside: '{0} 与案件 {1} 并行', why: '为何处于此处',
    stage: '阶段', waitsFor: '等待', pausedBy: '暂停原因', contact: '联系', decided: '最近决定', next: '下一步',
    closedAs: '已于 {0} 结案：{1}。',
    inStage: '自 {1} 起处于{0}阶段。', notInStage: '正在进入{0}阶段。',
    rule: '逾期 {0} 天（最早到期日 {1}）；规则 stage-by-aging 规定自 {3} 天起为{2}阶段。',
    pausedDays: '其中 {0} 天因暂停不计。', movedBack: '有人将其移回：按少 {0} 天计。', movedAhead: '有人将其前移：按多 {0} 天计。', ofAge: '按现在的账龄，规则要求{0}阶段。',
    atCourt: '法院尚未裁决：在此之前保持不变。',
    waitsAt: '{0}（{1}），自 {2}。', isOf: '任务负责人：{0}。', isFor: '任务尚无人认领，适用组：{0}。',
    dueAt: '截止 {0}。', failed: '多次失败，需运维人员处理', notForeseen: '时间未定',
    HOLD: '暂停', PROMISE: '承诺', PLAN: '还款计划', OFFER: '方案',
    pause: '{0}：{1}，自 {2}，由 {3}。', stopsAll: '停止一切。', stopsSome: '仅停止{0}。',
    reviewOn: '最迟 {0} 复核。', until: '至 {0}。',
    allowed: '现在{0}：允许。', denied: '现在{0}：不允许，{1}。', triedLast: '最近一次 {0}：{1}被拒绝，{2}。',
    allowedFrom: '自 {0} 起允许。', noTime: '任何时间都不可联系。',
    decidedAt: '{0}：{1}。', notBefore: '下一次处理不早于 {0}。',
    nextStage: '{0}阶段，不早于 {1}。', afterPause: '暂停结束后：进入与账龄相应的阶段。',
    lastStage: '这是最后一个阶段。'
  }
};

/** A sentence or word; {0}, {1} stand for the parts. */
export function text(key, ...parts) {
  return TEXTS[language()][key].replace(/\{(\d)\}/g, (place, number) => String(parts[number]));
}

/** How long something lasted, in the greatest unit of which it is more than one. */
export function seconds(number) {
  const [size, unit] = [[86400, 'day'], [3600, 'hour'], [60, 'minute'], [1, 'second']].find(([each]) => number >= each)
    || [1, 'second'];
  const many = number / size;
  return `${many < 10 && size > 1 ? many.toFixed(1).replace('.0', '') : Math.round(many)} ${text(unit)}`;
}
