/**
 * The order in which places are visited: short, and in the hours in which each may be. Pure: knows no database and no
 * clock.
 *
 * <p>May know: nothing else of Remit.
 */
@NullMarked
package io.remit.visit.tour;

import org.jspecify.annotations.NullMarked;
