/* The batches that were ordered, the newest first. */
import {element} from '../../../remit/page.js';
import {read} from '../../../remit/server.js';
import {moment} from '../../../remit/words.js';
import {titleOf} from './batch-report.js';
import {name, pages, text} from './batch-texts.js';
import {alert, table} from './lists.js';

const PAGE = 8;

/** @param open is told which batch to show */
export function batchList(open) {
  const node = element('div', {class: 'remit-batch-list'});
  let page = 0;
  const load = async () => {
    try {
      const all = await read(`batches?page=${page}&size=${PAGE}`);
      node.replaceChildren(element('h4', {}, text('earlier')),
        all.total === 0 ? element('p', {class: 'remit-none'}, text('none')) : table(
          [text('batch'), text('at'), text('action'), text('by'), text('status'), text('cases'), text('DONE'),
            text('REFUSED')],
          all.items.map(batch => [element('a', {href: '', onclick: event => {
            event.preventDefault();
            open(batch);
          }}, String(batch.id)), moment(batch.orderedAt), titleOf(batch), batch.orderedBy,
          name(batch.status), batch.total, batch.done, batch.refused])),
        pages(all, turned => {
          page = turned;
          load();
        }));
    } catch (failed) {
      node.replaceChildren(alert(failed.message));
    }
  };
  return {node, load};
}
