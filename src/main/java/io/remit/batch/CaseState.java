package io.remit.batch;

import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Stage;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A case as far as it matters for what is to be done to it.
 *
 * @param overdue what is overdue today, in the case's currency
 * @param daysPastDue of the oldest unpaid due date; negative before it
 * @param collector user id, or null if nobody has it
 * @param heldForIt whether the hold that is to be raised or ended is on it
 * @param protectedByHold whether any hold is on it, also one that stops only some channels
 * @param placement where it is on its way to a partner or back
 * @param promised whether a promise runs, or will if a supervisor approves it
 * @param complained whether a complaint of its debtor is open
 * @param barred whether the collector who is to get it does not contact its debtor, because of a complaint
 * @param tooOldToSue whether it is to go to LEGAL and a debt of it is time-barred
 */
record CaseState(String caseNumber, String debtorId, Status status, Stage stage, String currency, BigDecimal overdue,
    BigDecimal outstanding, long daysPastDue, @Nullable String collector, boolean heldForIt, boolean protectedByHold,
    boolean atCourt, Placement placement, boolean promised, boolean complained, boolean barred,
    boolean tooOldToSue) {

  /** Where a case is on its way to a partner. */
  enum Placement {
    NONE, APPROVED, PLACED
  }

  /** Why what is ordered is not done to this case; empty if nothing speaks against it. */
  Optional<Refusal> refusalOf(BatchOrder order) {
    return Optional.ofNullable(status == Status.CLOSED ? Refusal.CLOSED : switch (order.action()) {
      case HOLD -> heldForIt ? Refusal.HELD_ALREADY : elsewhere();
      case RELEASE -> heldForIt ? null : Refusal.NOT_HELD;
      case STAGE -> ofMoveTo(Objects.requireNonNull(order.toStage()));
      case REASSIGN -> Objects.requireNonNull(order.toCollector()).equals(collector) ? Refusal.SAME_COLLECTOR
          : barred ? Refusal.BARRED : null;
      case RECALL -> switch (placement) {
        case PLACED, APPROVED -> null;
        case NONE -> Refusal.NOT_PLACED;
      };
    });
  }

  /** Courts and partners are told one by one: an order for many does not end what goes on there. */
  private @Nullable Refusal elsewhere() {
    return atCourt ? Refusal.AT_COURT : placement != Placement.NONE ? Refusal.WITH_PARTNER : null;
  }

  private @Nullable Refusal ofMoveTo(Stage target) {
    if (status == Status.HELD) {
      return Refusal.ON_HOLD;
    }
    if (stage == target) {
      return Refusal.SAME_STAGE;
    }
    if (tooOldToSue) {
      return Refusal.TIME_BARRED;
    }
    Refusal elsewhere = elsewhere();
    return elsewhere == null && target.compareTo(stage) > 0 ? ofMoveAhead() : elsewhere;
  }

  /** Nobody is pressed harder who is protected, who was given time, or who waits for an answer. */
  private @Nullable Refusal ofMoveAhead() {
    return daysPastDue < 1 || overdue.signum() == 0 ? Refusal.NOT_OVERDUE
        : protectedByHold ? Refusal.PROTECTED
        : promised ? Refusal.PROMISED
        : complained ? Refusal.COMPLAINED : null;
  }
}
