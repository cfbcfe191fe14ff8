/**
 * What makes the demo worth looking at: an invented portfolio, and a word on where to log in. Only in profile demo.
 *
 * <p>May know: {@code access}, {@code division}, {@code intake}.
 */
@NullMarked
package io.remit.demo;

import org.jspecify.annotations.NullMarked;
