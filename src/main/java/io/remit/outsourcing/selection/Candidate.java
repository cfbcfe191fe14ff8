package io.remit.outsourcing.selection;

import io.remit.partner.Nearness;
import java.util.Comparator;

/**
 * A partner that is for a case.
 *
 * @param nearness to the debtor
 * @param priority as the table says it: the lowest goes first
 * @param share how many debtors it gets of those that go to its equals and itself; with 0 it gets none by itself
 */
public record Candidate(String partnerId, Nearness nearness, int priority, int share) {

  /** The lowest priority first, of these the nearest, and at last in the order of their ids. */
  public static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Candidate::priority)
      .thenComparing(Candidate::nearness).thenComparing(Candidate::partnerId);

  boolean isEqualTo(Candidate other) {
    return priority == other.priority && nearness == other.nearness;
  }
}
