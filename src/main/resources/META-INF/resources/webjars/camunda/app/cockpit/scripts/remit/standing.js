/* Why a case is where it is, in sentences made of the server's facts. */
import {moment, stageName, translated, words} from '../../../remit/words.js';
import {text} from './process-texts.js';

/** What there is to say, by what it is about: [about, [sentence, ...]]. */
export function sentences(standing) {
  return [
    ['stage', stage(standing)],
    ['waitsFor', standing.waits.map(waitsFor)],
    ['pausedBy', standing.pauses.map(pausedBy)],
    ['contact', contacts(standing)],
    ['decided', standing.treatment ? decided(standing.treatment, standing.at) : []],
    ['next', next(standing)]
  ].filter(([, said]) => said.length > 0);
}

function stage({status, closeReason, closedAt, stage: place, atCourt}) {
  if (status === 'CLOSED') {
    return [text('closedAs', moment(closedAt), words(closeReason))];
  }
  return [
    text(place.since ? 'inStage' : 'notInStage', stageName(place.stage), moment(place.since)),
    text('rule', place.daysPastDue, place.oldestDueDate, stageName(place.stage), place.fromDays),
    place.pausedDays ? text('pausedDays', place.pausedDays) : null,
    place.movedDays ? text(place.movedDays > 0 ? 'movedBack' : 'movedAhead', Math.abs(place.movedDays)) : null,
    place.ofAge === place.stage ? null : text('ofAge', stageName(place.ofAge)),
    atCourt ? text('atCourt') : null
  ].filter(Boolean);
}

function waitsFor({key, name: element, element: id, since, task}) {
  const where = text('waitsAt', translated(id) || element || id, key, moment(since));
  if (!task) {
    return where;
  }
  const whose = task.assignee ? text('isOf', task.assignee) : text('isFor', task.groups.map(words).join(', '));
  return `${where} ${whose}${task.dueAt ? ` ${text('dueAt', moment(task.dueAt))}` : ''}`;
}

function byItself({key, name: element, element: id, at, failed}) {
  return `${element || id} (${key}): ${failed ? text('failed') : at ? moment(at) : text('notForeseen')}.`;
}

function pausedBy({kind, what, stops, since, by, until, reviewOn}) {
  return [
    text('pause', text(kind), words(what), moment(since), by),
    stops === 'ALL' ? text('stopsAll') : stops ? text('stopsSome', stops.split(',').map(words).join(', ')) : null,
    reviewOn ? text('reviewOn', reviewOn) : null,
    until ? text('until', until) : null
  ].filter(Boolean).join(' ');
}

function contacts({contact: now, denied: last}) {
  return [now && contact(now), last && denied(last)].filter(Boolean);
}

function contact({channel, decision, timeZone}) {
  return decision.allowed ? text('allowed', words(channel))
    : `${text('denied', words(channel), words(decision.rule))} ${allowedFrom(decision, timeZone)}`;
}

function denied({at, channel, decision, timeZone}) {
  return `${text('triedLast', moment(at), words(channel), words(decision.rule))} ${allowedFrom(decision, timeZone)}`;
}

function allowedFrom({nextAllowedAt}, timeZone) {
  return nextAllowedAt ? text('allowedFrom', `${moment(nextAllowedAt, timeZone)} ${timeZone}`) : text('noTime');
}

function decided({decided: last, planned, notBefore}, now) {
  const message = planned.template ? ` (${words(planned.channel)}, ${planned.template})` : '';
  return [
    text('decidedAt', moment(last.at), (last.name || last.leadTo || '?') + message),
    notBefore > now ? text('notBefore', moment(notBefore)) : null
  ].filter(Boolean);
}

function next({status, next: step, steps}) {
  return [
    ...steps.map(byItself),
    step ? text('nextStage', stageName(step.stage), step.earliest) : null,
    status === 'HELD' ? text('afterPause') : null,
    status === 'OPEN' && !step ? text('lastStage') : null
  ].filter(Boolean);
}
