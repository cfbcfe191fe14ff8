/* One batch: how far it is, and what became of each case; it asks again as long as the batch runs. */
import {element} from '../../../remit/page.js';
import {read, readCsv} from '../../../remit/server.js';
import {moment, stageName} from '../../../remit/words.js';
import {name, pages, text, why} from './batch-texts.js';
import {alert, table} from './lists.js';

const ASK_AGAIN_AFTER = 1000;
const PAGE = 10;

/** @param changed is told when the batch has come further */
export function batchReport(id, changed) {
  const node = element('div', {class: 'remit-batch-report', 'aria-busy': true});
  let page = 0;
  let outcome = '';
  let closed = false;
  let waiting = null;

  const load = async () => {
    clearTimeout(waiting);
    try {
      const batch = await read('batches/' + id);
      const filter = outcome ? '&outcome=' + outcome : '';
      const report = await read(`batches/${id}/report?page=${page}&size=${PAGE}${filter}`);
      if (closed) {
        return;
      }
      draw(batch, report);
      if (batch.status === 'RUNNING') {
        waiting = setTimeout(load, ASK_AGAIN_AFTER);
      } else if (node.hasAttribute('aria-busy')) {
        node.removeAttribute('aria-busy');
        changed();
      }
    } catch (failed) {
      node.replaceChildren(alert(failed.message));
    }
  };

  const draw = (batch, report) => {
    const settled = batch.done + batch.refused;
    const counts = {'': batch.total, DONE: batch.done, REFUSED: batch.refused, FAILED: batch.failed};
    node.replaceChildren(
      element('p', {class: 'remit-batch-count'}, `${text('batch')} ${batch.id}: ${titleOf(batch)}`),
      element('p', {}, `${batch.reason} (${batch.orderedBy}, ${moment(batch.orderedAt)})`),
      element('p', {}, element('progress', {value: settled, max: batch.total, 'aria-label': text('progress')}), ' ',
        element('span', {class: 'remit-batch-status', 'data-status': batch.status},
          `${name(batch.status)}: ${settled} / ${batch.total}`)),
      batch.status === 'STOPPED' ? element('p', {class: 'remit-error'},
        element('a', {href: '#/batch'}, text('stopped'))) : '',
      element('p', {class: 'btn-group'}, Object.entries(counts).map(([each, count]) => element('button',
        {type: 'button', class: 'btn btn-default btn-xs', 'aria-pressed': String(each === outcome), onclick: () => {
          outcome = each;
          page = 0;
          load();
        }}, `${each ? name(each) : text('all')} ${count}`)),
      element('button', {type: 'button', class: 'btn btn-default btn-xs', id: 'remit-batch-csv',
        title: text('download'), onclick: () => save(id)}, 'CSV')),
      table([text('caseNumber'), text('outcome'), text('why'), text('at')], report.items.map(item =>
        [item.caseNumber, item.outcome ? name(item.outcome) : '…', why(item), moment(item.settledAt)])),
      pages(report, turned => {
        page = turned;
        load();
      }));
  };

  const save = async () => {
    try {
      const csv = await readCsv(`batches/${id}/report`);
      const url = URL.createObjectURL(new Blob([csv], {type: 'text/csv;charset=utf-8'}));
      element('a', {href: url, download: `batch-${id}.csv`}).click();
      setTimeout(() => URL.revokeObjectURL(url));
    } catch (failed) {
      node.prepend(alert(failed.message));
    }
  };

  load();
  return {node, close: () => {
    closed = true;
    clearTimeout(waiting);
  }};
}

/** What is done: the action, and what it is about. */
export function titleOf({action, hold, toStage, toCollector}) {
  const about = hold ? name(hold) : toStage ? stageName(toStage) : toCollector;
  return about ? `${name(action)}: ${about}` : name(action);
}
