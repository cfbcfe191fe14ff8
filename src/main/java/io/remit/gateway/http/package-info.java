/**
 * SMS by an HTTP gateway: sending, reports, and texts of debtors.
 *
 * <p>May know: {@code contact}, {@code contact.channel}, {@code contact.dispatch}, {@code contact.incoming},
 * {@code gate}, {@code gateway.callback}.
 */
@NullMarked
package io.remit.gateway.http;

import org.jspecify.annotations.NullMarked;
