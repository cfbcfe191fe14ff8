/* The models: which run, who changed what, and how others take their place. Its entry in the navigation, its page. */
import {element} from '../../../remit/page.js';
import {read} from '../../../remit/server.js';
import {moment} from '../../../remit/words.js';
import {alert, table} from './lists.js';
import {modelsForm} from './models-form.js';
import {movesPart} from './models-moves.js';
import {releaseList} from './models-releases.js';
import {nameOf, text} from './models-texts.js';
import {ownPage} from './own-page.js';
import {rightsOnModels} from './rights.js';

const KINDS = ['PROCESS', 'DECISION', 'FORM'];

let leave = () => {};

export const models = ownPage({
  id: 'models',
  label: 'Models',
  priority: 93,
  path: '/models',
  style: 'remit-models',
  title: () => text('title'),
  rights: async () => {
    const rights = await rightsOnModels();
    return rights.see && rights;
  },
  refusal: () => text('notForYou'),
  show,
  leave: () => leave()
});

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
