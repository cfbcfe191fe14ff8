/**
 * Files that are signed and encrypted with OpenPGP (RFC 9580, and RFC 4880 as partners' programs still write it): for a
 * partner, and from one. Nothing of it touches the disk: plain text comes and goes in memory.
 *
 * <p>May know: {@code files}.
 */
@NullMarked
package io.remit.exchange.openpgp;

import org.jspecify.annotations.NullMarked;
