/* The pages of the portfolio: their entry in Cockpit's navigation, and the route that they are under. */
import {element, service} from '../../../remit/page.js';
import {isManaging} from './rights.js';

export const collectionsEntry = {
  id: 'collections',
  pluginPoint: 'cockpit.navigation',
  priority: 95,
  label: 'Collections',
  pagePath: '#/collections',
  // Cockpit asks whenever somebody has logged in
  access: [() => tell => isManaging().then(may => service('$rootScope').$applyAsync(() => tell(null, may)))]
};

export const collectionsPage = {
  id: 'collections-page',
  pluginPoint: 'cockpit.route',
  properties: {path: '/collections'},
  render: node => {
    node.append(element('section', {class: 'remit-collections'}));
  }
};
