/**
 * Who did what, and who saw which debtor: entries that are only ever added, in tables of their own. It knows requests
 * and users, and nothing of what cases do.
 *
 * <p>May know: {@code audit.seal}, {@code cases}, {@code files}, {@code sql}.
 */
@NullMarked
package io.remit.audit;

import org.jspecify.annotations.NullMarked;
