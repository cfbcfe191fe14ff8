/**
 * Promises to pay: what may be promised, what was paid on them, whether they were kept, and what a case does then.
 *
 * <p>May know: {@code approval}, {@code cases}, {@code files}, {@code ledger}, {@code sql}, {@code translation}.
 */
@NullMarked
package io.remit.promise;

import org.jspecify.annotations.NullMarked;
