package io.remit.books;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the creditor says of an export.
 *
 * @param reference of one booking; null for all that the export told
 * @param asOf the day from which the creditor's books show it
 */
public record Acknowledgement(long exportNumber, @Nullable String reference, LocalDate asOf) {
}
