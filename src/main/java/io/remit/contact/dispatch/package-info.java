/**
 * The way of a message: claimed, asked at the gate, handed over, delivered, reported. Sends each message once, on
 * however many nodes.
 *
 * <p>May know: {@code audit}, {@code cases}, {@code contact}, {@code contact.channel}, {@code contact.notice},
 * {@code contact.text}, {@code contact.treatment}, {@code gate}, {@code ledger}, {@code node}, {@code sql}.
 */
@NullMarked
package io.remit.contact.dispatch;

import org.jspecify.annotations.NullMarked;
