/**
 * SMS by SMPP: sessions, throughput, receipts, and texts of debtors.
 *
 * <p>May know: {@code cases}, {@code contact}, {@code contact.channel}, {@code contact.dispatch},
 * {@code contact.incoming}, {@code contact.text}, {@code gate}.
 */
@NullMarked
package io.remit.gateway.smpp;

import org.jspecify.annotations.NullMarked;
