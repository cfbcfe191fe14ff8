/**
 * What a debtor who cannot pay asks for, and what is granted: reliefs, for how long. The process that decides is drawn.
 *
 * <p>May know: {@code approval}, {@code cases}, {@code evidence}, {@code hold}, {@code ledger}, {@code plan},
 * {@code sql}.
 */
@NullMarked
package io.remit.hardship;

import org.jspecify.annotations.NullMarked;
