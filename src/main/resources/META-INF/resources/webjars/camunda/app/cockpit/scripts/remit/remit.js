/*
 * Remit's part of Cockpit: plain modules that Cockpit loads by its setting customScripts. Nothing of a case is kept in
 * the browser, and what the server tells becomes text, never markup.
 */
import {batchWork} from './batch.js';
import {caseOnInstance} from './case.js';
import {collections} from './collections.js';
import {heatOnDiagram, heatSwitch, heatTable} from './diagram.js';
import {insideOfStages} from './inside.js';
import {models} from './models.js';

// what diagrams ask for, see fonts.css: it is there before the first one measures its names
document.fonts.load('12px Arial');

export default [...collections, ...batchWork, ...models, heatOnDiagram, heatSwitch, heatTable, insideOfStages,
  caseOnInstance];
