/* Work on many cases at once: its entry in Cockpit's navigation, and its page. */
import {element, service} from '../../../remit/page.js';
import {read} from '../../../remit/server.js';
import {batchForm} from './batch-form.js';
import {batchList} from './batch-list.js';
import {batchReport} from './batch-report.js';
import {alert, text} from './batch-texts.js';
import {isManaging} from './rights.js';

const PATH = '/collections/batch';

export const batchEntry = {
  id: 'batch-work',
  pluginPoint: 'cockpit.navigation',
  priority: 94,
  label: 'Batch work',
  pagePath: '#' + PATH,
  checkActive: url => url.includes('#' + PATH),
  // Cockpit asks whenever somebody has logged in
  access: [() => tell => isManaging().then(may => service('$rootScope').$applyAsync(() => tell(null, may)))]
};

let leave = () => {};

export const batchPage = {
  id: 'batch-page',
  pluginPoint: 'cockpit.route',
  properties: {path: PATH},
  render: async node => {
    const page = element('section', {class: 'remit-batch', 'aria-busy': true});
    node.append(page);
    service('page').titleSet(text('title'));
    try {
      if (await isManaging()) {
        show(page, await read('batches/choices'));
      } else {
        page.replaceChildren(alert(text('notForYou')));
      }
    } catch (failed) {
      page.replaceChildren(alert(failed.message));
    }
    page.removeAttribute('aria-busy');
  },
  unmount: () => leave()
};

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
