/* What the cards of tasks show. */
import {read} from '../../../remit/server.js';

/** Reads the cards of tasks; those that are open no more are left out. */
export async function readCards(taskIds) {
  return taskIds.length ? read('tasks/cards?' + taskIds.map(id => 'task=' + encodeURIComponent(id)).join('&')) : [];
}
