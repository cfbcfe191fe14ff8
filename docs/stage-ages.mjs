// Reads from stage-by-aging.dmn at which ages a case is in each stage, in words for the picture of the ladder.

import { DmnModdle } from 'dmn-moddle';

/** The ages by the name of the stage, such as { VISIT: '90 – 179 days\npast due' }. */
export async function stageAges(model) {
  const { rootElement } = await new DmnModdle().fromXML(model.xml, 'dmn:Definitions');
  const table = rootElement.get('drgElement').find(element => element.$type === 'dmn:Decision').get('decisionLogic');
  const begins = table.rule.map(rule => [ rule.outputEntry[0].text.replaceAll('"', ''), firstDay(rule) ])
    .filter(([ , day ]) => day !== null).reverse();
  return Object.fromEntries(begins.map(([ stage, day ], index) => [ stage, inWords(day, begins[index + 1]?.[1]) ]));

  /** From which day past due a row counts; null for the last row, which takes what is younger than all others. */
  function firstDay(rule) {
    const cell = rule.inputEntry[0].text.trim();
    const [ , day ] = cell.match(/^>=\s*(-?\d+)$/) ?? [];
    if (cell !== '' && day === undefined) {
      throw new Error(`${model.file}: the picture of the ladder cannot tell the age "${cell}"`);
    }
    return cell === '' ? null : Number(day);
  }
}

function inWords(from, next) {
  if (next === undefined) {
    return `from ${from} days\npast due`;
  }
  return from < 0 ? `${-from} days before to\n${next - 1} past due` : `${from} – ${next - 1} days\npast due`;
}
