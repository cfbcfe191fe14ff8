/* What ECharts is told of a figure's rows. Each mark knows the cell that leads to its cases. */
import {columnName, compact, shown, sorted, text, valueName} from './texts.js';

/** Told apart by people who are colour-blind (M. Okabe, K. Ito), the lighter ones made darker for a white page. */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#8a7a00', '#555555'];
const FROM_NONE_TO_MUCH = ['#f2f6fa', '#6baed6'];
const FROM_BETTER_TO_WORSE = ['#56a0d3', '#f5f5f5', '#e8955a'];
/**
 * How texts look, in the letters of fonts.css. ECharts measures them itself: a line's height by a Chinese character,
 * for which English pages fetch no font, so it is given.
 */
export const TEXT = {fontFamily: 'IBMPlexSans, "Noto Sans SC", sans-serif', fontSize: 12, lineHeight: 14,
  color: '#333'};
const BARE = {axisLine: {show: false}, axisTick: {show: false}};

/** Whether a chart would mix currencies: it shows more than counts, and is not split by currency. */
export function needsOneCurrency({split, measures, steps}, {kinds, dimensions}) {
  return dimensions.includes('currency') && split !== 'currency'
    && (steps || measures).some(measure => kinds[measure] !== 'COUNT');
}

/** The measure by which the cases behind a number are found; null where all of the cell's are behind it. */
export function summedUp(kinds, measure) {
  return ['COUNT', 'MONEY', 'COST'].includes(kinds[measure]) && measure !== 'cases' ? measure : null;
}

/**
 * Bars or lines: along the values of a dimension, or along measures as steps.
 *
 * @param all the rows of all currencies: a value has the same colour in each
 * @returns null if nothing but zero would be drawn
 */
export function series(definition, chart, rows, all) {
  const {by, split, steps} = chart;
  const {kinds} = definition;
  const places = steps || sorted(by, rows.map(row => row[by]));
  const splits = split ? sorted(split, all.map(row => row[split])) : [null];
  const currency = needsOneCurrency(chart, definition) ? rows[0].currency : null;

  const mark = (place, value, measure) => {
    const behind = rows.filter(row => (value === null || row[split] === value) && (steps || row[by] === place));
    const cell = {...(steps ? {} : {[by]: place}), ...(value === null ? {} : {[split]: value}),
      ...(currency ? {currency} : {})};
    return {value: total(behind, measure || place), cell, measure: summedUp(kinds, measure || place)};
  };
  const lines = splits.flatMap((value, position) => (steps ? [null] : chart.measures).map(measure => ({
    type: chart.line ? 'line' : 'bar',
    name: value === null ? columnName(measure) : valueName(split, value),
    color: value === null ? undefined : COLOURS[position % COLOURS.length],
    stack: chart.stacked ? 'all' : undefined,
    barMaxWidth: 40,
    data: places.map(place => mark(place, value, measure))
  }))).filter(line => line.data.some(({value}) => value !== null));
  if (lines.every(line => line.data.every(({value}) => !value))) {
    return null;
  }

  const kind = kinds[(steps || chart.measures)[0]];
  const names = {type: 'category', data: places.map(place => steps ? columnName(place) : valueName(by, place)),
    inverse: Boolean(chart.lying), axisTick: {show: false},
    axisLabel: {...TEXT, interval: chart.lying || chart.stacked ? 0 : 'auto'}};
  const values = {type: 'value', minInterval: kind === 'COUNT' ? 1 : 0, splitLine: {lineStyle: {color: '#e5e7eb'}},
    axisLabel: {...TEXT, formatter: value => compact(kind, value)}};
  return {
    ...common(chart, currency),
    legend: {show: lines.length > 1, type: 'scroll', bottom: 0, textStyle: TEXT, itemWidth: 14},
    grid: {left: 8, right: 16, top: 30, bottom: lines.length > 1 ? 30 : 6, containLabel: true},
    xAxis: chart.lying ? values : names,
    yAxis: chart.lying ? names : values,
    tooltip: tooltip(({name, seriesName, value}) => `${name}\n${seriesName}: ${shown(kind, value, currency)}`),
    series: lines
  };
}

/**
 * A heat map of one measure by two dimensions.
 *
 * @returns null if nothing but zero would be drawn
 */
export function heatMap(definition, chart, rows) {
  const {by, across, signs} = chart;
  const [measure] = chart.measures;
  const kind = definition.kinds[measure];
  const drawn = rows.filter(row => row[measure] !== null && (!signs || row.direction in signs));
  if (drawn.every(row => !row[measure])) {
    return null;
  }
  const columns = sorted(by, drawn.map(row => row[by]));
  const lines = sorted(across, drawn.map(row => row[across]));
  const data = drawn.map(row => ({
    value: [columns.indexOf(row[by]), lines.indexOf(row[across]), (signs ? signs[row.direction] : 1) * row[measure]],
    measured: row[measure],
    cell: {[by]: row[by], [across]: row[across], currency: row.currency}
  }));
  const most = signs ? 1 : Math.max(...data.map(({value}) => value[2]));
  return {
    ...common(chart, rows[0].currency),
    grid: {left: 8, right: 16, top: 50, bottom: 40, containLabel: true},
    xAxis: {type: 'category', position: 'top', data: columns.map(each => valueName(by, each)), ...BARE,
      axisLabel: {...TEXT, interval: 0}, name: columnName(by), nameLocation: 'middle', nameGap: 22},
    yAxis: {type: 'category', inverse: true, data: lines.map(each => valueName(across, each)), ...BARE,
      axisLabel: {...TEXT, interval: 0}},
    visualMap: {min: signs ? -1 : 0, max: most, inRange: {color: signs ? FROM_BETTER_TO_WORSE : FROM_NONE_TO_MUCH},
      orient: 'horizontal', left: 'center', bottom: 0, itemHeight: 120, itemWidth: 12, textStyle: TEXT,
      text: signs ? [text('worse'), text('better')] : [text('much'), text('little')], calculable: false},
    tooltip: tooltip(({data: {value, measured}}) => `${columnName(across)} ${valueName(across, lines[value[1]])}\n`
      + `${columnName(by)} ${valueName(by, columns[value[0]])}\n${columnName(measure)}: ${shown(kind, measured)}`),
    series: [{type: 'heatmap', data, itemStyle: {borderColor: '#fff', borderWidth: 1},
      label: {show: true, color: '#111', formatter: ({data: {measured}}) => shown(kind, measured)}}]
  };
}

/** Counts and amounts are summed up; a rate stands in one row. */
function total(rows, measure) {
  return rows.reduce((sum, row) => row[measure] === null ? sum : (sum ?? 0) + row[measure], null);
}

function common({steps, measures}, currency) {
  const what = steps || measures.length > 1 ? null : columnName(measures[0]);
  return {
    color: COLOURS,
    animation: false,
    title: {text: [what, currency].filter(Boolean).join(', '), left: 8, top: 2,
      textStyle: {...TEXT, fontWeight: 'normal'}}
  };
}

/** It is drawn, not written as markup: names come from files. */
function tooltip(formatter) {
  return {renderMode: 'richText', textStyle: TEXT, confine: true, formatter};
}
