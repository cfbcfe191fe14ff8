/*
 * Remit's settings of Tasklist. Takes the place of the file of Camunda's web application, whose shortcuts it keeps.
 */

import '../../remit/sign-on.js';

// Tasklist would open on the newest tasks first; work is done in the order in which it is due.
const dueFirst = 'sorting=' + encodeURIComponent(JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}]));

if (['', '#/', '#/login'].includes(window.location.hash)) {
  window.history.replaceState(null, '', '#/?' + dueFirst);
}

// Tasklist gives the cursor to the first field of its login page, and once more a moment later, when somebody may be
// typing his password into the second
document.addEventListener('focusin', ({target}) => target.removeAttribute('autofocus'));

export default {
  locales: {
    availableLocales: ['en', 'zh'],
    fallbackLocale: 'en'
  },
  // its page is not served
  disableWelcomeMessage: true,
  customScripts: ['scripts/remit/remit'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'opens the start process modal dialog'
    }
  }
};
