/**
 * What debtors prove with documents: what was shown, and that a second person has checked it. It keeps no files.
 *
 * <p>May know: {@code approval}, {@code cases}, {@code sql}.
 */
@NullMarked
package io.remit.evidence;

import org.jspecify.annotations.NullMarked;
