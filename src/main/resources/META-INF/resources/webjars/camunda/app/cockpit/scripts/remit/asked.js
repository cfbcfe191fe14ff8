/* What the page's address asks for, so that a page can be shared. */
import {service} from '../../../remit/page.js';

export const PATH = '/collections';

/** What a figure can be asked with. */
const SCOPE = ['from', 'to', 'product', 'region', 'currency'];

/**
 * What is asked for; the period is the month until the last day with a snapshot, unless the address says another.
 * `figure`, `cell` and `measure` ask for the cases behind a cell, which is its dimensions by name.
 */
export function asked({firstDay, lastDay}) {
  const search = service('$location').search();
  const to = search.to || lastDay;
  return {
    ...search,
    to,
    from: search.from || lastDay && start(to, 1, firstDay),
    cell: Object.fromEntries(new URLSearchParams(search.cell || '')),
    page: Number(search.page || 0)
  };
}

/** The link to this page with some parts of the address changed; null takes one away. */
export function linkTo(changes) {
  const parts = {...service('$location').search(), ...changes};
  const query = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== null && value !== ''));
  return `#${PATH}?${query}`;
}

/** The link to the cases behind a cell, which is its dimensions by name; of those with something in a measure. */
export function linkToCases(figure, cell, measure = null) {
  const known = Object.entries(cell).filter(([, value]) => value !== null && value !== undefined);
  return linkTo({figure, cell: new URLSearchParams(known).toString(), measure, page: null});
}

/** The link from these cases back to the figures. */
export function linkToFigures(changes = {}) {
  return linkTo({...changes, figure: null, cell: null, measure: null, page: null});
}

/** A figure's path at the server for what is asked. */
export function figurePath(figure, question) {
  const scope = SCOPE.filter(part => question[part]).map(part => [part, question[part]]);
  return `figures/${figure}?${new URLSearchParams(scope)}`;
}

/** The first day of a period of so many months until a day, or of as many as there are; ISO dates. */
export function start(to, months, firstDay) {
  const [year, month, day] = to.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const from = new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
  return from < firstDay && firstDay <= to ? firstDay : from;
}
