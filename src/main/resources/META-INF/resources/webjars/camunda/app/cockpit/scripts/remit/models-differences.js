/* What a release changes in the one before it: in words, by file, and the drawings before and after. */
import {element} from '../../../remit/page.js';
import {addressOf, read} from '../../../remit/server.js';
import {text} from './models-texts.js';

/** The differences of a release, once the server has told them. */
export async function differencesOf(number) {
  const changed = await read(`models/releases/${number}/differences`);
  return changed.length === 0 ? [] : [element('h4', {}, text('differences')),
    element('div', {class: 'remit-models-differences'}, changed.map(({file, sentences, drawn}) =>
      element('section', {}, element('h5', {}, file),
        element('ul', {}, sentences.map(sentence => element('li', {}, sentence))),
        drawn ? pictures(number, file) : null)))];
}

function pictures(number, file) {
  const picture = (side, key) => element('figure', {}, element('figcaption', {}, text(key)),
    element('img', {alt: `${file}: ${text(key)}`, loading: 'lazy',
      src: addressOf(`models/releases/${number}/picture?${new URLSearchParams({file, side})}`)}));
  return element('details', {class: 'remit-models-pictures'}, element('summary', {}, text('pictures')),
    picture('BEFORE', 'before'), picture('AFTER', 'after'));
}
