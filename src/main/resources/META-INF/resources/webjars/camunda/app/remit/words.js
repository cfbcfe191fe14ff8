/* How names, moments and amounts are said, in the language that the app has. */
import {service} from './page.js';

/** What codes are called in the app's language, by their English words; nothing in English. */
let dictionary = {};

/** Takes over what the server knows of the app's language. */
export function learn(words) {
  dictionary = words;
}

/** The language that the app has: en or zh. */
export function language() {
  return (service('$translate').use() || '').startsWith('zh') ? 'zh' : 'en';
}

/** The name of a stage. */
export function stageName(stage) {
  return translated(stage) || stage;
}

/** A code of the server such as PARTLY_KEPT, contact-hours or fieldAgents, as words. */
export function words(code) {
  return code ? translated(code) || inEnglish(code) : '';
}

/** What a code is called in the app's language; nothing if the server has no word for it, or in English. */
export function translated(code) {
  return code && dictionary[inEnglish(code)];
}

function inEnglish(code) {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ').toLowerCase();
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
