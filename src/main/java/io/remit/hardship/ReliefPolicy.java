package io.remit.hardship;

import io.remit.hardship.HardshipRequest.Kind;
import io.remit.ledger.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decision {@code hardship-relief}, asked through the engine. */
public interface ReliefPolicy {

  /**
   * What is known of the debtor and his case.
   *
   * @param kind null if nothing was asked for in form
   * @param evidenceAccepted whether evidence shows what he said
   */
  record Facts(@Nullable Kind kind, int daysPastDue, Amount overdueAmount, boolean evidenceAccepted) {
  }

  /**
   * A relief that may be granted.
   *
   * @param longestDays the most days for which it is granted at once; 0 if it has no end
   * @param approval who grants it
   */
  record Possible(Relief.Kind relief, int longestDays, Approval approval) {
  }

  /** Who grants a relief. */
  enum Approval {
    /** One who neither raised the hold nor took down the request nor checked the evidence. */
    SUPERVISOR,
    /** One who had no part in it at all: nor did he add evidence. */
    UNINVOLVED_SUPERVISOR
  }

  /** What may be granted, the proposed relief first; empty if none. */
  List<Possible> possible(Facts facts);
}
