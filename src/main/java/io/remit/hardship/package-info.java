/**
 * What a debtor who cannot pay asks for, and what is granted: reliefs, for how long. The process that decides is drawn.
 */
@NullMarked
package io.remit.hardship;

import org.jspecify.annotations.NullMarked;
