/*
 * Which figures are in which section, and how they are drawn; `period` says of what a figure is that is not of the
 * whole period: of its last `day`, of two `days`, or of `now`. A figure that is named nowhere stands in the last
 * section, with a chart of its first measure.
 *
 * A chart shows measures by the values of a dimension. With `split`, each value of that dimension is a series of its
 * own, else each measure is; with `steps`, the measures are what it goes along. `across` instead of these is the second
 * dimension of a heat map; with `signs`, what goes in a direction counts as worse (1), as better (-1), or is not drawn.
 */
const SECTIONS = {
  portfolio: {
    portfolio: {wide: true, period: 'day', charts: [
      {by: 'bucket', split: 'stage', measures: ['cases'], stacked: true},
      {by: 'bucket', split: 'stage', measures: ['outstanding'], stacked: true}]},
    changes: {wide: true, period: 'days', charts: [
      {by: 'stage', measures: ['cases_before', 'cases_now']},
      {by: 'stage', measures: ['outstanding_before', 'outstanding_now']}]}
  },
  rolls: {
    'roll-rates': {charts: [
      {by: 'to_bucket', across: 'from_bucket', measures: ['roll_rate'], signs: {FORWARD: 1, SAME: 0, BACKWARD: -1}}]},
    'cure-rate': {charts: [{by: 'bucket', split: 'currency', measures: ['cure_rate']}]},
    'cure-curve': {charts: [{by: 'week', measures: ['cure_rate'], line: true}]},
    'time-in-stage': {charts: [{by: 'stage', measures: ['median_days', 'p90_days']}]}
  },
  money: {
    recovered: {wide: true, charts: [
      {by: 'booked_in', measures: ['collected', 'returned', 'net']},
      {by: 'booked_in', split: 'currency', measures: ['recovery'], line: true}]},
    vintage: {charts: [{by: 'bucket', across: 'entered_in', measures: ['recovery']}]},
    'cost-to-collect': {wide: true, charts: [
      {by: 'stage', split: 'kind', measures: ['cost'], stacked: true},
      {by: 'stage', split: 'kind', measures: ['in_stage'], stacked: true}]}
  },
  contacts: {
    'contact-funnel': {charts: [
      {steps: ['attempts', 'right_party', 'promises', 'kept'], split: 'channel', stacked: true}]},
    'contacts-denied': {charts: [{by: 'rule', split: 'channel', measures: ['denied'], stacked: true, lying: true}]},
    promises: {charts: [{steps: ['made', 'due', 'kept', 'not_kept'], split: 'channel', stacked: true}]},
    complaints: {charts: [
      {steps: ['received', 'decided', 'upheld', 'decided_late', 'open', 'overdue'], split: 'about', stacked: true},
      {steps: ['received', 'decided', 'upheld', 'decided_late', 'open', 'overdue'], split: 'channel', stacked: true}]},
    events: {charts: [{by: 'type', measures: ['entries'], lying: true}]}
  },
  work: {
    capacity: {wide: true, period: 'now', charts: [
      {by: 'collector', measures: ['work_minutes', 'capacity_minutes'], lying: true},
      {by: 'collector', split: 'team', measures: ['load'], stacked: true, lying: true}]},
    workload: {wide: true, period: 'now', charts: [
      {by: 'collector', split: 'task', measures: ['open_tasks'], stacked: true, lying: true},
      {by: 'team', measures: ['open_tasks', 'overdue_tasks'], lying: true}]}
  },
  partners: {
    partners: {wide: true, charts: [
      {by: 'partner', measures: ['outstanding', 'net']}, {by: 'partner', split: 'currency', measures: ['recovery']},
      {by: 'partner', measures: ['commission', 'net_back']},
      {by: 'partner', measures: ['recalled', 'given_back', 'complaints']}]},
    'partner-liquidation': {wide: true, charts: [{by: 'months', split: 'partner', measures: ['liquidation']}]},
    'partner-evaluations': {charts: [{by: 'partner', measures: ['evaluations_due']}]},
    'partner-deletions': {charts: [{by: 'partner', measures: ['proofs_missing', 'proofs_late']}]}
  },
  others: {}
};

/** The sections that have figures, each figure with its definition and its charts. */
export function sections(definitions) {
  const placed = Object.values(SECTIONS).flatMap(Object.keys);
  const unplaced = definitions.filter(definition => !placed.includes(definition.name));
  return Object.entries(SECTIONS).map(([name, figures]) => ({
    name,
    figures: [
      ...Object.keys(figures).map(each => definitions.find(definition => definition.name === each)).filter(Boolean),
      ...(name === 'others' ? unplaced : [])
    ].map(definition => ({
      name: definition.name, definition, charts: [simplest(definition)], ...figures[definition.name]
    }))
  })).filter(section => section.figures.length > 0);
}

/** What is asked of a figure: of two days the server knows better which the one before is. */
export function questionTo(name, question) {
  const figure = Object.values(SECTIONS).map(figures => figures[name]).find(Boolean) || {};
  return figure.period === 'days' ? {...question, from: null} : question;
}

function simplest({dimensions, kinds}) {
  const measure = Object.keys(kinds).find(column => column !== 'cases') || 'cases';
  return {by: dimensions[0], measures: [measure]};
}
