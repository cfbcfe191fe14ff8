/**
 * Whether partners tell what they do: of one that has cases and is silent for too long an officer asks for its report.
 *
 * <p>May know: {@code cases}, {@code outsourcing}, {@code partner}, {@code sql}.
 */
@NullMarked
package io.remit.outsourcing.report;

import org.jspecify.annotations.NullMarked;
