/**
 * What a case does in its stage, one treatment after the other, and what wakes it.
 *
 * <p>May know: {@code cases}, {@code contact}, {@code contact.channel}, {@code gate}, {@code person},
 * {@code promise}, {@code region}, {@code safety}, {@code sql}, {@code visit}.
 */
@NullMarked
package io.remit.contact.treatment;

import org.jspecify.annotations.NullMarked;
