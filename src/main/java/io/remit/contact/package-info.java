/**
 * Attempts of contact, and the words that all its rooms share. Rooms: texts, channels, dispatch, treatments,
 * conversations, what comes in, what is told.
 *
 * <p>May know: {@code cases}, {@code files}, {@code gate}, {@code hold}, {@code sql}.
 */
@NullMarked
package io.remit.contact;

import org.jspecify.annotations.NullMarked;
