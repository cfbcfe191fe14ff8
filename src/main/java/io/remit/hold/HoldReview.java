package io.remit.hold;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What supervisors decide on holds that are on a case. */
@Component
public class HoldReview {

  private final HoldRepository holds;
  private final HoldPolicy policy;
  private final PersonHolds ofPersons;
  private final CaseRepository cases;
  private final MatterProcess matters;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  HoldReview(HoldRepository holds, HoldPolicy policy, PersonHolds ofPersons, CaseRepository cases,
      MatterProcess matters, BusinessCalendar calendar, Timeline timeline) {
    this.holds = holds;
    this.policy = policy;
    this.ofPersons = ofPersons;
    this.cases = cases;
    this.matters = matters;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * Makes a hold last longer, as somebody entered it.
   *
   * @param field in which the day was entered
   * @param entered ISO date ahead, by as many days as {@code hold-rules} lets a hold of its reason last at most
   * @throws InvalidInputException if the day cannot be accepted
   */
  public void extend(MatterKey hold, String field, String entered, String by) {
    int longest = policy.ruleOf(holds.get(hold.number()).reason()).longestDays();
    extend(hold, EnteredText.dateAhead(field, entered, calendar.today(), calendar.today().plusDays(longest)), by);
  }

  /**
   * Makes a hold last longer; its process waits by itself. One that is about the debtor lasts longer on the other cases
   * too.
   */
  public void extend(MatterKey hold, LocalDate reviewOn, String by) {
    cases.lock(hold.caseNumber());
    Hold extended = holds.get(hold.number());
    ofPersons.onAllCases(extended)
        .filter(other -> other.holdId() == hold.number()
            || Objects.requireNonNull(other.reviewOn()).isBefore(reviewOn)).forEach(other -> {
      holds.extend(other.holdId(), reviewOn);
      timeline.add(other.caseNumber(), EntryKind.HOLD, by, "The pause goes on until " + reviewOn, null);
      matters.redate(other.key());
    });
  }

  /**
   * Keeps what a supervisor decided on a hold.
   *
   * @param kind of the entry in the timeline
   * @param text of that entry
   * @param decision its detail
   * @param note the supervisor's reason, or null
   * @param by user id
   */
  public void decided(MatterKey hold, EntryKind kind, String text, String decision, @Nullable String note,
      String by) {
    if (note != null) {
      note(hold, note);
    }
    timeline.add(hold.caseNumber(), kind, by, text, decision);
  }

  /** Keeps what a supervisor said about a hold. */
  void note(MatterKey hold, String note) {
    // two who decide at once wait for the case, not for each other
    cases.lock(hold.caseNumber());
    holds.addReviewNote(hold.number(), note);
  }
}
