/* Open cases that go by an older version: where they stand, which of them can move to the newest, and how far that is. */
import {element} from '../../../remit/page.js';
import {order, read} from '../../../remit/server.js';
import {moment} from '../../../remit/words.js';
import {downloadButton} from './download.js';
import {alert, table} from './lists.js';
import {nameOf, text} from './models-texts.js';

const ASK_AGAIN_AFTER = 1000;
const SHOWN = 20;

/** The part of the page; it asks again as long as cases move, until it is closed. */
export function movesPart(rights) {
  const previews = element('div', {class: 'remit-models-previews'});
  const moves = element('div', {class: 'remit-models-moves', 'aria-live': 'polite'});
  let closed = false;
  let waiting = null;

  const load = async () => {
    clearTimeout(waiting);
    try {
      const [wouldMove, all] = await Promise.all([read('models/migrations/preview'), read(`models/migrations?size=${SHOWN}`)]);
      if (closed) {
        return;
      }
      previews.replaceChildren(element('h4', {}, text('openCases')), ...wouldMove.length === 0
        ? [element('p', {class: 'remit-none'}, text('allNewest'))] : wouldMove.map(each => preview(each, rights, load)));
      moves.replaceChildren(...all.total === 0 ? [] : [movesTable(all.items)]);
      if (all.items.some(each => !each.finished)) {
        waiting = setTimeout(load, ASK_AGAIN_AFTER);
      }
    } catch (failed) {
      moves.replaceChildren(alert(failed.message));
    }
  };
  return {
    node: element('div', {}, previews, moves), load, close: () => {
      closed = true;
      clearTimeout(waiting);
    }
  };
}

function preview(of, rights, moved) {
  const result = element('span', {'aria-live': 'polite'});
  const start = element('button', {type: 'button', class: 'btn btn-primary btn-xs', 'data-move': of.process,
    onclick: async () => {
      start.disabled = true;
      try {
        await order('models/migrations', {process: of.process, from: of.fromVersion});
        await moved();
      } catch (refused) {
        result.replaceChildren(alert(refused.message));
        start.disabled = false;
      }
    }}, text('move')(of.canMove));
  return element('details', {}, element('summary', {},
    `${of.name}: ${of.fromVersion} → ${of.toVersion} (${nameOf(of.kind)}). ${text('wouldMove')(of.cases, of.canMove, of.stay)}`),
  of.why || of.comment ? element('p', {}, [of.why, of.comment].filter(Boolean).join(' · ')) : null,
  table([text('element'), text('cases'), text('goesTo'), text('why')],
    of.places.map(at => [at.name ? `${at.name} (${at.element})` : at.element, at.cases, at.target || text('stays'),
      at.why || ''])),
  rights.move && of.canStart ? element('p', {}, start, ' ', result) : null);
}

function movesTable(moves) {
  return table([text('key'), text('fromTo'), text('by'), text('started'), text('moved'), text('stayed'), text('left'), ''],
    moves.map(each => [each.process, `${each.fromVersion} → ${each.toVersion}`, each.startedBy, moment(each.startedAt),
      each.moved, each.stayed, each.left,
      downloadButton(`models/migrations/${each.id}/report`, `migration-${each.id}`)]));
}
