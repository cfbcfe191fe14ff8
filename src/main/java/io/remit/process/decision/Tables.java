package io.remit.process.decision;

import static java.util.Map.entry;

import io.remit.approval.ApprovalPolicy;
import io.remit.cases.Channel;
import io.remit.cases.Stage;
import io.remit.division.Requirement;
import io.remit.evidence.EvidenceItem;
import io.remit.figures.UnitCosts;
import io.remit.gate.ContactRule;
import io.remit.hardship.ReliefPolicy;
import io.remit.hold.Hold;
import io.remit.ledger.Allocation;
import io.remit.ledger.Amount;
import io.remit.legal.CourtPolicy;
import io.remit.legal.firm.FieldOfLaw;
import io.remit.limitation.LimitationPolicy;
import io.remit.offer.WaiverLimits;
import io.remit.offer.WaiverPolicy;
import io.remit.outsourcing.NearByLimits;
import io.remit.outsourcing.PartnerChoice;
import io.remit.outsourcing.after.AfterPlacementPolicy;
import io.remit.outsourcing.recall.RecallPolicy;
import io.remit.partner.PartnerKind;
import io.remit.partner.Requirements;
import io.remit.plan.PlanPolicy;
import io.remit.privacy.RecordKind;
import io.remit.promise.PromiseLimits;
import io.remit.visit.LocalTeams;
import io.remit.visit.VisitAgents;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** The tables that code asks: what each is given, and what is taken of its rows. */
public final class Tables {

  static final DecisionTable<Age, StageOfAge> STAGES =
      new DecisionTable<>("stage-by-aging", Age.class, StageOfAge.class);
  static final DecisionTable<PlaceAndChannel, RuleOfContact> CONTACT_RULES =
      new DecisionTable<>("contact-policy", PlaceAndChannel.class, RuleOfContact.class);
  static final DecisionTable<StageAndChannel, Allowed> CHANNELS =
      new DecisionTable<>("channels-by-stage", StageAndChannel.class, Allowed.class);
  static final DecisionTable<Currency, Rate> RATES = new DecisionTable<>("exchange-rates", Currency.class, Rate.class);
  static final DecisionTable<Product, Order> ALLOCATION =
      new DecisionTable<>("allocation-order", Product.class, Order.class);
  static final DecisionTable<ApprovalPolicy.Question, Approval> APPROVALS =
      new DecisionTable<>("approval-limits", ApprovalPolicy.Question.class, Approval.class);
  static final DecisionTable<LeftOut, Approval> COMPLETE_FILES =
      new DecisionTable<>("complete-file-limits", LeftOut.class, Approval.class);
  static final DecisionTable<ComplaintAbout, Answer> COMPLAINTS =
      new DecisionTable<>("complaint-rules", ComplaintAbout.class, Answer.class);
  static final DecisionTable<CostOf, UnitCosts.UnitCost> COSTS =
      new DecisionTable<>("cost-of-collection", CostOf.class, UnitCosts.UnitCost.class);
  static final DecisionTable<Work, Minutes> WORK = new DecisionTable<>("work-expected", Work.class, Minutes.class);
  static final DecisionTable<Work, Requirement> DIVISION =
      new DecisionTable<>("division-rules", Work.class, Requirement.class);
  static final DecisionTable<Pause, PauseRule> HOLDS = new DecisionTable<>("hold-rules", Pause.class, PauseRule.class);
  static final DecisionTable<LimitationPolicy.Question, Period> LIMITATION =
      new DecisionTable<>("limitation", LimitationPolicy.Question.class, Period.class);
  static final DecisionTable<KindAndCountry, Requirements> PARTNER_REQUIREMENTS =
      new DecisionTable<>("partner-requirements", KindAndCountry.class, Requirements.class);
  static final DecisionTable<PartnerChoice.Question, PartnerChoice.Fit> PARTNERS =
      new DecisionTable<>("partners-for-case", PartnerChoice.Question.class, PartnerChoice.Fit.class);
  static final DecisionTable<RecallPolicy.Question, RecallPolicy.Answer> RECALLS =
      new DecisionTable<>("placement-recall", RecallPolicy.Question.class, RecallPolicy.Answer.class);
  static final DecisionTable<AfterPlacementPolicy.Question, AfterPlacementPolicy.Answer> AFTER_PLACEMENT =
      new DecisionTable<>("after-placement", AfterPlacementPolicy.Question.class, AfterPlacementPolicy.Answer.class);
  static final DecisionTable<OfRecords, KeptDays> RETENTION =
      new DecisionTable<>("retention", OfRecords.class, KeptDays.class);
  static final DecisionTable<OfKind, ReportDays> PARTNER_REPORTS =
      new DecisionTable<>("partner-reports", OfKind.class, ReportDays.class);
  static final DecisionTable<InCountry, Basis> SALE_BASES =
      new DecisionTable<>("sale-basis", InCountry.class, Basis.class);
  static final DecisionTable<LocalTeams.Place, TeamOfPlace> TEAMS =
      new DecisionTable<>("local-teams", LocalTeams.Place.class, TeamOfPlace.class);
  static final DecisionTable<VisitAgents.Question, AgentsNeeded> AGENTS =
      new DecisionTable<>("visit-agents", VisitAgents.Question.class, AgentsNeeded.class);
  static final DecisionTable<CourtPolicy.Question, CourtPolicy.Answer> COURT =
      new DecisionTable<>("court-eligibility", CourtPolicy.Question.class, CourtPolicy.Answer.class);
  static final DecisionTable<FieldOfLaw.Question, Practice> FIELDS_OF_LAW =
      new DecisionTable<>("field-of-law", FieldOfLaw.Question.class, Practice.class);
  static final DecisionTable<NearByLimits.Question, PartTimeLimit> PART_TIME =
      new DecisionTable<>("part-time-limits", NearByLimits.Question.class, PartTimeLimit.class);
  static final DecisionTable<PlanPolicy.Question, PlanRow> PLANS =
      new DecisionTable<>("plan-limits", PlanPolicy.Question.class, PlanRow.class);
  static final DecisionTable<Promised, PromiseLimits> PROMISES =
      new DecisionTable<>("promise-limits", Promised.class, PromiseLimits.class);
  static final DecisionTable<InNeed, ReliefPolicy.Possible> RELIEFS =
      new DecisionTable<>("hardship-relief", InNeed.class, ReliefPolicy.Possible.class);
  static final DecisionTable<WaiverPolicy.Question, WaiverLimits> WAIVERS =
      new DecisionTable<>("waiver-limits", WaiverPolicy.Question.class, WaiverLimits.class);
  /** What makes a task stand out in the lists. */
  public static final DecisionTable<OfTask, Mark> MARKS = new DecisionTable<>("task-marks", OfTask.class, Mark.class);

