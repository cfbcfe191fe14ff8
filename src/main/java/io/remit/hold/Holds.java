package io.remit.hold;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseChange;
import io.remit.cases.CaseLifecycle;
import io.remit.cases.CaseProcess;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.hold.Hold.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pauses collection and lets it go on. While a case is held nobody contacts its debtor and no timer escalates. */
@Component
public class Holds {

  private final HoldRepository holds;
  private final CaseRepository cases;
  private final CaseLifecycle lifecycle;
  private final CaseProcess process;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Holds(HoldRepository holds, CaseRepository cases, CaseLifecycle lifecycle, CaseProcess process,
      BusinessCalendar calendar, Timeline timeline) {
    this.holds = holds;
    this.cases = cases;
    this.lifecycle = lifecycle;
    this.process = process;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** Puts a case on hold; the process that calls this brings the case to its hold by itself. */
  public void raise(String caseNumber, Reason reason, String note, String raisedBy, LocalDate reviewOn) {
    holds.insert(new Hold(0, caseNumber, reason, note, calendar.now(), raisedBy, reviewOn, null, null));
    cases.setStatus(caseNumber, Status.HELD);
    timeline.add(caseNumber, "HOLD", null, raisedBy, "Collection is paused", reason.name());
  }

  /**
   * Puts a case on hold from outside its process, for what a debtor wrote or the creditor asked: whatever goes on in it
   * stops.
   *
   * @return false if the case is closed
   * @throws InvalidInputException if a field cannot be accepted
   */
  @Transactional
  public boolean pause(String caseNumber, String reason, String note, String reviewOn, String by) {
    Reason why = EnteredText.choice("reason", reason, Reason.class);
    LocalDate review = date("reviewOn", reviewOn);
    String said = EnteredText.note(note);
    Status before = cases.lock(caseNumber).status();
    if (before == Status.CLOSED) {
      return false;
    }
    raise(caseNumber, why, said, by, review);
    if (before == Status.OPEN) {
      process.changed(caseNumber, CaseChange.HELD);
    }
    return true;
  }

  public List<Hold> ofCase(String caseNumber) {
    return holds.ofCase(caseNumber);
  }

  /** When the holds of a case are looked at again: the latest review day at the start of business. */
  public Instant reviewDue(String caseNumber) {
    return calendar.startOfBusiness(holds.ofCase(caseNumber).stream().filter(Hold::inForce).map(Hold::reviewOn)
        .max(LocalDate::compareTo).orElseGet(calendar::today));
  }

  private void extend(String caseNumber, LocalDate reviewOn, String by) {
    holds.extendAll(caseNumber, reviewOn);
    timeline.add(caseNumber, "HOLD", null, by, "The pause goes on until " + reviewOn, null);
  }

  /** Ends the holds of a case; the case goes on at the stage of its age. */
  public void release(String caseNumber, String by) {
    holds.releaseAll(caseNumber, calendar.now(), by, "RESUMED");
    cases.setStatus(caseNumber, Status.OPEN);
    timeline.add(caseNumber, "HOLD", null, by, "Collection goes on", null);
  }

  /** Ends the holds of a case because the debtor is right: the case leaves collection. */
  public void uphold(String caseNumber, String by) {
    holds.releaseAll(caseNumber, calendar.now(), by, "UPHELD");
    lifecycle.leaveCollection(caseNumber, by, "The debtor's objection was upheld");
  }

  /** The case has ended, and its holds with it, without a supervisor's decision. */
  public void endWithCase(String caseNumber) {
    holds.releaseAll(caseNumber, calendar.now(), Timeline.SYSTEM, "CASE_CLOSED");
  }

  /** What a supervisor can decide. */
  private enum Decision {
    RESUME, EXTEND, UPHELD
  }

  /**
   * Records a supervisor's decision; what follows from it stands in the model.
   *
   * @param entered the outcome that the form sent: RESUME, EXTEND or UPHELD
   * @param reviewDate ISO date; only asked for on EXTEND
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void decide(String caseNumber, String entered, String reviewDate, String note, String actor) {
    Decision decision = EnteredText.choice("outcome", entered, Decision.class);
    String reason = EnteredText.note(note);
    if (decision == Decision.EXTEND) {
      extend(caseNumber, date("reviewDate", reviewDate), actor);
    }
    timeline.add(caseNumber, "HOLD", null, actor, "A supervisor decided on the pause", decision.name());
    if (reason != null) {
      holds.addReviewNote(caseNumber, reason);
    }
  }

  private LocalDate date(String field, String entered) {
    LocalDate date = EnteredText.date(field, entered);
    if (!date.isAfter(calendar.today()) || date.isAfter(calendar.today().plusYears(1))) {
      throw new InvalidInputException(field, "must lie ahead, by a year at most");
    }
    return date;
  }
}
