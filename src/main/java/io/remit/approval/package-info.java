/**
 * Who may decide on what somebody else brought forward, and the changes that need a second person. It knows cases and
 * amounts; what is done once a proposal is approved, those who proposed it know.
 *
 * <p>May know: {@code audit}, {@code cases}, {@code ledger}, {@code sql}, {@code translation}.
 */
@NullMarked
package io.remit.approval;

import org.jspecify.annotations.NullMarked;
