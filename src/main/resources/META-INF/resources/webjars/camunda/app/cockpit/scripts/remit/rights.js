/* What the user may see; the server checks it again. */
import {read} from '../../../remit/server.js';

/** Whether the user answers for the portfolio: a manager or an administrator. */
export async function isManaging() {
  const caller = await read('me').catch(() => ({groups: []}));
  return caller.groups.some(group => group === 'managers' || group === 'camunda-admin');
}
