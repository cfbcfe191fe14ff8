/**
 * The ports to gateways: what carries a message, and which of them a channel uses.
 *
 * <p>May know: {@code cases}, {@code contact}, {@code files}, {@code gate}.
 */
package io.remit.contact.channel;