  /** All of them. */
  public static final List<DecisionTable<?, ?>> ALL = List.of(STAGES, CONTACT_RULES, CHANNELS, RATES, ALLOCATION,
      APPROVALS, COMPLETE_FILES, COMPLAINTS, COSTS, WORK, DIVISION, HOLDS, LIMITATION, PARTNER_REQUIREMENTS, PARTNERS,
      PLANS, PROMISES, RELIEFS, WAIVERS, MARKS, TEAMS, AGENTS, COURT, RECALLS, AFTER_PLACEMENT, PARTNER_REPORTS,
      SALE_BASES, FIELDS_OF_LAW, PART_TIME, RETENTION);

  /** Those that need not answer, each with what is done then; all others answer whatever they are asked. */
  public static final Map<String, String> SILENT = Map.ofEntries(
      entry(CONTACT_RULES.key(), "nothing limits contact there but what holds everywhere"),
      entry(CHANNELS.key(), "the stage may not use the channel"),
      entry(RATES.key(), "the currency has no rate, and amounts in it are not compared"),
      entry(COSTS.key(), "what it costs is not known, and not counted"),
      entry(DIVISION.key(), "anyone may work on the case"),
      entry(LIMITATION.key(), "nobody is told that the debt is too old"),
      entry(PARTNERS.key(), "no partner is offered the case"),
      entry(RELIEFS.key(), "there is no relief"),
      entry(SALE_BASES.key(), "debts are not sold there"),
      entry(MARKS.key(), "nothing stands out"));

  private Tables() {
  }

  record Age(int daysPastDue) {
  }

  /** @param contact whether the stage does anything at that age yet */
  record StageOfAge(Stage stage, boolean contact) {
  }

  record PlaceAndChannel(String jurisdiction, Channel channel) {
  }

  record RuleOfContact(String rule, ContactRule.Kind kind, LocalTime from, LocalTime to, List<DayOfWeek> weekdays,
      boolean unlessAgreed, ContactRule.Counted counted, Integer atMost, Integer days) {
  }

  record StageAndChannel(Stage stage, Channel channel) {
  }

  record Allowed(boolean allowed) {
  }

  record Currency(String currency) {
  }

  record Rate(BigDecimal unitsForOneEuro, String asOf) {
  }

  record Product(String product) {
  }

  record Order(List<Allocation.Part> order) {
  }

  /** @param approval null if the table does not say it */
  record Approval(Boolean approval) {

    /** What the table does not clearly leave to one person is decided by two. */
    boolean isNeeded() {
      return !Boolean.FALSE.equals(approval);
    }
  }

  record LeftOut(long openAccounts, long leftOut, int share) {
  }

  record ComplaintAbout(boolean aboutPerson) {
  }

  record Answer(int answerDays) {
  }

  record CostOf(UnitCosts.Kind kind, String currency) {
  }

  record Work(String stage, String product, String debtorType, Amount overdueAmount, boolean promiseBroken) {
  }

  record Minutes(int minutes) {
  }

  record Pause(Hold.Reason reason) {
  }

  record PauseRule(String stops, Boolean wholeDebtor, Boolean keepsTime, int reviewDays, int longestDays,
      Integer endsAfterDays, List<EvidenceItem.Kind> evidence) {
  }

  record Period(int years, boolean fromEndOfYear, String interruptedBy) {
  }

  record KindAndCountry(PartnerKind kind, String country) {
  }

  record InCountry(String country) {
  }

  record Basis(String basis) {
  }

  record OfRecords(RecordKind kind) {
  }

  record KeptDays(int days) {
  }

  record OfKind(PartnerKind kind) {
  }

  record ReportDays(int days) {
  }

  record AgentsNeeded(int agents) {
  }

  record TeamOfPlace(LocalTeams.Team team) {
  }

  /** @param fieldOfLaw as the register of partners writes it */
  record Practice(String fieldOfLaw) {
  }

  /** @param refusal null if the case may be taken */
  record PartTimeLimit(NearByLimits.Refusal refusal) {
  }

  record PlanRow(boolean approval, int longestMonths, BigDecimal leastInstalment, int firstWithinDays,
      int toleranceDays, int toleranceShare, int validDays) {
  }

  record Promised(Stage stage, Amount overdueAmount, int brokenPromises) {
  }

  /** @param kind UNKNOWN if nobody asked for relief of a kind */
  record InNeed(String kind, int daysPastDue, Amount overdueAmount, boolean evidenceAccepted) {
  }

  /** @param lastOutcome of a contact; NONE before there was one */
  public record OfTask(Amount overdueAmount, String lastOutcome) {
  }

  /** @param mark the name of a variable of the task */
  public record Mark(String mark) {
  }
}
