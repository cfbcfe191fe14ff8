/**
 * Addresses of the pages that people outside can open.
 *
 * <p>May know: nothing else of Remit.
 */
@NullMarked
package io.remit.gateway.page;

import org.jspecify.annotations.NullMarked;
