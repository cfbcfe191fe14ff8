/*
 * Remit's part of Cockpit: plain modules that Cockpit loads by its setting customScripts. Nothing of a case is kept in
 * the browser, and what the server tells becomes text, never markup.
 */
import {batchEntry, batchPage} from './batch.js';
import {caseOnInstance} from './case.js';
import {collectionsEntry, collectionsPage} from './collections.js';
import {heatOnDiagram, heatSwitch, heatTable} from './diagram.js';
import {insideOfStages} from './inside.js';
import {modelsEntry, modelsPage} from './models.js';

// what diagrams ask for, see fonts.css: it is there before the first one measures its names
document.fonts.load('12px Arial');

export default [collectionsEntry, collectionsPage, batchEntry, batchPage, modelsEntry, modelsPage, heatOnDiagram,
  heatSwitch, heatTable, insideOfStages, caseOnInstance];
