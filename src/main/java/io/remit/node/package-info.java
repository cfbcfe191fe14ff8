/**
 * What nodes of Remit that share a database need to know of one another: who does the work of a day, what time it
 * is, whether the database is the one that they know, with tables that they know, and whether others run.
 *
 * <p>May know: nothing else of Remit.
 */
@NullMarked
package io.remit.node;

import org.jspecify.annotations.NullMarked;
