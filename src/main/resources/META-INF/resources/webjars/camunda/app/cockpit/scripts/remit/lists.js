/* How lists and refusals are laid out. */
import {element} from '../../../remit/page.js';

/** Why something was not done. */
export function alert(said) {
  return element('p', {class: 'remit-error', role: 'alert'}, said);
}

export function table(heads, rows) {
  return element('table', {class: 'table table-condensed'},
    element('thead', {}, element('tr', {}, heads.map(head => element('th', {}, head)))),
    element('tbody', {}, rows.map(row => element('tr', {}, row.map(cell =>
      element('td', {}, cell instanceof Node ? cell : String(cell)))))));
}
