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
import io.remit.partner.Partner;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a case is placed, and with whom. */
@Component
public class PlacementDecisions {

  private final PlacementRepository placements;
  private final SuitablePartners suitable;
  private final CaseRepository cases;
  private final Treatments treatments;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  PlacementDecisions(PlacementRepository placements, SuitablePartners suitable, CaseRepository cases,
      Treatments treatments, SecondPerson secondPerson, BusinessCalendar calendar, Timeline timeline) {
    this.placements = placements;
    this.suitable = suitable;
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

  /** The partners with whom a case may be placed today, the best first. */
  public List<Partner> partnersFor(String caseNumber) {
    return suitable.of(caseNumber);
  }

  /**
   * Records an outsourcing officer's decision.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void review(String caseNumber, Reviewed reviewed, String actor) {
    boolean approved = reviewed.outcome() == Review.APPROVED;
    String partnerId = reviewed.partnerId();
    if (approved) {
      mayApprove(caseNumber, "outcome", actor);
    }
    if (approved && partnersFor(caseNumber).stream().noneMatch(partner -> partner.partnerId().equals(partnerId))) {
      throw new InvalidInputException("partnerId", "must be one of the partners that suit this case");
    }
    placements.insert(caseNumber, approved, approved ? partnerId : null, actor, calendar.now(),
        EnteredText.note(reviewed.note()));
    timeline.add(caseNumber, EntryKind.PLACEMENT, actor, approved ? "Approved for outsourcing" : "Not outsourced",
        approved ? partnerId : null);
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
