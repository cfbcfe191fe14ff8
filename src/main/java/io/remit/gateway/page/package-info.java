/**
 * Addresses of the pages that people outside can open.
 *
 * <p>May know: nothing else of Remit.
 */
package io.remit.gateway.page;
