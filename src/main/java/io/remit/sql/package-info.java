/**
 * What every package that owns tables needs to speak with the database alike: moments, and what is asked and written
 * once for many, and whether it can be reached. It knows no other package.
 *
 * <p>May know: nothing else of Remit.
 */
@NullMarked
package io.remit.sql;

import org.jspecify.annotations.NullMarked;
