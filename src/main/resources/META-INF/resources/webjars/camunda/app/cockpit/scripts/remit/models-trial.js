/* What the open portfolio would do under a release: ordered, waited for, and told. */
import {element} from '../../../remit/page.js';
import {order, read} from '../../../remit/server.js';
import {moment} from '../../../remit/words.js';
import {alert} from './lists.js';
import {text} from './models-texts.js';

const ASK_AGAIN_AFTER = 2000;

/** The part of a release's page; it asks again as long as the trial goes on and the part is shown. */
export async function trialOf(number, rights) {
  const path = `models/releases/${number}/trial`;
  const said = element('div', {class: 'remit-models-trial', 'aria-live': 'polite'});
  const days = element('input', {type: 'number', class: 'form-control input-sm', id: 'remit-models-days', min: 1,
    max: 400, value: 30, required: true});
  const begin = element('button', {type: 'submit', class: 'btn btn-default btn-xs', 'data-action': 'try'}, text('tryIt'));
  const show = ({trial, text: report}) => {
    const goesOn = Boolean(trial) && !trial.endedAt;
    begin.disabled = goesOn;
    said.replaceChildren(...!trial ? [] : [
      element('p', {}, text('tried')(trial.startedBy, moment(trial.startedAt), trial.days)),
      goesOn ? element('p', {class: 'remit-none'}, text('living'))
        : trial.failure ? alert(trial.failure) : element('pre', {tabindex: 0}, report)]);
    if (goesOn) {
      setTimeout(askAgain, ASK_AGAIN_AFTER);
    }
  };
  const load = async () => {
    try {
      show(await read(path));
    } catch (failed) {
      said.replaceChildren(alert(failed.message));
    }
  };
  const askAgain = () => said.isConnected && load();
  await load();
  const form = element('form', {class: 'form-inline', onsubmit: async event => {
    event.preventDefault();
    begin.disabled = true;
    try {
      await order(path, {days: Number(days.value)});
    } catch (refused) {
      said.replaceChildren(alert(refused.message));
      begin.disabled = false;
      return;
    }
    await load();
  }}, element('label', {for: 'remit-models-days'}, text('days')), ' ', days, ' ', begin);
  return [element('h4', {}, text('wouldDo')), element('p', {class: 'remit-none'}, text('tryHow')),
    ...(rights.decide ? [form] : []), said];
}
