package io.remit.privacy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a debtor may be erased.
 *
 * @param obstacles what is in the way, apart from time; empty if nothing is
 * @param from the first day on which the debtor may be erased if another person agrees
 * @param byItself the first day on which it happens by itself
 */
public record Erasable(List<Obstacle> obstacles, LocalDate from, LocalDate byItself) {

  /** What keeps a debtor from being erased. */
  public enum Obstacle {
    LEGAL_HOLD, CASE_OPEN, SUIT_OPEN, PLACED, DELETION_PROOF_MISSING, OUTSIDE_NOT_TOLD, COMPLAINT_OPEN, DECISION_WAITS
  }

  /** Whether nothing but time is in the way. */
  boolean isFree() {
    return obstacles.isEmpty();
  }

  /** What is in the way first, as a word of a list; null if nothing but time is. */
  @Nullable Obstacle first() {
    return obstacles.isEmpty() ? null : obstacles.get(0);
  }
}
