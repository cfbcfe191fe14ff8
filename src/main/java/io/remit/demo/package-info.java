/**
 * What makes the demo worth looking at: an invented portfolio, and a word on where to log in. Only in profile demo.
 *
 * <p>May know: {@code access}, {@code division}, {@code intake}.
 */
package io.remit.demo;
