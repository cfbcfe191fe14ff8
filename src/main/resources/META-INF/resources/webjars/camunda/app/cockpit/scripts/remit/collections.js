/* The pages of the portfolio: their entry in Cockpit's navigation, and the route that they are under. */
import {element, service} from '../../../remit/page.js';
import {read} from '../../../remit/server.js';
import {asked, linkToFigures, PATH} from './asked.js';
import {caseList} from './case-list.js';
import {figureCard} from './figure-card.js';
import {filterBar} from './filters.js';
import {errorLine, nothingLine} from './loading.js';
import {isManaging} from './rights.js';
import {sections} from './sections.js';
import {text} from './texts.js';

export const collectionsEntry = {
  id: 'collections',
  pluginPoint: 'cockpit.navigation',
  priority: 95,
  label: 'Collections',
  pagePath: '#' + PATH,
  checkActive: url => url.split('?')[0].endsWith('#' + PATH),
  // Cockpit asks whenever somebody has logged in
  access: [() => tell => isManaging().then(may => service('$rootScope').$applyAsync(() => tell(null, may)))]
};

let close = () => {};

export const collectionsPage = {
  id: 'collections-page',
  pluginPoint: 'cockpit.route',
  properties: {path: PATH},
  render: async (node, data, scope) => {
    const page = element('section', {class: 'remit-collections', 'aria-busy': true});
    node.append(page);
    service('page').titleSet(text('collections'));
    // what the address asks for is drawn here; else Cockpit would throw the page away at each choice of a filter
    service('$route').routes[PATH].reloadOnSearch = false;
    try {
      if (await isManaging()) {
        const [choices, definitions] = await Promise.all([read('figures/choices'), read('figures')]);
        const draw = () => show(page, choices, definitions);
        scope.$on('$routeUpdate', draw);
        draw();
      } else {
        page.replaceChildren(errorLine({message: text('notForYou')}));
      }
    } catch (failed) {
      page.replaceChildren(errorLine(failed));
    }
    page.removeAttribute('aria-busy');
  },
  unmount: () => close()
};

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
