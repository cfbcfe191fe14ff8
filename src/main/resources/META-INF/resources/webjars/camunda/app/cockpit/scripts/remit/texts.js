/* What the pages of the portfolio say, in the language that Cockpit has. */
import {language, money, translated} from '../../../remit/words.js';
import {CODES, COLUMNS, FIGURES} from './texts-zh.js';

const TEXTS = {
  en: {
    collections: 'Collections', notForYou: 'These pages are for managers and administrators.',
    portfolio: 'Portfolio', rolls: 'Rolls and cures', money: 'Recovered money', contacts: 'Contacts and promises',
    work: 'Work', partners: 'Partners', others: 'More figures',
    product: 'Product', region: 'Region', currency: 'Currency', from: 'From', to: 'To', all: 'all',
    months: months => months === 1 ? '1 month' : `${months} months`,
    loading: 'Loading ...', noData: 'There is nothing to show for this choice of product, region, currency and period.',
    allZero: 'Everything is zero, or there is nothing to divide by.',
    noDayYet: 'No day is over yet. Figures come when the first day has ended in the creditor\'s time zone.',
    definition: 'What this figure says', numerator: 'Counted', denominator: 'Divided by', source: 'Source',
    now: 'now', numbers: 'Numbers', toCases: 'To the cases', statements: 'Commission statements of', download: 'Save as CSV', back: 'Back',
    before: 'Previous', after: 'Next', range: (first, last, total) => `${first} to ${last} of ${total}`,
    better: 'better', worse: 'worse', little: 'little', much: 'much'
  },
  zh: {
    collections: '催收', notForYou: '这些页面仅供经理和管理员使用。',
    portfolio: '资产组合', rolls: '迁徙与恢复', money: '回收金额', contacts: '联系与承诺', work: '工作量',
    partners: '合作机构', others: '其他指标',
    product: '产品', region: '地区', currency: '币种', from: '从', to: '至', all: '全部',
    months: months => `${months}个月`,
    loading: '加载中…', noData: '所选产品、地区、币种和期间没有数据。', allZero: '全部为零，或没有可作分母的数。',
    noDayYet: '尚无结束的日子。债权人时区的第一天结束后才有指标。',
    definition: '指标说明', numerator: '分子', denominator: '分母', source: '来源',
    now: '现在', numbers: '数据', toCases: '查看案件', statements: '佣金结算单', download: '保存为 CSV', back: '返回',
    before: '上一页', after: '下一页', range: (first, last, total) => `第 ${first} 至 ${last} 条，共 ${total} 条`,
    better: '改善', worse: '恶化', little: '少', much: '多'
  }
};

const ORDERS = {
  stage: ['REMINDER', 'MESSAGE', 'TELEPHONE', 'VISIT', 'LEGAL', 'OUTSOURCING']
};
/** What is a code of Remit's own; the others are the creditor's, or names. */
const CODED = ['stage', 'status', 'channel', 'direction', 'team', 'task', 'type', 'rule', 'kind', 'about', 'from_bucket',
  'to_bucket'];
const ABBREVIATIONS = ['SMS', 'M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7+'];

export function text(key) {
  return TEXTS[language()][key];
}

/** A figure's name for people. */
export function titleOf({name, title}) {
  return ofFigure(name).title || title;
}

/** What is counted, by what it is divided, where it comes from. */
export function definitionText(definition, part) {
  return ofFigure(definition.name)[part] || definition[part];
}

function ofFigure(name) {
  return language() === 'zh' && FIGURES[name] || {};
}

/** The heading of a column. */
export function columnName(column) {
  return language() === 'zh' && COLUMNS[column] || sentence(column);
}

/** A value of a dimension. */
export function valueName(dimension, value) {
  if (value === null || value === undefined) {
    return '–';
  }
  if (!CODED.includes(dimension)) {
    return String(value);
  }
  return language() === 'zh' && CODES[value] || translated(value) || inEnglish(value);
}

function inEnglish(value) {
  return ABBREVIATIONS.includes(value) ? value : sentence(value.replace(/^task_/, ''));
}

/** Such as "Not reached" for NOT_REACHED. */
function sentence(code) {
  const words = code.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value of a column, by its kind; a dash where there is none. */
export function shown(kind, value, currency) {
  if (value === null || value === undefined) {
    return '–';
  }
  switch (kind) {
    case 'MONEY': return money(currency, value).slice(currency.length + 1).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
    case 'COST': return value.toFixed(4);
    case 'RATE': return (100 * value).toFixed(1) + '%';
    case 'DAYS': return value.toFixed(1);
    default: return new Intl.NumberFormat(language()).format(value);
  }
}

/** The same for an axis, where there is little room. */
export function compact(kind, value) {
  return kind === 'RATE' ? Number((100 * value).toPrecision(3)) + '%'
    : new Intl.NumberFormat(language(), {notation: 'compact', maximumFractionDigits: 1}).format(value);
}

/** The different values of a dimension, in the order in which people think of them. */
export function sorted(dimension, values) {
  return [...new Set(values)].sort((one, other) => compare(dimension, one, other));
}

/** Rows in the order of their dimensions. */
export function inOrder(rows, dimensions) {
  return [...rows].sort((one, other) => dimensions
    .map(dimension => compare(dimension, one[dimension], other[dimension])).find(order => order !== 0) || 0);
}

function compare(dimension, one, other) {
  const order = ORDERS[dimension];
  return order ? order.indexOf(one) - order.indexOf(other)
    : String(one).localeCompare(String(other), 'en', {numeric: true});
}
