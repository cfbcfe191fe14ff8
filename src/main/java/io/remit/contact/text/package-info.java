/**
 * The approved words: texts by language and version, their places, their length, and what they must not say.
 *
 * <p>May know: {@code cases}, {@code contact}, {@code contact.notice}, {@code files}, {@code gate}, {@code ledger},
 * {@code limitation}, {@code model}.
 */
@NullMarked
package io.remit.contact.text;

import org.jspecify.annotations.NullMarked;
