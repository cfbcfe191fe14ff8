/**
 * SMS by SMPP: sessions, throughput, receipts, and texts of debtors.
 *
 * <p>May know: {@code contact}, {@code contact.channel}, {@code contact.dispatch}, {@code contact.incoming},
 * {@code contact.text}, {@code gate}.
 */
package io.remit.gateway.smpp;
