/**
 * Letters as files for a print shop, and the page on which anybody checks a letter's code.
 *
 * <p>May know: {@code contact}, {@code contact.channel}, {@code contact.text}, {@code files}, {@code gate},
 * {@code gateway.page}.
 */
@NullMarked
package io.remit.gateway.print;

import org.jspecify.annotations.NullMarked;
