/**
 * Call-backs of gateways that prove by a signature who they are, and are taken once.
 *
 * <p>May know: {@code node}, {@code sql}.
 */
@NullMarked
package io.remit.gateway.callback;

import org.jspecify.annotations.NullMarked;
