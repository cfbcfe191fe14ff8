/**
 * Lets a copy of the open portfolio live under models that are not deployed, in time that is run and reaching nobody:
 * the command {@code models try}.
 *
 * <p>May know: {@code cases}, {@code contact}, {@code contact.channel}, {@code contact.conversation},
 * {@code figures}, {@code gate}, {@code model}, {@code person}, {@code process}, {@code process.contract},
 * {@code process.engine}, {@code process.time}, {@code sql}, {@code trial}.
 */
@NullMarked
package io.remit.process.trial;

import org.jspecify.annotations.NullMarked;
