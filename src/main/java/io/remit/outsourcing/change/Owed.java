package io.remit.outsourcing.change;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is owed of a case.
 *
 * @param currency ISO 4217, of both amounts
 * @param outstanding null if the partner may not be told
 * @param overdue null if the partner may not be told
 */
record Owed(String currency, @Nullable BigDecimal outstanding, @Nullable BigDecimal overdue) {

  /** Tells whether two are the same. */
  String told() {
    return Objects.toString(outstanding, "-") + " " + Objects.toString(overdue, "-");
  }
}
