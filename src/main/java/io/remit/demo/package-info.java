/**
 * What makes the demo worth looking at: an invented portfolio, partners with keys, and
 * a word on where to log in. Only in profile demo.
 *
 * <p>May know: {@code access}, {@code cases}, {@code division}, {@code exchange.openpgp}, {@code files},
 * {@code intake}, {@code partner}.
 */
@NullMarked
package io.remit.demo;

import org.jspecify.annotations.NullMarked;
