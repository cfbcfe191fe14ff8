/**
 * Reasons to pause a case or single channels, from when to when, and by whose word. How a pause goes on is drawn.
 *
 * <p>May know: {@code approval}, {@code cases}, {@code evidence}, {@code person}, {@code sql}.
 */
@NullMarked
package io.remit.hold;

import org.jspecify.annotations.NullMarked;
