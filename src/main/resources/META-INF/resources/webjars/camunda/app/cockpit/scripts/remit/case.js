/* The tab Case of a process instance: the case, and for managers why it is where it is. */
import {caseHead, caseTables, timelineTable} from '../../../remit/case-file.js';
import {element} from '../../../remit/page.js';
import {ask, read} from '../../../remit/server.js';
import {text} from './process-texts.js';
import {isManaging} from './rights.js';
import {sentences} from './standing.js';

export const caseOnInstance = {
  id: 'remit-case',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 19,
  properties: {label: 'Case'},
  render: async (node, {processInstanceId}) => {
    const pane = element('div', {class: 'remit-case'});
    node.append(pane);
    const content = await found(processInstanceId).catch(fault => [fault.message]);
    pane.replaceChildren(...content);
  }
};

async function found(processInstanceId) {
  const {businessKey} = await ask('/process-instance/' + encodeURIComponent(processInstanceId));
  const caseNumber = caseIn(businessKey);
  if (!caseNumber) {
    return [text('noCase')];
  }
  const path = 'cases/' + encodeURIComponent(caseNumber);
  const [file, timeline, standing] = await Promise.all([read(path), read(path + '/timeline'),
    isManaging().then(may => may ? read(path + '/standing') : null)]);
  const matter = businessKey === caseNumber ? [] : [element('p', {}, text('beside', businessKey, caseNumber))];
  const reasons = standing ? [why(standing)] : [];
  return [...matter, caseHead(file), ...reasons, ...caseTables(file), timelineTable(timeline)];
}

/** The case in a business key, which is C100001 of the case itself, C100001-H12 of a matter beside it; null if none. */
function caseIn(businessKey) {
  const parts = /^(C\d+)(-[A-Z]\d+)?$/.exec(businessKey || '');
  return parts && parts[1];
}

function why(standing) {
  return element('section', {class: 'remit-case-why'}, element('h4', {}, text('why')),
    element('table', {class: 'table table-condensed'}, element('tbody', {}, sentences(standing).map(([about, said]) =>
      element('tr', {}, element('th', {scope: 'row'}, text(about)),
        element('td', {}, element('ul', {}, said.map(each => element('li', {}, each)))))))));
}
