/* What the page of the models says, in the language that Cockpit has. */
import {element} from '../../../remit/page.js';
import {language} from '../../../remit/words.js';
import {table} from './lists.js';

const TEXTS = {
  en: {
    title: 'Models', notForYou: 'This page is for process owners, supervisors, managers, operators and administrators.',
    change: 'Propose a change', propose: 'Check and propose',
    how: 'Choose the whole folder of models (or a ZIP archive of it), or one file that takes the place of its namesake. '
      + 'Another person approves it; then it runs at once.',
    folder: 'Folder', file: 'Archive or file', comment: 'What is changed, and why?', label: 'Label (may be empty)',
    said: 'Comment', labelled: 'Label',
    nothingChosen: 'Choose a folder, an archive or a file.', checking: 'It is checked …',
    proposed: number => `Release ${number} is proposed. It runs when another person has approved it.`,
    findings: 'Findings', element: 'Element', rule: 'What to do', detail: 'What is wrong',
    line: 'Line', releases: 'Releases', release: 'Release', status: 'Status', by: 'By', at: 'Proposed',
    decidedBy: 'Decided by', deployed: 'Runs since', approvedBy: 'Approved by',
    approve: 'Approve', refuse: 'Refuse', rollBack: 'Roll back to it',
    approveAsked: number => `Release ${number} runs at once, on every node. Approve it?`,
    refuseAsked: number => `Refuse release ${number}?`,
    rollBackAsked: number => `The files of release ${number} run again at once, on every node. Go back?`,
    note: 'Why?', doIt: 'Yes, do it', cancel: 'Cancel',
    approved: number => `Release ${number} runs.`, refused: number => `Release ${number} is refused.`,
    rolledBack: (before, number) => `The files of release ${before} run again, as release ${number}.`,
    restores: number => `back to release ${number}`,
    filesOf: (number, files) => `Release ${number}: ${files} files`, added: 'Added', changed: 'Changed',
    removed: 'Removed', asBefore: 'The files are those of the release before.',
    runs: number => `What runs: release ${number}`,
    behind: number => `This node still has the texts of release ${number}.`,
    differing: 'The folder that Remit was given at its start differs from what ran then: ',
    kind: 'Kind', name: 'Name', key: 'Id', tag: 'Version tag', version: 'Version', since: 'Since',
    open: 'Running', older: version => `${version} (older)`,
    differences: 'What is different', pictures: 'The drawing before and after', before: 'before', after: 'after',
    openCases: 'Open cases by older versions', allNewest: 'All open cases go by the newest version.',
    wouldMove: (cases, moving, staying) => `${cases} open, ${moving} can move, ${staying} stay`,
    move: cases => `Move ${cases} cases`, cases: 'Cases', goesTo: 'Goes on at', stays: 'stays', why: 'Why',
    wouldDo: 'What it would do', tryIt: 'Try it', days: 'Days',
    tryHow: 'Two copies of the open portfolio live, under the models that run and under these. They know nobody and '
      + 'reach nobody. Of more than a thousand cases a thousand live, drawn by chance, and the figures are reckoned up '
      + 'to all. It takes minutes.',
    tried: (by, at, days) => `Tried by ${by}, ${at}, ${days} days`, living: 'The copies live …',
    fromTo: 'From, to', started: 'Started', moved: 'Moved', stayed: 'Stayed', left: 'To go'
  },
  zh: {
    title: '模型', notForYou: '此页面供流程负责人、主管、经理、运维人员和管理员使用。',
    change: '提交更改', propose: '检查并提交',
    how: '请选择整个模型文件夹（或其 ZIP 压缩包），或替换同名文件的单个文件。由另一人批准后立即运行。',
    folder: '文件夹', file: '压缩包或文件', comment: '更改了什么，为什么？', label: '标签（可不填）',
    said: '说明', labelled: '标签',
    nothingChosen: '请选择文件夹、压缩包或文件。', checking: '检查中…',
    proposed: number => `第 ${number} 版已提交，由另一人批准后运行。`,
    findings: '发现的问题', element: '元素', rule: '怎么办', detail: '问题', line: '行',
    releases: '版本', release: '版本', status: '状态', by: '提交人', at: '提交时间', decidedBy: '决定人', deployed: '运行自',
    approvedBy: '批准人', approve: '批准', refuse: '不批准', rollBack: '退回此版本',
    approveAsked: number => `第 ${number} 版将立即在所有节点运行。确认批准？`,
    refuseAsked: number => `确认不批准第 ${number} 版？`,
    rollBackAsked: number => `第 ${number} 版的文件将立即在所有节点重新运行。确认退回？`,
    note: '原因', doIt: '确认', cancel: '取消',
    approved: number => `第 ${number} 版正在运行。`, refused: number => `第 ${number} 版未获批准。`,
    rolledBack: (before, number) => `第 ${before} 版的文件已作为第 ${number} 版重新运行。`,
    restores: number => `退回第 ${number} 版`,
    filesOf: (number, files) => `第 ${number} 版：${files} 个文件`, added: '新增', changed: '更改', removed: '删除',
    asBefore: '文件与上一版相同。', runs: number => `正在运行：第 ${number} 版`,
    behind: number => `此节点仍使用第 ${number} 版的文本。`, differing: '启动时给出的文件夹与当时运行的不同：',
    kind: '类型', name: '名称', key: '标识', tag: '版本标签', version: '版本', since: '自', open: '运行中',
    older: version => `${version}（旧）`,
    differences: '差异', pictures: '更改前后的图', before: '更改前', after: '更改后',
    openCases: '使用旧版本的未结案件', allNewest: '所有未结案件均使用最新版本。',
    wouldMove: (cases, moving, staying) => `未结 ${cases} 个，可迁移 ${moving} 个，保留 ${staying} 个`,
    move: cases => `迁移 ${cases} 个案件`, cases: '案件数', goesTo: '继续于', stays: '保留', why: '原因',
    wouldDo: '将会怎样', tryIt: '试运行', days: '天数',
    tryHow: '以当前模型和这些模型分别运行未结案件的两个副本。副本不含个人信息，也不会联系任何人。案件超过一千个时随机抽取一千个推演，数字按全部案件折算。需要几分钟。',
    tried: (by, at, days) => `${by} 于 ${at} 试运行 ${days} 天`, living: '副本运行中…',
    fromTo: '从、至', started: '开始时间', moved: '已迁移', stayed: '已保留', left: '待处理'
  }
};

