/**
 * What nodes of Remit that share a database need to know of one another: who does the work of a day, and what time it
 * is.
 *
 * <p>May know: nothing else of Remit.
 */
@NullMarked
package io.remit.node;

import org.jspecify.annotations.NullMarked;
