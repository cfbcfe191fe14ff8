/**
 * The ports to gateways: what carries a message, and which of them a channel uses.
 *
 * <p>May know: {@code cases}, {@code contact}, {@code files}, {@code gate}.
 */
@NullMarked
package io.remit.contact.channel;

import org.jspecify.annotations.NullMarked;
