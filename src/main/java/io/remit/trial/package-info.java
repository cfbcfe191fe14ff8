/**
 * What the open portfolio would do under other models, told before they are deployed: a copy of the running database
 * without personal data, what was seen while it lived, and the report. Knows no engine: {@code process.trial} lets the
 * copy live.
 *
 * <p>May know: {@code cases}, {@code figures}, {@code files}, {@code ledger}, {@code model}, {@code privacy},
 * {@code region}, {@code release}, {@code sql}.
 */
@NullMarked
package io.remit.trial;

import org.jspecify.annotations.NullMarked;
