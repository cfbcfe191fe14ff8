/* How names, moments and amounts are said, in the language that the app has. */
import {service} from './page.js';

const STAGES = {
  zh: {REMINDER: '提醒', MESSAGE: '短信', TELEPHONE: '电话', VISIT: '上门', LEGAL: '法务', OUTSOURCING: '委外'}
};

/** The language that the app has: en or zh. */
export function language() {
  return (service('$translate').use() || '').startsWith('zh') ? 'zh' : 'en';
}

/** The name of a stage. */
export function stageName(stage) {
  return (STAGES[language()] || {})[stage] || stage;
}

/** A code of the server such as PARTLY_KEPT or quiet-hours, as words. */
export function words(code) {
  return code ? code.toLowerCase().replace(/[_-]/g, ' ') : '';
}

/** A moment as day and time in a time zone; the browser's own if there is none. */
export function moment(instant, timeZone) {
  if (!instant) {
    return '';
  }
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en', {timeZone, hourCycle: 'h23', year: 'numeric',
    month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit'}).formatToParts(new Date(instant))
    .map(part => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
}

/** An amount with its currency, in as many decimals as the currency has. */
export function money(currency, amount) {
  if (amount === null || amount === undefined) {
    return '';
  }
  const decimals = new Intl.NumberFormat('en', {style: 'currency', currency}).resolvedOptions().maximumFractionDigits;
  return `${currency} ${Number(amount).toFixed(decimals)}`;
}
