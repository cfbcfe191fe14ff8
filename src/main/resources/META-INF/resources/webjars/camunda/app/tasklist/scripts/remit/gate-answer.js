/* What the gate says of a contact, as a chip. */
import {moment, words} from '../../../remit/words.js';
import {chip} from './chips.js';
import {text} from './texts.js';

/** Allowed now, with the number or address if it is told; or why not, and from when by the clock of a time zone. */
export function gateAnswer(channel, {allowed, rule, nextAllowedAt}, timeZone, address) {
  if (allowed) {
    return chip('allowed', [`${text(channel)}: ${text('allowed')}`, address].filter(Boolean).join(', '));
  }
  const when = nextAllowedAt ? `${text('from')} ${moment(nextAllowedAt, timeZone)} ${timeZone}` : text('noTime');
  return chip('denied', `${text(channel)}: ${text('notAllowed')}, ${words(rule)}; ${when}`);
}
