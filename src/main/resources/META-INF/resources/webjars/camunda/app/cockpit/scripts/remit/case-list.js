/* The cases behind a cell of a figure, page by page. */
import {element} from '../../../remit/page.js';
import {figurePath, linkTo, linkToFigures} from './asked.js';
import {downloadButton} from './download.js';
import {titleWithDefinition} from './figure-card.js';
import {fillBody, nothingLine, waitingBody} from './loading.js';
import {questionTo} from './sections.js';
import {columnName, shown, text, valueName} from './texts.js';

const SIZE = 50;
/** What a list says of a case beside its measures. */
const OF_THE_CASE = ['stage', 'status', 'collector'];

/** The list; it asks for its page when it is loaded. `section` is the one that its figure is in. */
export function caseList(question, definition, section) {
  const {figure, cell, measure, page} = question;
  const scope = figurePath(figure + '/cases', {...questionTo(figure, question), ...cell});
  const ofCell = Object.entries({...cell, measure}).filter(([name, value]) => name !== 'currency' && value);
  const path = [scope, new URLSearchParams(ofCell)].join('&');
  const body = waitingBody();
  const node = element('article', {class: 'remit-card remit-wide remit-cases', 'data-figure': figure},
    element('header', {},
      element('a', {href: linkToFigures({section: section.name}), class: 'remit-back'}, '← ' + text('back')),
      titleWithDefinition(definition),
      element('span', {class: 'remit-cell'}, Object.entries(cell).map(([dimension, value]) =>
        element('span', {class: 'remit-chip'}, `${columnName(dimension)}: ${valueName(dimension, value)}`)),
        measure && element('span', {class: 'remit-chip'}, `${columnName(measure)} ≠ 0`)),
      downloadButton(path, `${figure}-cases-${question.from}-${question.to}`)),
    body);
  return {
    node,
    close: () => {},
    load: () => fillBody(body, `${path}&page=${page}&size=${SIZE}`, answer => answer.total
      ? [table(definition, answer.items), pager(answer)] : [nothingLine(text('noData'))])
  };
}

function table({kinds}, items) {
  const measures = Object.keys(kinds).filter(column => column in items[0]);
  return element('table', {class: 'table table-condensed'},
    element('thead', {}, element('tr', {},
      ['case_number', 'currency'].map(column => element('th', {scope: 'col'}, columnName(column))),
      measures.map(column => element('th', {scope: 'col', class: 'remit-number'}, columnName(column))),
      OF_THE_CASE.map(column => element('th', {scope: 'col'}, columnName(column))))),
    element('tbody', {}, items.map(item => element('tr', {},
      element('td', {}, item.process_instance
        ? element('a', {href: '#/process-instance/' + item.process_instance}, item.case_number) : item.case_number),
      element('td', {}, item.currency),
      measures.map(column => element('td', {class: 'remit-number'}, shown(kinds[column], item[column], item.currency))),
      OF_THE_CASE.map(column => element('td', {}, valueName(column, item[column])))))));
}

function pager({page, size, total}) {
  const last = Math.ceil(total / size) - 1;
  const turn = (to, words) => to < 0 || to > last ? null
    : element('a', {href: linkTo({page: to || null}), class: 'btn btn-default btn-xs'}, words);
  return element('p', {class: 'remit-pager'}, turn(page - 1, text('before')),
    text('range')(page * size + 1, Math.min(total, (page + 1) * size), total), turn(page + 1, text('after')));
}
