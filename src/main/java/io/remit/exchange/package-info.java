/**
 * Files for those outside, and theirs for us: by folder or SFTP, whole or not at all, once, with a receipt. It knows
 * neither cases nor partners.
 *
 * <p>May know: {@code exchange.openpgp}, {@code files}, {@code node}, {@code sql}.
 */
@NullMarked
package io.remit.exchange;

import org.jspecify.annotations.NullMarked;
