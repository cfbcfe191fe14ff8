package io.remit.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.promise.Promise.Status;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseOutcomeTest {

  @ParameterizedTest(name = "{1} paid of {0}: {2}")
  @CsvSource({"100.00, 100.00, KEPT", "100.00, 100, KEPT", "100.00, 250.00, KEPT", "100.00, 99.99, PARTLY_KEPT",
      "100.00, 0.01, PARTLY_KEPT", "100.00, 0.00, BROKEN", "100.00, -20.00, BROKEN"})
  void whatWasPaidDecides(BigDecimal promised, BigDecimal paid, Status outcome) {
    assertThat(Promise.outcome(promised, paid)).isEqualTo(outcome);
  }
}
