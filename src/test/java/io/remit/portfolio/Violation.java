package io.remit.portfolio;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A rule that was broken, with all that is needed to see it again.
 *
 * @param debtor the number of the drawn debtor; below zero where it is about no debtor
 */
record Violation(long seed, int debtor, Instant at, Invariant rule, String what) {

  @Override
  public String toString() {
    long day = ChronoUnit.DAYS.between(Portfolio.BEGIN, at.atOffset(ZoneOffset.UTC).toLocalDate());
    return rule + ": " + what + " at " + at + ", day " + day
        + "; alone: -Dremit.portfolio.seed=" + seed + " -Dremit.portfolio.debtor=" + debtor;
  }
}
