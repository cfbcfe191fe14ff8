package io.remit.hold;

import io.remit.approval.Proposals;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseEnded;
import io.remit.cases.CaseRepository;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends holds. When the last one that stops all contact ends, the case goes back to the decision on its stage.
 */
@Component
public class HoldEnd {

  /** What becomes of the process of a hold that something else ended. */
  private static final String ENDED = "ENDED";
  /** How a hold ended that nobody decided on. */
  static final String CASE_CLOSED = "CASE_CLOSED";

  private final HoldRepository holds;
  private final HeldCases heldCases;
  private final PersonHolds ofPersons;
  private final CaseRepository cases;
  private final MatterProcess matters;
  private final Proposals proposals;
  private final BusinessCalendar calendar;

  HoldEnd(HoldRepository holds, HeldCases heldCases, PersonHolds ofPersons, CaseRepository cases, MatterProcess matters,
      Proposals proposals, BusinessCalendar calendar) {
    this.holds = holds;
    this.heldCases = heldCases;
    this.ofPersons = ofPersons;
    this.cases = cases;
    this.matters = matters;
    this.proposals = proposals;
    this.calendar = calendar;
  }

  /**
   * Ends a hold, by a step of its own process or by what raised it. If it was the last that stops all contact, the case
   * goes on at the stage of its age. One that is about the debtor ends on the other cases too. Nothing happens if it is
   * over.
   *
   * @param decision how it ended, such as RESUMED; for the record
   */
  @Transactional
  public void release(MatterKey hold, String by, String decision) {
    cases.lock(hold.caseNumber());
    Hold released = holds.get(hold.number());
    if (!released.inForce()) {
      return;
    }
    end(released, by, decision);
    if (released.rule().wholeDebtor()) {
      ofPersons.onAllCases(released).filter(Hold::inForce).filter(other -> other.holdId() != released.holdId()).toList()
          .forEach(other -> lift(other.key(), by, decision));
    }
  }

  /**
   * Ends a hold by a step of its own process, and books what was decided with it: by then the hold is over, so that the
   * booking may close the case. If it does not, the case goes on as after {@link #release}.
   *
   * @param booking what is to be booked
   */
  @Transactional
  public void releaseWith(MatterKey hold, String by, String decision, Runnable booking) {
    cases.lock(hold.caseNumber());
    Hold released = holds.get(hold.number());
    if (released.inForce()) {
      markReleased(released, by, decision);
      booking.run();
      heldCases.goOn(released, by);
    }
  }

  /** Ends a hold as {@link #release} does, but from outside its own process, which then ends too. */
  @Transactional
  public void lift(MatterKey hold, String by, String decision) {
    end(holds.get(hold.number()), by, decision);
    matters.changed(hold, ENDED);
  }

  private void end(Hold released, String by, String decision) {
    markReleased(released, by, decision);
    heldCases.goOn(released, by);
  }

  private void markReleased(Hold released, String by, String decision) {
    holds.release(released.holdId(), calendar.now(), by, decision);
    proposals.drop(released.key().toString());
    heldCases.released(released);
  }

  /** Holds end with their case, without a supervisor's decision. */
  @EventListener
  @Order(CaseEnded.PAUSES)
  void caseEnded(CaseEnded ended) {
    holds.inForce(ended.caseNumber()).forEach(hold -> {
      holds.release(hold.holdId(), calendar.now(), Timeline.SYSTEM, CASE_CLOSED);
      matters.changed(hold.key(), ENDED);
    });
  }
}
