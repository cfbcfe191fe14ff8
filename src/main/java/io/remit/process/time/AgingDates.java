package io.remit.process.time;

import io.remit.cases.AgingPolicy;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.Stage;
import io.remit.complaint.Complaints;
import io.remit.contact.notice.PromiseReminder;
import io.remit.contact.treatment.DebtorSearch;
import io.remit.contact.treatment.TreatmentTimes;
import io.remit.division.Divisions;
import io.remit.gate.ContactLimits;
import io.remit.gate.ContactWindow;
import io.remit.hardship.Reliefs;
import io.remit.hold.Holds;
import io.remit.legal.PendingSuits;
import io.remit.offer.Offers;
import io.remit.outsourcing.HandOverDates;
import io.remit.outsourcing.change.ChangeFiles;
import io.remit.partner.PartnerCare;
import io.remit.plan.Plans;
import io.remit.process.AbsenceKey;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import io.remit.process.PartnerBusinessKey;
import io.remit.promise.Promise;
import io.remit.promise.Promises;
import io.remit.region.RegionalRelief;
import io.remit.region.RegionalRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The one source of every date in the models: {@code ${aging...}}. */
@ForModels
@Component("aging")
public class AgingDates {

  /** Computed anew as soon as what holds off the date is over. */
  private static final Instant NOT_FORESEEN = Instant.parse("9999-01-01T00:00:00Z");

  private final CaseRepository cases;
  private final BusinessCalendar calendar;
  private final AgingPolicy policy;
  private final ContactLimits limits;
  private final Promises promises;
  private final PromiseReminder promiseReminder;
  private final Holds holds;
  private final PendingSuits suits;
  private final Reliefs reliefs;
  private final Complaints complaints;
  private final RegionalRelief regions;
  private final Plans plans;
  private final Offers offers;
  private final Divisions divisions;
  private final TreatmentTimes treatments;
  private final DebtorSearch search;
  private final PartnerCare partnerCare;
  private final HandOverDates handOvers;
  private final PlacementDates placements;
  private final ChangeFiles changeFiles;

  AgingDates(CaseRepository cases, BusinessCalendar calendar, AgingPolicy policy, ContactLimits limits,
      Promises promises, PromiseReminder promiseReminder, Holds holds, PendingSuits suits, Reliefs reliefs,
      Complaints complaints, RegionalRelief regions, Plans plans, Offers offers, Divisions divisions,
      TreatmentTimes treatments, DebtorSearch search, PartnerCare partnerCare, HandOverDates handOvers,
      PlacementDates placements, ChangeFiles changeFiles) {
    this.cases = cases;
    this.calendar = calendar;
    this.policy = policy;
    this.limits = limits;
    this.promises = promises;
    this.promiseReminder = promiseReminder;
    this.holds = holds;
    this.suits = suits;
    this.reliefs = reliefs;
    this.complaints = complaints;
    this.regions = regions;
    this.plans = plans;
    this.offers = offers;
    this.divisions = divisions;
    this.treatments = treatments;
    this.search = search;
    this.partnerCare = partnerCare;
    this.handOvers = handOvers;
    this.placements = placements;
    this.changeFiles = changeFiles;
  }

  /** Days past due of the case today, as they count for its stage: less those by which it counts as younger. */
  public int daysPastDue(DelegateExecution execution) {
    CollectionCase current = caseOf(execution);
    return Math.toIntExact(calendar.daysPastDue(current.baseDueDate())) - current.ageShift().days()
        - regions.visitDaysKept(current, calendar.today());
  }

  /**
   * When the case grows into a stage: its oldest unpaid due date plus the stage's threshold and the days by which it
   * counts as younger, at {@code remit.aging.time} in the creditor's zone, later by the days on which nobody is visited
   * where the debtor lives; not before a promise that runs is over, and not at all while a court has yet to decide.
   */
  public Date stageDue(DelegateExecution execution, String stage) {
    CollectionCase current = caseOf(execution);
    if (suits.has(current.caseNumber())) {
      return Date.from(NOT_FORESEEN);
    }
    Instant ofAge = keepingVisitDays(current, reachesAge(current, Stage.valueOf(stage)));
    return Date.from(latest(ofAge, promises.restsUntil(current.caseNumber()).orElse(null)));
  }

