/*
 * Remit's part of Cockpit: plain modules that Cockpit loads by its setting customScripts. Nothing of a case is kept in
 * the browser, and what the server tells becomes text, never markup.
 */
import {collectionsEntry, collectionsPage} from './collections.js';

export default [collectionsEntry, collectionsPage];
