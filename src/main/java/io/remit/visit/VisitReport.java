package io.remit.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a visit was made.
 *
 * @param at when it was reported
 * @param agent user id
 * @param secondAgent user id of who went along, or null
 * @param outcome what it brought
 * @param identityShown whether the agents showed who they are
 * @param entry null if nobody was met
 * @param evidence what was seen, in the agent's words, or null
 */
public record VisitReport(String caseNumber, Instant at, String agent, @Nullable String secondAgent, String outcome,
    boolean identityShown, @Nullable Entry entry, @Nullable String evidence) {

  /** Where the agents were. */
  public enum Entry {
    STAYED_OUTSIDE,
    /** The debtor asked them in. */
    WITH_CONSENT
  }
}
