/*
 * Remit's part of Tasklist: plain modules that Tasklist loads by its setting customScripts. Nothing of a case is kept in
 * the browser, and what the server tells becomes text, never markup.
 */
import {askGate} from './ask-gate.js';
import {bulk} from './bulk.js';
import {caseTab} from './case-tab.js';
import {chips} from './chips.js';
import {day} from './day.js';
import {keys} from './keys.js';
import {longList} from './long-list.js';
import {next} from './next.js';
import {ownTask} from './own-task.js';
import {refresh} from './refresh.js';
import {situation} from './situation.js';

// what diagrams ask for, see fonts.css: it is there before the first one measures its names
document.fonts.load('12px Arial');

export default [keys, next, day, bulk, refresh, longList, chips, ownTask, askGate, situation, caseTab];
