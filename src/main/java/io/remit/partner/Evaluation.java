package io.remit.partner;

import java.time.LocalDate;

/**
 * How a partner was found to work.
 *
 * @param on the business date
 * @param score 0, the worst, to 100
 * @param by user id
 */
public record Evaluation(LocalDate on, int score, String by) {

  public static final int BEST = 100;

  /** @throws IllegalArgumentException if the score is out of its range */
  public Evaluation {
    if (score < 0 || score > BEST) {
      throw new IllegalArgumentException("A score is 0 to " + BEST);
    }
  }
}
