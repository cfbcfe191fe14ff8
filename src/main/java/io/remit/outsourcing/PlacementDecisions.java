package io.remit.outsourcing;

import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.contact.treatment.Treatments;
import io.remit.outsourcing.PlacementRepository.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a case is placed, and with whom. */
@Component
public class PlacementDecisions {

  private final PartnerApproval approval;
  private final CaseRepository cases;
  private final Treatments treatments;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;

  PlacementDecisions(PartnerApproval approval, CaseRepository cases, Treatments treatments, SecondPerson secondPerson,
      BusinessCalendar calendar) {
    this.approval = approval;
    this.cases = cases;
    this.treatments = treatments;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
  }

  /**
   * An outsourcing officer's decision, as the form sends it.
   *
   * @param partnerId the chosen partner, one of those that suit the case, or {@link NearByOffers#NEAR_BY}; only asked
   *     for on approval
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
      approval.approve(caseNumber, reviewed.partnerId() == null ? "" : reviewed.partnerId(), decision);
    } else {
      approval.decline(caseNumber, decision);
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