  /**
   * When the next treatment may be tried: the first moment at which the stage works, the case need not rest any more,
   * no promise runs, and, if the debtor is to be contacted, the hours of that channel where the debtor is allow it.
   */
  public Date treatmentDue(DelegateExecution execution) {
    CollectionCase current = caseOf(execution);
    Instant stageWorks = reachesAge(current, current.stage());
    Instant earliest = latest(calendar.now(), stageWorks, current.treatmentNotBefore(),
        promises.restsUntil(current.caseNumber()).orElse(null));
    return Date.from(treatments.firstMoment(current.caseNumber(), earliest));
  }

  /** The end of the debtor's contact hours today, or of the next day that has some. */
  public Date contactEnd(DelegateExecution execution) {
    return Date.from(windowOf(caseOf(execution)).endOf(calendar.now()));
  }

  /** The start of business some days from today. */
  public Date inDays(DelegateExecution execution, long days) {
    return Date.from(calendar.startOfBusiness(calendar.today().plusDays(days)));
  }

  /** When a case that is approved now goes to its partner, with all others of the day, or its offer near by is over. */
  public Date handOverDue(DelegateExecution execution) {
    return Date.from(handOvers.due(CaseModel.caseOf(execution)));
  }

  /** When an officer is asked about all that is proposed for a partner from now on. */
  public Date placementBatchDue(DelegateExecution execution) {
    return Date.from(placements.batchDue());
  }

  /** When a case comes back from its partner by itself: the start of business after the last day of the term. */
  public Date placementTermEnds(DelegateExecution execution) {
    return Date.from(placements.comesBackAt(CaseModel.caseOf(execution)));
  }

  /** By when a partner has to confirm that it deleted the data of a case: the start of business on the last day. */
  public Date deletionDue(DelegateExecution execution) {
    return Date.from(calendar.startOfBusiness(placements.deletionDueOn(CaseModel.matterOf(execution))));
  }

  /** When that confirmation is late. */
  public Date deletionLate(DelegateExecution execution) {
    return Date.from(placements.deletionLateAt(CaseModel.matterOf(execution)));
  }

  /** By when a partner has acknowledged what it was told to have changed. */
  public Date changesAcknowledgedDue(DelegateExecution execution) {
    return Date.from(changeFiles.answerDue(execution.getProcessBusinessKey()));
  }

  /** The beginning of today in the creditor's zone. */
  public Date today() {
    return Date.from(calendar.startOf(calendar.today()));
  }

  /** When somebody looks again for a debtor who can be reached in no way. */
  public Date nextLookForDebtor(DelegateExecution execution) {
    return Date.from(search.nextLook(CaseModel.matterOf(execution)));
  }

  /** When a hold is looked at again. */
  public Date holdReviewDue(DelegateExecution execution) {
    return Date.from(holds.reviewDue(CaseModel.matterOf(execution)));
  }

  /** When a hold is over by itself. */
  public Date holdEnds(DelegateExecution execution) {
    return Date.from(holds.endsAt(CaseModel.matterOf(execution)).orElse(NOT_FORESEEN));
  }

  /** When the debtor has the answer to the dispute at the latest. */
  public Date disputeAnswerDue(DelegateExecution execution) {
    return Date.from(holds.answerDue(CaseModel.matterOf(execution)));
  }

  /** When that day is over: the start of business on the next. */
  public Date disputeLate(DelegateExecution execution) {
    LocalDate day = calendar.dayOf(holds.answerDue(CaseModel.matterOf(execution)));
    return Date.from(calendar.startOfBusiness(day.plusDays(1)));
  }

  /** When a relief for hardship is looked at again. */
  public Date reliefReviewDue(DelegateExecution execution) {
    return Date.from(reliefs.reviewDue(CaseModel.matterOf(execution)));
  }

