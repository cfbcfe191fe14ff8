/**
 * Which debtor ids are one person, as far as phone numbers and e-mail addresses tell.
 *
 * <p>May know: {@code cases}, {@code files}, {@code node}, {@code sql}.
 */
@NullMarked
package io.remit.person;

import org.jspecify.annotations.NullMarked;
