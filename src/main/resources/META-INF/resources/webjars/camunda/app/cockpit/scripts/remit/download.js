/* Figures and lists as files. */
import {element} from '../../../remit/page.js';
import {readCsv} from '../../../remit/server.js';
import {text} from './texts.js';

/** A button that saves what the server has under a path as CSV. */
export function downloadButton(path, name) {
  const button = element('button', {type: 'button', class: 'btn btn-default btn-xs remit-csv', onclick: async () => {
    button.disabled = true;
    try {
      save(await readCsv(path), name + '.csv');
      notice.replaceChildren();
    } catch (failed) {
      notice.replaceChildren(failed.message);
    }
    button.disabled = false;
  }}, 'CSV');
  const notice = element('span', {class: 'remit-error', role: 'alert'});
  return element('span', {title: text('download')}, notice, button);
}

function save(csv, name) {
  const url = URL.createObjectURL(new Blob([csv], {type: 'text/csv;charset=utf-8'}));
  element('a', {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url));
}
