/* What the user may see; the server checks it again. */
import {read} from '../../../remit/server.js';

/** What the user may do with releases of models. */
export async function rightsOnModels() {
  const {userId, groups} = await read('me').catch(() => ({groups: []}));
  const isIn = (...some) => groups.some(group => group === 'camunda-admin' || some.includes(group));
  return {
    userId,
    see: isIn('processOwners', 'supervisors', 'managers', 'operators'),
    change: isIn('processOwners'),
    decide: isIn('processOwners', 'supervisors'),
    move: isIn('processOwners', 'operators'),
    seeMoves: isIn('processOwners', 'operators', 'managers')
  };
}

/** Whether the user answers for the portfolio: a manager or an administrator. */
export async function isManaging() {
  const caller = await read('me').catch(() => ({groups: []}));
  return caller.groups.some(group => group === 'managers' || group === 'camunda-admin');
}
