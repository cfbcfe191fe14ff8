/* What the cards of tasks show, and the case of an open task; partners' people see theirs in its form alone. */
import {userId} from '../../../remit/page.js';
import {read} from '../../../remit/server.js';

/** Whether users are a partner's people, once it was asked, by their ids. */
const partners = new Map();

/** Reads the cards of tasks; those that are open no more are left out. */
export async function readCards(taskIds) {
  return taskIds.length && !await isPartners() ? read('tasks/cards?'
    + taskIds.map(id => 'task=' + encodeURIComponent(id)).join('&')) : [];
}

/** Reads the case of an open task as it is now; null for partners' people. */
export async function readTask(taskId) {
  return await isPartners() ? null : read('tasks/' + encodeURIComponent(taskId));
}

function isPartners() {
  const user = userId();
  if (!partners.has(user)) {
    partners.set(user, read('me').then(({groups}) => groups.some(group => group.startsWith('partner'))));
  }
  return partners.get(user);
}
