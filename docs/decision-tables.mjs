// Writes decision tables as a page in Markdown.

import { DmnModdle } from 'dmn-moddle';

const HIT_POLICIES = {
  FIRST: 'Rows are read from the top; the first that fits counts.',
  UNIQUE: 'Exactly one row fits.',
  COLLECT: 'Every row that fits counts.'
};

/** One section per decision, in the order of the models. */
export async function decisionsPage(models) {
  const sections = await Promise.all(models.map(section));
  return [
    '# The decisions',
    'Made from `bpmn/*.dmn` by `docs/render-models.mjs`; change the models, not this page.',
    ...sections
  ].join('\n\n') + '\n';
}

async function section(model) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(model.xml, 'dmn:Definitions');
  if (warnings.length > 0) {
    throw new Error(`${model.file}: ${warnings.map(warning => warning.message).join('; ')}`);
  }
  const decisions = rootElement.get('drgElement').filter(element => element.$type === 'dmn:Decision');
  return [ `<!-- ${model.file} sha256 ${model.sha256} -->`, ...decisions.map(decision => describe(model, decision)) ]
    .join('\n\n');
}

function describe(model, decision) {
  const table = decision.get('decisionLogic');
  const version = decision.get('camunda:versionTag');
  const policy = HIT_POLICIES[table.hitPolicy] ?? `Hit policy ${table.hitPolicy}.`;
  return [
    `## ${decision.name}`,
    `\`${model.file}\`, version ${version}. ${policy}`,
    ...(decision.description ? [ decision.description ] : []),
    tableOf(table)
  ].join('\n\n');
}

function tableOf(table) {
  const heads = [ '', ...table.input.map(input => cell(input.label)),
    ...table.output.map(output => `→ ${cell(output.label)}`), 'Note' ];
  const rows = table.rule.map((rule, index) => [ index + 1, ...rule.inputEntry.map(entry => readable(entry.text)),
    ...rule.outputEntry.map(entry => readable(entry.text)), cell(rule.description ?? '') ]);
  return [ heads, heads.map(() => '---'), ...rows ].map(row => `| ${row.join(' | ')} |`).join('\n');
}

/** What FEEL says, in fewer signs; an empty cell stands for any value, or for none in a result. */
function readable(feel) {
  const text = (feel ?? '').trim();
  if (text === '' || text === '-') {
    return '';
  }
  if (text === 'true' || text === 'false') {
    return text === 'true' ? 'yes' : 'no';
  }
  const range = text.match(/^\[(\S+)\.\.(\S+)]$/);
  if (range) {
    return `${range[1]} to ${range[2]}`;
  }
  return cell(text.replaceAll('"', '').replaceAll('>=', '≥').replaceAll('<=', '≤').replaceAll(/,\s*/g, ', '));
}

function cell(text) {
  return text.replaceAll(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('|', '\\|');
}
