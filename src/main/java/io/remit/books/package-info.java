/**
 * The creditor's books and ours: what only Remit knows, what the creditor is told of it and acknowledges, and where
 * both differ.
 *
 * <p>May know: {@code cases}, {@code files}, {@code ledger}, {@code sql}.
 */
@NullMarked
package io.remit.books;

import org.jspecify.annotations.NullMarked;
