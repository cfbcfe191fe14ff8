/**
 * What a court or a partner has to be told of a case that it has: one open notice for each, with all that changed since
 * it was opened.
 *
 * <p>May know: {@code cases}, {@code sql}.
 */
@NullMarked
package io.remit.outside;

import org.jspecify.annotations.NullMarked;
