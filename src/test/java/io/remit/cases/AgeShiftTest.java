package io.remit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a move to another stage when another due date is the oldest that is not paid. */
class AgeShiftTest {

  private static final LocalDate DUE = LocalDate.of(2026, 1, 31);

  @ParameterizedTest(name = "moved by {0} days, then the debt is {1} days younger: {2}")
  @CsvSource({
      "0, 30, 0", "0, -30, 0",
      "70, 0, 70", "70, 30, 40", "70, 70, 0", "70, 100, 0", "70, -30, 100",
      "-18, 0, -18", "-18, 1, 0", "-18, 30, 0", "-18, -10, -8", "-18, -30, 0"})
  void aMoveBackLastsUntilTheTrueAgeIsBelowAndAMoveAheadUntilThePayment(int moved, int younger, int left) {
    AgeShift shift = new AgeShift(5, moved).rebased(DUE, DUE.plusDays(younger), 5);

    assertThat(shift).isEqualTo(new AgeShift(5, left));
    assertThat(shift.days()).isEqualTo(5 + left);
  }
}
