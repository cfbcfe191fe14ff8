package io.remit.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All accounts of one debtor in one currency in collection.
 *
 * @param accountNumber set only where each account is a case of its own
 * @param stage the stage of its age until the process enters one
 * @param baseDueDate the oldest unpaid due date that the open timers were computed from
 * @param collector user id of the collector who works the case, or null
 * @param treatmentsInStage how many treatments were carried out since the stage began
 * @param treatmentNotBefore when the next treatment may be tried, or null if nothing stands against it
 * @param heldChannels the channels that holds stop while the case goes on
 * @param ageShift by how many days it counts as younger for its stage
 */
public record CollectionCase(String caseNumber, String debtorId, String currency, @Nullable String accountNumber,
    Status status, Stage stage, @Nullable Instant stageEnteredAt, LocalDate baseDueDate, @Nullable String collector,
    int treatmentsInStage, @Nullable Instant treatmentNotBefore, Set<Channel> heldChannels, AgeShift ageShift,
    Instant openedAt, @Nullable Instant closedAt, @Nullable CloseReason closeReason) {

  /** The same after it entered a stage. */
  CollectionCase entering(Stage entered, Instant at) {
    return new CollectionCase(caseNumber, debtorId, currency, accountNumber, status, entered, at, baseDueDate,
        collector, 0, null, heldChannels, ageShift, openedAt, closedAt, closeReason);
  }

  /** Where a case stands as a whole. */
  public enum Status {
    OPEN, HELD, CLOSED
  }

  /** Why a case ended. */
  public enum CloseReason {
    /** It was overdue, and everything overdue is paid. */
    CURED,
    /** It was not overdue yet, and nothing is outstanding any more. */
    PAID,
    /** The creditor took it back. */
    WITHDRAWN
  }
}
