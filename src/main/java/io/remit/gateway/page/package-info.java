/**
 * Pages that people outside can open without a login: how they are shown, how often one may ask, and the one on which
 * lawyers and collectors apply to become partners.
 *
 * <p>May know: {@code cases}, {@code partner}.
 */
@NullMarked
package io.remit.gateway.page;

import org.jspecify.annotations.NullMarked;
