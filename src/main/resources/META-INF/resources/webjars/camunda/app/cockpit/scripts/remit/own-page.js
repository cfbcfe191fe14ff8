/* A page of Remit's own: its entry in Cockpit's navigation, and the route that it is under. */
import {element, service} from '../../../remit/page.js';
import {alert} from './lists.js';

/**
 * @param path behind the # of Cockpit's address
 * @param style the class of the page
 * @param title what stands above it, once the words are known
 * @param rights resolves with what the user may do there; with nothing if that is nothing
 * @param refusal what others are told
 * @param show draws the page: told the page, what the user may do, and the scope of the route
 * @param leave tidies up when somebody goes elsewhere
 */
export function ownPage({id, label, priority, path, style, title, rights, refusal, show, leave = () => {}}) {
  return [{
    id,
    pluginPoint: 'cockpit.navigation',
    priority,
    label,
    pagePath: '#' + path,
    checkActive: url => url.split('?')[0].endsWith('#' + path),
    // Cockpit asks whenever somebody has logged in
    access: [() => tell => rights().then(may => service('$rootScope').$applyAsync(() => tell(null, Boolean(may))))]
  }, {
    id: id + '-page',
    pluginPoint: 'cockpit.route',
    properties: {path},
    render: async (node, data, scope) => {
      const page = element('section', {class: style, 'aria-busy': true});
      node.append(page);
      service('page').titleSet(title());
      try {
        const may = await rights();
        if (may) {
          await show(page, may, scope);
        } else {
          page.replaceChildren(alert(refusal()));
        }
      } catch (failed) {
        page.replaceChildren(alert(failed.message));
      }
      page.removeAttribute('aria-busy');
    },
    unmount: leave
  }];
}
