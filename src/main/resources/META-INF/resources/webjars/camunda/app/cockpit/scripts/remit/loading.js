/* Parts of a page that wait for the server. */
import {element} from '../../../remit/page.js';
import {read} from '../../../remit/server.js';
import {alert} from './lists.js';
import {text} from './texts.js';

/** The part while it waits. */
export function waitingBody() {
  return element('div', {'aria-busy': true}, text('loading'));
}

/** Fills such a part with what is made of the server's answer, or with the server's words why there is none. */
export async function fillBody(body, path, contentOf) {
  let content;
  try {
    content = contentOf(await read(path));
  } catch (failed) {
    content = [alert(failed.message)];
  }
  body.replaceChildren(...content);
  body.removeAttribute('aria-busy');
}

/** Said instead of an empty chart or list. */
export function nothingLine(words) {
  return element('p', {class: 'remit-none'}, words);
}
