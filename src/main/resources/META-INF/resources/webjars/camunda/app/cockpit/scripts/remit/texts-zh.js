/* Figures, columns and codes in Chinese; in English they are the server's own words. */

export const FIGURES = {
  portfolio: {title: '按账龄和阶段的资产组合', numerator: '当日结束时的案件数、账户数、逾期金额和未偿金额',
    denominator: '占比：该币种的全部未偿金额'},
  changes: {title: '与前一日相比的变化', numerator: '两日各自结束时的案件数、逾期金额和未偿金额', denominator: '无：两个数量相比较'},
  'roll-rates': {title: '账龄之间的迁徙率', numerator: '从一个账龄进入另一个账龄的账户在后一日结束时的未偿金额',
    denominator: '前一日结束时该账龄全部账户的未偿金额'},
  'cure-rate': {title: '恢复率', numerator: '前一日逾期、后一日结束时不再逾期的账户', denominator: '前一日结束时有逾期金额的账户'},
  'cure-curve': {title: '入催后各周的恢复曲线', numerator: '期间内开案，并在若干周内（且在期间结束前）因恢复或付清而结案的案件',
    denominator: '期间结束前至少若干周已开案的案件'},
  'time-in-stage': {title: '在各阶段的时间', numerator: '从进入一个阶段到进入下一阶段或结案的天数；只计期间内结束的停留',
    denominator: '无：中位数，以及十次停留中九次不超过的天数'},
  recovered: {title: '按月回收金额', numerator: '当月入账的催收账户还款，减去当月被撤回的还款', denominator: '当月前一日结束时全部在催账户的未偿金额'},
  vintage: {title: '按入催月份和账龄的回收', numerator: '当月入催账户截至期间结束的还款，减去被撤回的还款', denominator: '这些账户入催当日结束时的未偿金额'},
  promises: {title: '承诺：作出、到期与兑现', numerator: '作出：期间内作出的承诺；兑现：到期日在期间内且已兑现的承诺',
    denominator: '到期：到期日在期间内且已判定的承诺（兑现、部分兑现或未兑现）'},
  'contact-funnel': {title: '从联系到兑现承诺', numerator: '本人接触率：联系到债务人的次数；承诺率：带来承诺的次数；兑现率：期间内作出且已兑现的承诺',
    denominator: '本人接触率：期间内的联系次数（不含债务人主动联系）；承诺率：本人接触次数；兑现率：期间内作出且已判定的承诺'},
  'contacts-denied': {title: '被规则拒绝的联系', numerator: '期间内计划、被拒绝的联系，按拒绝它的规则', denominator: '占比：期间内全部被拒绝的联系'},
  events: {title: '发生的事件', numerator: '期间内案件时间线的记录，按类型', denominator: '占比：期间内的全部记录'},
  workload: {title: '各组和催收员的待办任务', numerator: '现在待办的任务，以及其中已过期的任务，与所选期间无关', denominator: '无：两个数量'},
  partners: {title: '合作机构排名', numerator: '从委托到委托结束或期间结束的还款，减去被撤回的还款；按各委托约定的佣金及余额；召回、退回和投诉', denominator: '期间内委托的案件在委托当日结束时的未偿金额'},
  'partner-liquidation': {title: '委托后各月的清收率', numerator: '委托后若干个月内且委托期间的还款，减去被撤回的还款',
    denominator: '期间内委托且距期间结束已满若干个月的案件在委托当日结束时的未偿金额'},
  'partner-evaluations': {title: '合作机构评估', numerator: '截至期间结束应进行年度评估的合作机构，按登记册现状', denominator: '无：数量'},
  'partner-deletions': {title: '删除证明', numerator: '截至期间结束已结束的委托；其中届时仍缺删除证明的，以及已逾期的', denominator: '无：数量'},
  capacity: {title: '工作量与产能', numerator: '未结案件预计每周所需的工作分钟数；旁列现在待办的任务和明日之前到期的任务，与所选期间无关',
    denominator: '催收员从今天起七天内工作日的分钟数，不含缺勤；产能未知时为空'},
  complaints: {title: '投诉', numerator: '收到：期间内登记；已决定：期间内作出决定，成立与否，以及逾期决定；未决：期间结束时尚无决定，其中答复期限已过的为逾期',
    denominator: '成立率：期间内决定的投诉；天数：从登记到决定的中位数'},
  'cost-to-collect': {title: '催收成本', numerator: '期间内联系和起诉的成本，按决策 cost-of-collection，以案件币种计；机构佣金按各委托约定；未定价：成本未知的件数',
    denominator: '期间内催收账户入账的还款，减去被撤回的：该币种的全部，以及案件处于该阶段时收到的'}
};

export const COLUMNS = {
  bucket: '账龄', from_bucket: '原账龄', to_bucket: '新账龄', stage: '阶段', status: '状态', currency: '币种', direction: '方向',
  channel: '渠道', rule: '规则', type: '类型', week: '周', booked_in: '入账月份', entered_in: '入催月份', partner: '机构', team: '组',
  collector: '催收员', task: '任务', cases: '案件', accounts: '账户', overdue: '逾期金额', outstanding: '未偿金额', share: '占比',
  balance_before: '之前余额', balance_now: '现在余额', roll_rate: '迁徙率', delinquent: '逾期账户', cured: '已恢复',
  overdue_before: '之前逾期', overdue_now: '现在逾期', cure_rate: '恢复率', cases_before: '之前案件', cases_now: '现在案件',
  outstanding_before: '之前未偿', outstanding_now: '现在未偿', entered: '入催', made: '作出', made_amount: '承诺金额', due: '到期',
  due_amount: '到期金额', kept: '兑现', not_kept: '未兑现', other: '其他', kept_rate: '兑现率', attempts: '联系次数',
  right_party: '接触本人', promises: '承诺', right_party_rate: '本人接触率', promise_rate: '承诺率', denied: '被拒绝', entries: '记录',
  stays: '停留次数', median_days: '中位天数', p90_days: '九成不超过（天）', collected: '收款', returned: '撤回', net: '净额',
  recovery: '回收率', recalled: '召回', given_back: '退回', commission: '佣金', net_back: '债权人所得', months: '月数', liquidation: '清收率',
  registered: '登记', evaluations_due: '应评估', proofs_asked: '应提交证明', proofs_missing: '缺证明', proofs_late: '证明逾期', complaints: '投诉', placements: '委托', ended: '已结束', due_tasks: '今日到期任务', work_minutes: '预计工作（分钟）', capacity_minutes: '产能（分钟）', load: '负荷',
  about: '关于', received: '收到', decided: '已决定', upheld: '成立', decided_late: '逾期决定', open: '未决', upheld_rate: '成立率',
  kind: '种类', pieces: '件数', unpriced: '未定价', cost: '成本', cost_to_collect: '催收成本率', in_stage: '阶段成本率',
  open_tasks: '待办任务', overdue_tasks: '过期任务', case_number: '案件号'
};

/** Codes of figures alone; the others the server translates. */
export const CODES = {
  FORWARD: '恶化', BACKWARD: '改善', SAME: '不变', LEFT: '离开', none: '无', COMMISSION: '佣金', PERSON: '我方人员',
  TREATMENT: '处理方式'
};
