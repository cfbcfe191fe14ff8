/**
 * Notes on the safety of those who visit debtors, and what they forbid.
 *
 * <p>May know: {@code cases}, {@code person}, {@code sql}.
 */
@NullMarked
package io.remit.safety;

import org.jspecify.annotations.NullMarked;
