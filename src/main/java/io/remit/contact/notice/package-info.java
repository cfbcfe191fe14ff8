/**
 * What is written to a debtor about a promise, a plan or an offer, and whether an announced step is true.
 *
 * <p>May know: {@code cases}, {@code contact}, {@code contact.text}, {@code gate}, {@code hold}, {@code promise}.
 */
@NullMarked
package io.remit.contact.notice;

import org.jspecify.annotations.NullMarked;