  /** By when somebody records what a court did next. */
  public Date courtStepDue(DelegateExecution execution) {
    return Date.from(suits.nextStepDue(CaseModel.caseOf(execution)));
  }

  /** When somebody looks again at a suit that is stayed. */
  public Date suitStayEnds(DelegateExecution execution) {
    return Date.from(suits.stayEnds(CaseModel.caseOf(execution)));
  }

  /** When a debtor who complained has the answer at the latest. */
  public Date complaintAnswerDue(DelegateExecution execution) {
    return Date.from(complaints.answerDue(CaseModel.matterOf(execution)));
  }

  /** When the relief for a region begins. */
  public Date regionalReliefBegins(DelegateExecution execution) {
    return Date.from(regions.beginsAt(RegionalRule.idIn(execution.getProcessBusinessKey())));
  }

  /** When the relief for a region is over. */
  public Date regionalReliefEnds(DelegateExecution execution) {
    return Date.from(regions.endsAt(RegionalRule.idIn(execution.getProcessBusinessKey())));
  }

  /** When a collector's absence begins; at once if it was taken back. */
  public Date absenceBegins(DelegateExecution execution) {
    return Date.from(divisions.absenceDue(AbsenceKey.of(execution)).orElse(calendar.now()));
  }

  /** When something has to be done about a partner: an evaluation, or its licence ends soon. */
  public Date partnerCareDue(DelegateExecution execution) {
    return Date.from(partnerCare.due(PartnerBusinessKey.partnerOf(execution)).orElse(NOT_FORESEEN));
  }

  private Instant keepingVisitDays(CollectionCase current, Instant ofAge) {
    int kept = regions.visitDaysKept(current, LocalDate.MAX);
    return kept == 0 ? ofAge : calendar.reachesAge(calendar.dayOf(ofAge), kept);
  }

  private Instant reachesAge(CollectionCase current, Stage stage) {
    return calendar.reachesAge(current.baseDueDate(), policy.startOf(stage) + current.ageShift().days());
  }

  /** When a promise is judged: at the start of business on the day after its last day, days of grace included. */
  public Date promiseDue(DelegateExecution execution) {
    return Date.from(promises.overAt(promiseOf(execution)));
  }

  /** When the debtor is reminded of the promise: on the day before, in contact hours. */
  public Date promiseReminderDue(DelegateExecution execution) {
    return Date.from(promiseReminder.due(CaseModel.matterOf(execution).number()));
  }

  /** Until when a supervisor should have decided on a promise: so long contact pauses for it. */
  public Date promiseDecisionDue(DelegateExecution execution) {
    return Date.from(promises.decisionDue(promiseOf(execution)));
  }

  /** When a plan that was offered can be accepted no more. */
  public Date planOfferEnds(DelegateExecution execution) {
    return Date.from(plans.offerEnds(CaseModel.matterOf(execution)));
  }

  /** When a plan in force is looked at next: at the start of business after an instalment and its tolerated days. */
  public Date instalmentDue(DelegateExecution execution) {
    return Date.from(plans.nextLook(CaseModel.matterOf(execution)));
  }

  /** When an offer is over: at the start of business on the day after its last day, days of grace included. */
  public Date offerDue(DelegateExecution execution) {
    return Date.from(offers.overAt(CaseModel.matterOf(execution)));
  }

  private Promise promiseOf(DelegateExecution execution) {
    return promises.get(CaseModel.matterOf(execution).number());
  }

  private CollectionCase caseOf(DelegateExecution execution) {
    return cases.get(CaseModel.caseOf(execution));
  }

  private ContactWindow windowOf(CollectionCase current) {
    return limits.windowOf(current.debtorId());
  }

  private static Instant latest(Instant first, Instant... others) {
    return Stream.concat(Stream.of(first), Stream.of(others).filter(Objects::nonNull))
        .max(Instant::compareTo).orElseThrow();
  }
}