const NAMES = {
  en: {PROPOSED: 'Waits for another person', REFUSED: 'Refused', OUT_OF_DATE: 'Out of date', RUNNING: 'Runs',
    REPLACED: 'Replaced', ROLLED_BACK: 'Rolled back', PROCESS: 'Process', DECISION: 'Decision', FORM: 'Form',
    PATCH: 'patch', MINOR: 'minor', MAJOR: 'major'},
  zh: {PROPOSED: '等待另一人决定', REFUSED: '未批准', OUT_OF_DATE: '已过时', RUNNING: '运行中', REPLACED: '已被替换',
    ROLLED_BACK: '已退回', PROCESS: '流程', DECISION: '决策', FORM: '表单', PATCH: '修订', MINOR: '次版本', MAJOR: '主版本'}
};

export function text(key) {
  return TEXTS[language()][key];
}

/** The name of a status or a kind. */
export function nameOf(code) {
  return NAMES[language()][code] || code;
}

/** What is wrong with models, by file. */
export function findingsTable(findings) {
  return findings.length === 0 ? '' : element('div', {class: 'remit-models-findings'},
    table([text('file'), text('line'), text('element'), text('detail'), text('rule')],
      findings.map(({file, line, element: id, name, detail, sentence, remedy}) => [file, line || '',
        name && name !== id ? `${name} (${id})` : id, detail, remedy || sentence])));
}
