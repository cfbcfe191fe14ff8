/**
 * Complaints: about whom they are, who handles them, by when, and whom they keep away from the debtor.
 *
 * <p>May know: {@code approval}, {@code cases}, {@code contact.conversation}, {@code contact.incoming},
 * {@code gate}, {@code sql}, {@code translation}.
 */
@NullMarked
package io.remit.complaint;

import org.jspecify.annotations.NullMarked;
