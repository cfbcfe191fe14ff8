/**
 * The proof of the trail: which tables it is made of, their seals, the verification, what rules may remove or erase,
 * and the export that others verify. It knows the tables by their columns alone.
 *
 * <p>May know: {@code files}, {@code node}, {@code sql}.
 */
@NullMarked
package io.remit.audit.seal;

import org.jspecify.annotations.NullMarked;
