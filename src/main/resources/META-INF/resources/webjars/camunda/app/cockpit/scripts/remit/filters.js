/* What figures are asked for: product, region, currency and period. */
import {element, goTo} from '../../../remit/page.js';
import {start} from './asked.js';
import {text} from './texts.js';

const PERIODS = [1, 3, 6, 12];

export function filterBar(question, {firstDay, lastDay, products, regions, currencies}) {
  const limits = {min: firstDay, max: lastDay};
  return element('form', {class: 'remit-filters', onsubmit: event => event.preventDefault()},
    choice('product', products, question),
    choice('region', regions, question),
    choice('currency', currencies, question),
    day('from', question, limits),
    day('to', question, limits),
    lastDay && element('span', {class: 'remit-periods'}, PERIODS.map(months => period(months, question, firstDay))));
}

function choice(name, values, question) {
  const chosen = question[name] || '';
  // a shared address may name what is not there any more
  const offered = ['', ...new Set([...values, chosen].filter(Boolean))];
  return element('label', {}, text(name), element('select',
    {id: 'remit-' + name, class: 'form-control input-sm',
      onchange: event => change({[name]: event.target.value || null})},
    offered.map(value => element('option', {value, selected: value === chosen}, value || text('all')))));
}

function day(name, question, limits) {
  return element('label', {}, text(name), element('input', {type: 'date', id: 'remit-' + name, value: question[name],
    class: 'form-control input-sm', ...limits,
    onchange: event => event.target.value && change({[name]: event.target.value})}));
}

function period(months, {to}, firstDay) {
  return element('button', {type: 'button', id: 'remit-months-' + months, class: 'btn btn-default btn-xs',
    onclick: () => change({from: start(to, months, firstDay)})}, text('months')(months));
}

/** Whoever asks for something else starts at the first page of a list. */
function change(parts) {
  goTo({...parts, page: null});
}
