/* Work on many cases at once: its entry in Cockpit's navigation, and its page. */
import {element} from '../../../remit/page.js';
import {read} from '../../../remit/server.js';
import {batchForm} from './batch-form.js';
import {batchList} from './batch-list.js';
import {batchReport} from './batch-report.js';
import {text} from './batch-texts.js';
import {ownPage} from './own-page.js';
import {isManaging} from './rights.js';

let leave = () => {};

export const batchWork = ownPage({
  id: 'batch-work',
  label: 'Batch work',
  priority: 94,
  path: '/collections/batch',
  style: 'remit-batch',
  title: () => text('title'),
  rights: isManaging,
  refusal: () => text('notForYou'),
  show: async page => show(page, await read('batches/choices')),
  leave: () => leave()
});

function show(page, choices) {
  const result = element('div', {class: 'remit-batch-result', 'aria-live': 'polite'});
  const list = batchList(batch => open(batch.id));
  let report = null;
  const put = (...nodes) => {
    if (report) {
      report.close();
      report = null;
    }
    result.replaceChildren(...nodes);
  };
  const open = id => {
    put();
    report = batchReport(id, list.load);
    result.replaceChildren(report.node);
  };
  leave = () => put();
  put(element('p', {class: 'remit-none'}, text('begin')));
  page.replaceChildren(batchForm(choices, put, id => {
    open(id);
    list.load();
  }), element('div', {class: 'remit-batch-side'}, result, list.node));
  list.load();
}
