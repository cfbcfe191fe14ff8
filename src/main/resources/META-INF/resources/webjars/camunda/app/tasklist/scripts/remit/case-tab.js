/* The tab Case of an open task: all that is known of its case, asked anew every few seconds. */
import {caseHead, caseTables, documentTable, timelineTable} from '../../../remit/case-file.js';
import {element, service} from '../../../remit/page.js';
import {read} from '../../../remit/server.js';
import {readTask} from './cards.js';

/** The tab's name in the page's address. */
const CASE_TAB = 'remit-case';

export const caseTab = {
  id: CASE_TAB,
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {label: 'Case'},
  render: (node, {taskId}, scope) => {
    const pane = element('div', {class: 'remit-case'});
    node.append(pane);
    const load = async () => {
      const content = await found(taskId).catch(() => null);
      if (content) {
        pane.replaceChildren(...content);
      }
    };
    load();
    scope.$on('refresh', load);
  }
};

async function found(taskId) {
  const task = await readTask(taskId);
  if (!task) {
    return null;
  }
  const path = 'cases/' + encodeURIComponent(task.card.caseNumber);
  const [file, timeline] = await Promise.all([read(path), read(path + '/timeline')]);
  return [caseHead(file), ...caseTables(file), documentTable(task.documents), timelineTable(timeline)];
}

/** Opens the tab, or the form if the tab is open. */
export function toggleCase() {
  const open = service('$location').search().detailsTab === CASE_TAB;
  const tabs = [...document.querySelectorAll('.task-card .nav-tabs a')];
  const name = service('$translate').instant(open ? 'FORM' : caseTab.properties.label);
  const wanted = tabs.find(tab => tab.textContent.trim() === name);
  if (wanted) {
    wanted.click();
  }
}
