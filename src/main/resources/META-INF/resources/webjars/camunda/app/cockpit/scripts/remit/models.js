/* The models: which run, who changed what, and how others take their place. Its entry in the navigation, its page. */
import {element, service} from '../../../remit/page.js';
import {read} from '../../../remit/server.js';
import {moment} from '../../../remit/words.js';
import {modelsForm} from './models-form.js';
import {movesPart} from './models-moves.js';
import {releaseList} from './models-releases.js';
import {alert, nameOf, table, text} from './models-texts.js';
import {rightsOnModels} from './rights.js';

const PATH = '/models';
const KINDS = ['PROCESS', 'DECISION', 'FORM'];

export const modelsEntry = {
  id: 'models',
  pluginPoint: 'cockpit.navigation',
  priority: 93,
  label: 'Models',
  pagePath: '#' + PATH,
  checkActive: url => url.split('?')[0].endsWith('#' + PATH),
  // Cockpit asks whenever somebody has logged in
  access: [() => tell => rightsOnModels()
    .then(({see}) => service('$rootScope').$applyAsync(() => tell(null, see)))]
};

let leave = () => {};

export const modelsPage = {
  id: 'models-page',
  pluginPoint: 'cockpit.route',
  properties: {path: PATH},
  render: async node => {
    const page = element('section', {class: 'remit-models', 'aria-busy': true});
    node.append(page);
    service('page').titleSet(text('title'));
    try {
      const rights = await rightsOnModels();
      if (rights.see) {
        await show(page, rights);
      } else {
        page.replaceChildren(alert(text('notForYou')));
      }
    } catch (failed) {
      page.replaceChildren(alert(failed.message));
    }
    page.removeAttribute('aria-busy');
  },
  unmount: () => leave()
};

async function show(page, rights) {
  const result = element('div', {class: 'remit-models-result', 'aria-live': 'polite'});
  const runs = element('div', {class: 'remit-models-running'});
  const list = element('div', {class: 'remit-models-list'});
  const moves = movesPart(rights);
  leave = moves.close;
  const load = async () => {
    if (rights.seeMoves) {
      moves.load();
    }
    const [running, releases] = await Promise.all([read('models/running'), read('models/releases')]);
    runs.replaceChildren(...whatRuns(running));
    list.replaceChildren(element('h4', {}, text('releases')), releaseList(releases, rights, told));
  };
  /** Shows what came of a change, and what runs by now. */
  const told = async (...nodes) => {
    result.replaceChildren(...nodes);
    await load().catch(failed => result.append(alert(failed.message)));
  };
  await load();
  page.replaceChildren(
    ...(rights.change ? [modelsForm(told, waiting => result.replaceChildren(waiting))] : []),
    result, list, moves.node, runs);
}

function whatRuns({release, onThisNode, differing, versions}) {
  const sorted = [...versions].sort((one, other) => KINDS.indexOf(one.version.kind) - KINDS.indexOf(other.version.kind)
    || one.version.key.localeCompare(other.version.key) || other.version.version - one.version.version);
  return [
    element('h4', {}, text('runs')(release.number)),
    ...(onThisNode === release.number ? [] : [alert(text('behind')(onThisNode))]),
    ...(differing.length === 0 ? [] : [element('p', {class: 'remit-models-differing'}, text('differing'),
      element('span', {}, differing.join(', ')))]),
    table([text('kind'), text('name'), text('key'), text('tag'), text('version'), text('since'), text('release'),
      text('by'), text('approvedBy'), text('open')],
    sorted.map(({version, release: number, by, approvedBy}) => [nameOf(version.kind), version.name || '',
      version.key, version.versionTag || '', version.newest ? version.version : text('older')(version.version),
      moment(version.deployedAt), number || '', by || '', approvedBy || '',
      version.kind === 'PROCESS' ? version.open : '']))
  ];
}
