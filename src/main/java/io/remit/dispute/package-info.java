/**
 * Disputes: the decision of a supervisor, the answer to the debtor, and what follows from both.
 *
 * <p>May know: {@code approval}, {@code cases}, {@code contact.incoming}, {@code hold}, {@code ledger}.
 */
@NullMarked
package io.remit.dispute;

import org.jspecify.annotations.NullMarked;
