/**
 * Whether a decision table answers everything it may be asked, and whether its rows get along: plain Java that knows
 * neither the engine nor the files. It computes with sets of values, a cell of the table for a set and a row for a box
 * of them, as Calvanese, Dumas, Laurson, Maggi, Montali and Teinemaa do in "Semantics, Analysis and Simplification of
 * DMN Decision Tables" (Information Systems 78, 2018).
 *
 * <p>May know: nothing else of Remit.
 */
@NullMarked
package io.remit.model.table;

import org.jspecify.annotations.NullMarked;
