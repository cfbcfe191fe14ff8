package io.remit.outsourcing;

import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.cases.BackFromOutside;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.contact.treatment.Treatments;
import io.remit.gate.ReachableDebtors;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Places cases with partners and takes them back. */
@Component
public class Placements {

  private final PlacementRepository placements;
  private final HandOverFile handOverFile;
  private final HandOverSource source;
  private final PartnerChoice partners;
  private final CaseRepository cases;
  private final ReachableDebtors debtors;
  private final CaseFigures figures;
  private final Treatments treatments;
  private final PlacementProcess process;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;

  Placements(PlacementRepository placements, HandOverFile handOverFile, HandOverSource source, PartnerChoice partners,
      CaseRepository cases, ReachableDebtors debtors, CaseFigures figures, Treatments treatments,
      PlacementProcess process, SecondPerson secondPerson, BusinessCalendar calendar, Timeline timeline,
      ApplicationEventPublisher events) {
    this.placements = placements;
    this.handOverFile = handOverFile;
    this.source = source;
    this.partners = partners;
    this.cases = cases;
    this.debtors = debtors;
    this.figures = figures;
    this.treatments = treatments;
    this.process = process;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
    this.timeline = timeline;
    this.events = events;
  }

  /**
   * An outsourcing officer's decision, as the form sends it.
   *
   * @param partnerId the chosen partner, one of those that suit the case; only asked for on approval
   */
  public record Reviewed(Review outcome, String partnerId, String note) {
  }

  /** That a placement came back, as the form sends it. */
  public record Returned(Return outcome, String note) {
  }

  /** What an outsourcing officer can decide. */
  public enum Review {
    APPROVED, DECLINED
  }

  /** Why a placement comes back. */
  public enum Return {
    RETURNED, RECALLED
  }

  /** The partners that suit a case, the best first. */
  public List<Partner> partnersFor(String caseNumber) {
    String country = debtors.of(cases.get(caseNumber).debtorId()).debtor().country();
    return partners.partnersFor(country, figures.of(caseNumber).overdueAmount());
  }

  /** The partners of those of these cases that are placed or about to be, by case number. */
  public Map<String, String> partnersOf(Collection<String> caseNumbers) {
    return placements.currentPartners(caseNumbers);
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

  /** Writes the hand-over file for the chosen partner; done again it replaces the same file. */
  public void handOver(String caseNumber) {
    String partner = placements.currentPartner(caseNumber).orElseThrow(
        () -> new IllegalStateException("case " + caseNumber + " has no approved placement"));
    String file = handOverFile.write(partner, source.of(caseNumber));
    placements.placed(caseNumber, file, calendar.now());
    timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM, "Handed over to the partner", partner);
  }

  /**
   * Records that a placement came back: the case catches up with what changed meanwhile.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void comeBack(String caseNumber, Returned returned, String actor) {
    Return reason = returned.outcome();
    EnteredText.note(returned.note());
    placements.end(caseNumber, reason.name(), calendar.now());
    timeline.add(caseNumber, EntryKind.PLACEMENT, actor, "Back from the partner",
        reason.name().toLowerCase(Locale.ROOT));
    events.publishEvent(new BackFromOutside(caseNumber));
  }

  /**
   * Takes a case back from its partner, as an outsourcing officer would in the task.
   *
   * @param actor user id
   */
  public void recall(String caseNumber, String actor) {
    process.returned(caseNumber, Return.RECALLED.name(), actor);
  }

  /** The partner with whom a case is placed now. */
  public Optional<String> partnerOf(String caseNumber) {
    return placements.currentPartner(caseNumber);
  }

}
