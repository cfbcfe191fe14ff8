/* The pages of the portfolio: their entry in Cockpit's navigation, and the route that they are under. */
import {element, service} from '../../../remit/page.js';
import {read} from '../../../remit/server.js';
import {asked, linkToFigures, PATH} from './asked.js';
import {caseList} from './case-list.js';
import {figureCard} from './figure-card.js';
import {filterBar} from './filters.js';
import {nothingLine} from './loading.js';
import {ownPage} from './own-page.js';
import {isManaging} from './rights.js';
import {sections} from './sections.js';
import {text} from './texts.js';

let close = () => {};

export const collections = ownPage({
  id: 'collections',
  label: 'Collections',
  priority: 95,
  path: PATH,
  style: 'remit-collections',
  title: () => text('collections'),
  rights: isManaging,
  refusal: () => text('notForYou'),
  show: async (page, may, scope) => {
    // what the address asks for is drawn here; else Cockpit would throw the page away at each choice of a filter
    service('$route').routes[PATH].reloadOnSearch = false;
    const [choices, definitions] = await Promise.all([read('figures/choices'), read('figures')]);
    const draw = () => show(page, choices, definitions);
    scope.$on('$routeUpdate', draw);
    draw();
  },
  leave: () => close()
});

function show(page, choices, definitions) {
  close();
  const question = asked(choices);
  const all = sections(definitions);
  const section = all.find(each => each.figures.some(figure => figure.name === question.figure))
    || all.find(each => each.name === question.section) || all[0];
  const ofTheCases = definitions.find(each => each.name === question.figure);
  const drawn = !choices.lastDay ? [nothingYet()]
    : ofTheCases ? [caseList(question, ofTheCases, section)]
      : section.figures.map(figure => figureCard(figure, question));
  close = () => drawn.forEach(each => each.close());
  const bar = filterBar(question, choices);
  const focus = page.contains(document.activeElement) ? document.activeElement.id : '';
  page.replaceChildren(
    element('header', {}, tabs(all, section), bar),
    element('div', {class: 'remit-figures'}, drawn.map(each => each.node)));
  if (focus && document.getElementById(focus)) {
    document.getElementById(focus).focus();
  }
  drawn.forEach(each => each.load());
}

function tabs(all, open) {
  return element('nav', {class: 'remit-tabs'}, all.map(section => element('a',
    {href: linkToFigures({section: section.name}), id: 'remit-tab-' + section.name,
      'aria-current': section === open && 'page'}, text(section.name))));
}

function nothingYet() {
  return {node: nothingLine(text('noDayYet')), load: () => {}, close: () => {}};
}
