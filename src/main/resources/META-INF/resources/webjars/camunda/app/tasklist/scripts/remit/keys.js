/* Keys: outcomes by their signs, Ctrl+Enter, Next, Case, help. While somebody types, the letters stay theirs. */
import {element} from '../../../remit/page.js';
import {toggleCase} from './case-tab.js';
import {forgetDrafts} from './drafts.js';
import {completeButton, form} from './form.js';
import {showHelp} from './help.js';
import {openNext, tellUser} from './next.js';
import {text} from './texts.js';

/** The signs of the outcomes in their order; the style sheet shows the same. */
const SIGNS = '123456789abcdefgh';
const TEXT_FIELDS = 'input:not([type=radio], [type=checkbox], [type=button], [type=submit]), textarea, select, [contenteditable]';
const SINGLE_LINES = '.fjs-form-field-textfield input, .fjs-form-field-number input, .fjs-form-field-datetime input';

/** What is typed between an outcome and the moment when its field is there; null while nothing is awaited. */
let typedAhead = null;

export const keys = {
  id: 'remit-keys',
  pluginPoint: 'tasklist.navbar.action',
  priority: 350,
  render: (node, data, scope) => {
    node.append(element('a', {href: '', class: 'remit-keys', onclick: event => {
      event.preventDefault();
      showHelp();
    }}, text('keys') + ' (?)'));
    forgetDrafts(scope.$root);
  }
};

document.addEventListener('keydown', event => {
  if (!event.isComposing && act(event)) {
    event.preventDefault();
    event.stopPropagation();
  }
}, true);

/** @return whether the key was for Remit */
function act(event) {
  const field = event.target;
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
  if (event.key === 'Enter' && form() && (event.ctrlKey || plain && isOutcome(field))) {
    complete();
    return true;
  }
  if (typedAhead !== null && plain && event.key.length === 1) {
    typedAhead += event.key;
    return true;
  }
  if (event.key === 'Enter' && plain && field.matches(SINGLE_LINES)) {
    takeOver(field);
    return true;
  }
  if (field.matches(TEXT_FIELDS)) {
    return event.key === 'Escape' && form() && form().contains(field) ? leave(field) : false;
  }
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    return (event.code === 'KeyN' && run(openNext)) || (event.code === 'KeyC' && run(toggleCase));
  }
  return plain && (event.key === '?' ? run(showHelp) : choose(event.key));
}

function isOutcome(field) {
  return field.type === 'radio' && form().contains(field);
}

function run(action) {
  action();
  return true;
}

function leave(field) {
  field.blur();
  return true;
}

/** form-js takes a text over some time after the last letter, or when the field is left. */
function takeOver(field) {
  field.blur();
  field.focus();
}

function complete() {
  if (form().contains(document.activeElement)) {
    takeOver(document.activeElement);
  }
  const button = completeButton();
  if (button && !button.disabled) {
    tellUser('');
    button.click();
  } else {
    tellUser(text('incomplete'));
    const wrong = form().querySelector('.fjs-has-errors input, .fjs-has-errors textarea')
      || textFields().find(field => field.required && !field.value);
    if (wrong) {
      wrong.focus();
    }
  }
}

/** Chooses an outcome and moves on into the first field that it brings. */
function choose(key) {
  const group = form() && form().querySelector('.fjs-form-field-radio');
  const option = group && [...group.querySelectorAll('input[type=radio]')][SIGNS.indexOf(key)];
  if (!option || option.disabled || key.length !== 1) {
    return false;
  }
  const before = new Set(textFields());
  option.click();
  option.focus();
  typedAhead = '';
  // form-js draws the fields of an outcome with the next frame
  requestAnimationFrame(() => requestAnimationFrame(() => {
    enter(textFields().find(field => !before.has(field)), typedAhead);
    typedAhead = null;
  }));
  return true;
}

function enter(field, text) {
  if (field) {
    field.focus();
    field.value += text;
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }
}

function textFields() {
  return [...form().querySelectorAll('input[type=text], textarea')].filter(field => field.offsetParent && !field.disabled);
}
