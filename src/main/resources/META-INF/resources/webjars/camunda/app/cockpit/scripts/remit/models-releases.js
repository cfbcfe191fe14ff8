/* The releases, the newest first, with what the user may do with each. */
import {element} from '../../../remit/page.js';
import {order, read} from '../../../remit/server.js';
import {moment} from '../../../remit/words.js';
import {alert, table} from './lists.js';
import {differencesOf} from './models-differences.js';
import {findingsTable, nameOf, text} from './models-texts.js';
import {trialOf} from './models-trial.js';

/** @param told shows what came of a decision */
export function releaseList({running, items}, rights, told) {
  const now = items.find(release => release.number === running);
  return table([text('release'), text('status'), text('labelled'), text('said'), text('by'), text('at'),
    text('decidedBy'), text('deployed'), ''],
  items.map(release => [link(release, rights, told), nameOf(release.status), release.label || '', comment(release),
    release.proposedBy, moment(release.proposedAt), decision(release), moment(release.deployedAt),
    actions(release, now, rights, told)]));
}

function comment({comment: said, restores}) {
  return restores ? text('restores')(restores) + (said ? ': ' + said : '') : said || '';
}

function decision({decidedBy, decisionNote}) {
  return decidedBy ? decidedBy + (decisionNote ? ': ' + decisionNote : '') : '';
}

function link(release, rights, told) {
  return element('a', {href: '', onclick: async event => {
    event.preventDefault();
    try {
      const [whole, differences, trial] = await Promise.all([read('models/releases/' + release.number),
        differencesOf(release.number), trialOf(release.number, rights)]);
      await told(...files(whole), ...differences, ...trial);
    } catch (failed) {
      await told(alert(failed.message));
    }
  }}, String(release.number));
}

function files({release, files: all, added, changed, removed}) {
  const lines = [['added', added], ['changed', changed], ['removed', removed]].filter(([, names]) => names.length > 0)
    .map(([key, names]) => element('p', {}, element('strong', {}, text(key)), ' ', names.join(', ')));
  return [element('h4', {}, text('filesOf')(release.number, all.length)),
    ...(lines.length > 0 ? lines : [element('p', {class: 'remit-none'}, text('asBefore'))]),
    element('p', {class: 'remit-models-hash'}, 'SHA-256 ' + release.sha256)];
}

function actions(release, now, rights, told) {
  const buttons = element('span', {class: 'remit-models-actions'});
  const act = (key, path, body, needsNote, done) => buttons.append(element('button', {type: 'button',
    class: 'btn btn-default btn-xs', 'data-action': key, onclick: () => ask(text(key + 'Asked')(release.number),
      needsNote, async note => {
        try {
          const answer = await order(`models/releases/${release.number}/${path}`, {...body, note});
          await told(element('p', {class: 'remit-models-done'}, done(answer)));
        } catch (refused) {
          await told(alert(refused.message), findingsTable(refused.findings || []));
        }
      })}, text(key)), ' ');
  const own = rights.userId && release.proposedBy.toLowerCase() === rights.userId.toLowerCase();
  if (release.status === 'PROPOSED' && rights.decide && !own) {
    act('approve', 'decision', {decision: 'APPROVED'}, false, ({number}) => text('approved')(number));
    act('refuse', 'decision', {decision: 'REFUSED'}, true, ({number}) => text('refused')(number));
  }
  if (now && rights.change && now.basedOn === release.number && release.status === 'REPLACED') {
    act('rollBack', 'rollback', {}, true, ({number}) => text('rolledBack')(release.number, number));
  }
  return buttons;
}

/** Asks before something runs or is refused, and for the reason. */
function ask(question, needsNote, confirmed) {
  const note = element('textarea', {class: 'form-control input-sm', id: 'remit-models-note', rows: 2, maxlength: 500,
    required: needsNote, 'aria-label': text('note')});
  const dialog = element('dialog', {class: 'remit-models-dialog', onclose: () => dialog.remove()},
    element('form', {method: 'dialog', onsubmit: () => confirmed(note.value)},
      element('p', {}, question), element('label', {for: 'remit-models-note'}, text('note')), note,
      element('button', {type: 'submit', class: 'btn btn-primary', id: 'remit-models-confirm'}, text('doIt')), ' ',
      element('button', {type: 'button', class: 'btn btn-default', onclick: () => dialog.close()}, text('cancel'))));
  document.body.append(dialog);
  dialog.showModal();
}
