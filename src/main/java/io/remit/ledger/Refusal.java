package io.remit.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Why a row of a file cannot be applied.
 *
 * @param column the column at fault, or null where the row as a whole is
 * @param rule the broken rule, a short stable name such as {@code currency-changed}
 * @param message what is wrong, for people; never with a value from the file, which may be personal data
 */
public record Refusal(@Nullable String column, String rule, String message) {
}
