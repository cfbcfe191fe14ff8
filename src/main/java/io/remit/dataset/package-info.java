/**
 * What a data team works with beside the running system: snapshots, ledger and contacts of whole months as Parquet
 * files, under pseudonyms. It reads; nothing that runs depends on it.
 *
 * <p>May know: {@code cases}, {@code files}, {@code release}, {@code sql}, {@code trial}.
 */
@NullMarked
package io.remit.dataset;

import org.jspecify.annotations.NullMarked;
