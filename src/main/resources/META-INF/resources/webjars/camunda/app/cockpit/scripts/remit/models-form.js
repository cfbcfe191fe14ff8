/* Proposing models: an archive, a folder, or one file, and what is said of it. */
import {element} from '../../../remit/page.js';
import {upload} from '../../../remit/server.js';
import {alert} from './lists.js';
import {archiveOf} from './models-archive.js';
import {findingsTable, text} from './models-texts.js';

/**
 * @param told shows what came of it
 * @param wait shows that it is looked at
 */
export function modelsForm(told, wait) {
  const file = element('input', {type: 'file', id: 'remit-models-file', accept: '.zip,.bpmn,.dmn,.form,.txt,.csv,.json',
    onchange: () => {
      folder.value = '';
    }});
  const folder = element('input', {type: 'file', id: 'remit-models-folder', webkitdirectory: true, onchange: () => {
    file.value = '';
  }});
  const comment = element('input', {type: 'text', id: 'remit-models-comment', class: 'form-control input-sm',
    maxlength: 500, autocomplete: 'off', required: true});
  const label = element('input', {type: 'text', id: 'remit-models-label', class: 'form-control input-sm',
    maxlength: 60, autocomplete: 'off'});
  const button = element('button', {type: 'submit', class: 'btn btn-primary', id: 'remit-models-propose'},
    text('propose'));

  const propose = async () => {
    const said = new URLSearchParams({comment: comment.value, label: label.value});
    const chosen = file.files[0];
    if (!chosen && folder.files.length === 0) {
      wait(alert(text('nothingChosen')));
      return;
    }
    button.disabled = true;
    wait(element('p', {class: 'remit-none'}, text('checking')));
    try {
      const release = await (folder.files.length > 0
        ? upload(`models/releases?${said}`, await archiveOf(folder.files), 'application/zip')
        : chosen.name.toLowerCase().endsWith('.zip') ? upload(`models/releases?${said}`, chosen, 'application/zip')
          : upload(`models/releases?${said}&file=${encodeURIComponent(placeOf(chosen.name))}`, chosen,
            'application/octet-stream'));
      form.reset();
      await told(element('p', {class: 'remit-models-done'}, text('proposed')(release.number)));
    } catch (refused) {
      await told(alert(refused.message), findingsTable(refused.findings || []));
    }
    button.disabled = false;
  };

  const form = element('form', {class: 'remit-models-form', onsubmit: event => {
    event.preventDefault();
    propose();
  }},
  element('h4', {}, text('change')), element('p', {class: 'remit-none'}, text('how')),
  element('div', {class: 'remit-models-fields'},
    element('label', {}, text('folder'), folder), element('label', {}, text('file'), file),
    element('label', {}, text('comment'), comment), element('label', {}, text('label'), label), button));
  return form;
}

/** Where a file lies in the folder of models, by what it is. */
function placeOf(name) {
  if (name.endsWith('.txt')) {
    return 'messages/' + name;
  }
  if (name.endsWith('.csv')) {
    return (/^[a-z]+\.[a-z]{2}\.csv$/.test(name) ? 'words/' : 'messages/') + name;
  }
  return name;
}
