/**
 * Letters as files for a print shop, and the page on which anybody checks a letter's code.
 *
 * <p>May know: {@code contact}, {@code contact.channel}, {@code contact.text}, {@code files}, {@code gate},
 * {@code gateway.page}.
 */
package io.remit.gateway.print;
