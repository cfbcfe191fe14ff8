package io.remit.outsourcing;

import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.contact.treatment.Treatments;
import io.remit.outsourcing.PlacementRepository.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a case is placed, and with whom. */
@Component
public class PlacementDecisions {

  private final PlacementRepository placements;
  private final PartnerSelection selection;
  private final CaseRepository cases;
  private final Treatments treatments;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  PlacementDecisions(PlacementRepository placements, PartnerSelection selection, CaseRepository cases,
      Treatments treatments, SecondPerson secondPerson, BusinessCalendar calendar, Timeline timeline) {
    this.placements = placements;
    this.selection = selection;
    this.cases = cases;
    this.treatments = treatments;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * An outsourcing officer's decision, as the form sends it.
   *
   * @param partnerId the chosen partner, one of those that suit the case; only asked for on approval
   */
  public record Reviewed(Review outcome, @Nullable String partnerId, @Nullable String note) {
  }

  /** What an outsourcing officer can decide. */
  public enum Review {
    APPROVED, DECLINED
  }

  /**
   * Records an outsourcing officer's decision.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void review(String caseNumber, Reviewed reviewed, String actor) {
    Decision decision = new Decision(actor, calendar.now(), EnteredText.note(reviewed.note()));
    if (reviewed.outcome() == Review.APPROVED) {
      mayApprove(caseNumber, "outcome", actor);
      String partnerId = reviewed.partnerId() == null ? "" : reviewed.partnerId();
      String why = selection.take(caseNumber, partnerId);
      placements.approve(caseNumber, partnerId, why, decision);
      timeline.add(caseNumber, EntryKind.PLACEMENT, actor, "Approved for outsourcing", partnerId);
      timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM, "Why this partner: " + why);
    } else {
      selection.drop(caseNumber);
      placements.decline(caseNumber, decision);
      timeline.add(caseNumber, EntryKind.PLACEMENT, actor, "Not outsourced");
    }
    treatments.carriedOut(caseNumber);
  }

  /**
   * Whether somebody may have a case placed with a partner.
   *
   * @throws InvalidInputException if they put the case into this stage, which it has not reached by its age
   */
  public void mayApprove(String caseNumber, String field, String userId) {
    cases.movedBy(caseNumber).ifPresent(by -> secondPerson.mustDecide(field, userId, new Raised(caseNumber, by,
        cases.get(caseNumber).stageEnteredAt()), "is for another person: you moved this case here yourself"));
  }
}
