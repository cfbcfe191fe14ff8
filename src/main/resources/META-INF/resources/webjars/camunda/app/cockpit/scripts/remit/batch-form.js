/* The order: which cases, what is done to them, and why. It is previewed, then confirmed by its number of cases. */
import {element} from '../../../remit/page.js';
import {order} from '../../../remit/server.js';
import {stageName} from '../../../remit/words.js';
import {batchPreview} from './batch-preview.js';
import {name, text} from './batch-texts.js';
import {alert} from './lists.js';

const BUCKETS = ['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7+'];
const STAGES = ['REMINDER', 'MESSAGE', 'TELEPHONE', 'VISIT', 'LEGAL', 'OUTSOURCING'];
const ACTIONS = ['HOLD', 'RELEASE', 'STAGE', 'REASSIGN', 'RECALL'];
const SHORTEST_REASON = 10;

/**
 * @param put shows something beside the form
 * @param ordered is told the number of a batch that was ordered
 */
export function batchForm(choices, put, ordered) {
  const {products, regions, currencies, collectors} = choices.known;
  const filters = {
    stage: select(STAGES, stageName), status: select(['OPEN', 'HELD']), bucket: select(BUCKETS),
    product: select(products), region: select(regions),
    collector: select(['-', ...collectors], id => id === '-' ? text('nobody') : id),
    currency: select(currencies), amountFrom: input('text'), amountTo: input('text'),
    daysFrom: input('number'), daysTo: input('number')
  };
  const action = select(ACTIONS, name, false);
  const details = {
    hold: select(choices.holds, name, false), until: input('date'),
    toStage: select(choices.stages, stageName, false),
    toCollector: select(choices.collectorsThere, id => id, false)
  };
  const needed = {HOLD: ['hold', 'until'], RELEASE: ['hold'], STAGE: ['toStage'], REASSIGN: ['toCollector'], RECALL: []};
  const detailRows = Object.fromEntries(Object.entries(details).map(([key, field]) => [key, labelled(key, field)]));
  const reason = element('textarea', {class: 'form-control input-sm', id: 'remit-reason', rows: 2, maxlength: 500});
  const hint = element('p', {class: 'remit-batch-hint'});

  const entered = () => ({
    action: action.value,
    ...Object.fromEntries(needed[action.value].map(key => [key, details[key].value || null])),
    select: Object.fromEntries(Object.entries(filters).map(([key, field]) => [key, field.value || null]))
  });

  let previewed = 0;
  const changed = () => {
    previewed++;
    Object.entries(detailRows).forEach(([key, row]) => {
      row.hidden = !needed[action.value].includes(key);
    });
    hint.textContent = text('hint')[action.value];
    put(element('p', {class: 'remit-none'}, text('begin')));
  };

  const preview = async (page = 0) => {
    const asked = entered();
    const turn = ++previewed;
    put(element('p', {class: 'remit-none'}, text('working')));
    try {
      const told = await order(`batches/preview?page=${page}&size=10`, asked);
      if (turn === previewed) {
        put(batchPreview(told, preview, () => confirm(asked, told)));
      }
    } catch (refused) {
      if (turn === previewed) {
        put(alert(refused.message));
      }
    }
  };

  const confirm = (asked, told) => {
    const words = reason.value.trim();
    if (words.length < SHORTEST_REASON) {
      reason.focus();
      return text('reasonTooShort');
    }
    ask(text('confirm')(name(asked.action), told.accepted, told.total), async () => {
      try {
        ordered((await order('batches', {...asked, reason: words, cases: told.total})).id);
        reason.value = '';
      } catch (refused) {
        put(alert(refused.message));
      }
    });
    return null;
  };

  const form = element('form', {class: 'remit-batch-form', onsubmit: event => {
    event.preventDefault();
    preview();
  }, onchange: event => event.target !== reason && changed()},
  element('h4', {}, text('which')),
  element('div', {class: 'remit-batch-fields'}, Object.entries(filters).map(([key, field]) => labelled(key, field))),
  element('h4', {}, text('what')),
  element('div', {class: 'remit-batch-fields'}, labelled('action', action), Object.values(detailRows)), hint,
  element('label', {for: 'remit-reason'}, text('reason')), reason,
  element('button', {type: 'submit', class: 'btn btn-primary', id: 'remit-preview'}, text('preview')));
  changed();
  return form;
}

/** Asks before something is done that cannot be taken back as a whole. */
function ask(question, confirmed) {
  const dialog = element('dialog', {class: 'remit-batch-dialog', onclose: () => dialog.remove()},
    element('p', {}, question),
    element('button', {type: 'button', class: 'btn btn-primary', id: 'remit-confirm', onclick: () => {
      dialog.close();
      confirmed();
    }}, text('doIt')), ' ',
    element('button', {type: 'button', class: 'btn btn-default', autofocus: true, onclick: () => dialog.close()},
      text('cancel')));
  document.body.append(dialog);
  dialog.showModal();
}

function labelled(key, field) {
  field.id = 'remit-' + key;
  return element('label', {}, text(key), field);
}

function input(type) {
  return element('input', {type, class: 'form-control input-sm', autocomplete: 'off'});
}

function select(values, nameOf = value => name(value), any = true) {
  return element('select', {class: 'form-control input-sm'}, any && element('option', {value: ''}, text('any')) || null,
    values.map(value => element('option', {value}, nameOf(value))));
}
