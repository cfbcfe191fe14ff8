/**
 * Call-backs of gateways that prove by a signature who they are, and are taken once.
 *
 * <p>May know: nothing else of Remit.
 */
package io.remit.gateway.callback;
