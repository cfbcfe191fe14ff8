/**
 * Numbers of payment cards in texts: whoever writes down a text asks here first. It knows no other package.
 *
 * <p>May know: nothing else of Remit.
 */
@NullMarked
package io.remit.card;

import org.jspecify.annotations.NullMarked;
