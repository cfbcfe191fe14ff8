/* The help that "?" shows. */
import {element} from '../../../remit/page.js';
import {text} from './texts.js';

let shown = null;

/** Shows the keys, or takes them away if they are shown. */
export function showHelp() {
  if (shown) {
    hide();
    return;
  }
  const line = (keys, words) => element('tr', {}, element('td', {}, element('kbd', {}, keys)), element('td', {}, words));
  const button = element('button', {type: 'button', class: 'btn btn-default', onclick: hide}, text('close'));
  shown = element('div', {class: 'remit-help', role: 'dialog', 'aria-label': text('keys')},
    element('h3', {}, text('keys')),
    element('table', {}, element('tbody', {},
      line('1 … 9, a …', text('keyOutcome')), line('Ctrl + Enter', text('keyComplete')), line('Alt + N', text('keyNext')),
      line('Alt + C', text('keyCase')), line('Esc', text('keyLeaveField')), line('?', text('keyHelp')))),
    element('p', {}, text('keysInFields')), button);
  shown.addEventListener('keydown', event => event.key === 'Escape' && hide());
  document.body.append(shown);
  button.focus();
}

function hide() {
  shown.remove();
  shown = null;
}
