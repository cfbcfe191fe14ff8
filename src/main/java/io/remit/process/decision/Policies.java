package io.remit.process.decision;

import io.remit.approval.ApprovalPolicy;
import io.remit.complaint.ComplaintPolicy;
import io.remit.division.CaseToDivide;
import io.remit.division.DivisionRules;
import io.remit.division.Requirement;
import io.remit.figures.UnitCosts;
import io.remit.hardship.ReliefPolicy;
import io.remit.hold.Hold;
import io.remit.hold.HoldPolicy;
import io.remit.hold.HoldRule;
import io.remit.intake.CompleteFilePolicy;
import io.remit.ledger.AllocationOrder;
import io.remit.legal.CourtEligibility;
import io.remit.legal.CourtPolicy;
import io.remit.legal.firm.FieldOfLaw;
import io.remit.limitation.LimitationPeriod;
import io.remit.limitation.LimitationPolicy;
import io.remit.offer.WaiverPolicy;
import io.remit.outsourcing.NearByLimits;
import io.remit.outsourcing.PartnerChoice;
import io.remit.outsourcing.after.AfterPlacementPolicy;
import io.remit.outsourcing.after.SuitChances;
import io.remit.outsourcing.recall.RecallPolicy;
import io.remit.outsourcing.report.ReportPolicy;
import io.remit.partner.PartnerPolicy;
import io.remit.partner.SalePolicy;
import io.remit.plan.PlanLimits;
import io.remit.plan.PlanPolicy;
import io.remit.plan.Tolerance;
import io.remit.privacy.RetentionPolicy;
import io.remit.promise.PromisePolicy;
import io.remit.visit.LocalTeams;
import io.remit.visit.VisitAgents;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the capabilities ask, each of its table. */
@Configuration(proxyBeanMethods = false)
class Policies {

  private static final String UNKNOWN = "UNKNOWN";

  @Bean
  AllocationOrder allocationOrder(DecisionTables tables) {
    return product -> tables.row(Tables.ALLOCATION, new Tables.Product(product)).order();
  }

  @Bean
  ApprovalPolicy approvalLimits(DecisionTables tables) {
    return question -> tables.row(Tables.APPROVALS, question).isNeeded();
  }

  @Bean
  CompleteFilePolicy completeFileLimits(DecisionTables tables) {
    return leftOut -> tables.row(Tables.COMPLETE_FILES,
        new Tables.LeftOut(leftOut.openAccounts(), leftOut.leftOut(), leftOut.share())).isNeeded();
  }

  @Bean
  ComplaintPolicy complaintRules(DecisionTables tables) {
    return aboutPerson -> tables.row(Tables.COMPLAINTS, new Tables.ComplaintAbout(aboutPerson)).answerDays();
  }

  @Bean
  UnitCosts costOfCollection(DecisionTables tables) {
    return (kind, currency) -> tables.rows(Tables.COSTS, new Tables.CostOf(kind, currency));
  }

  @Bean
  DivisionRules divisionRules(DecisionTables tables) {
    return new DivisionRules() {

      @Override
      public int minutesFor(CaseToDivide facts) {
        return tables.row(Tables.WORK, work(facts)).minutes();
      }

      @Override
      public List<Requirement> requirementsFor(CaseToDivide facts) {
        return tables.rows(Tables.DIVISION, work(facts));
      }
    };
  }

  private static Tables.Work work(CaseToDivide facts) {
    return new Tables.Work(facts.stage(), facts.product(), facts.debtorType(), facts.overdueAmount(),
        facts.promiseBroken());
  }

  @Bean
  ReliefPolicy hardshipRelief(DecisionTables tables) {
    return facts -> tables.rows(Tables.RELIEFS, new Tables.InNeed(facts.kind() == null ? UNKNOWN : facts.kind().name(),
        facts.daysPastDue(), facts.overdueAmount(), facts.evidenceAccepted()));
  }

  @Bean
  HoldPolicy holdRules(DecisionTables tables) {
    return reason -> {
      Tables.PauseRule rule = tables.row(Tables.HOLDS, new Tables.Pause(reason));
      return new HoldRule(new Hold.Effect(rule.stops(), rule.wholeDebtor(), rule.keepsTime()), rule.reviewDays(),
          rule.longestDays(), rule.endsAfterDays(), Set.copyOf(rule.evidence()));
    };
  }

  @Bean
  LimitationPolicy limitation(DecisionTables tables) {
    return question -> tables.rows(Tables.LIMITATION, question).stream().findFirst().map(period ->
        LimitationPeriod.of(period.years(), period.fromEndOfYear(), period.interruptedBy()));
  }

  @Bean
  PartnerPolicy partnerRequirements(DecisionTables tables) {
    return (kind, country) ->
        tables.row(Tables.PARTNER_REQUIREMENTS, new Tables.KindAndCountry(kind, country));
  }

  @Bean
  LocalTeams localTeams(DecisionTables tables) {
    return place -> tables.row(Tables.TEAMS, place).team();
  }

  @Bean
  VisitAgents visitAgents(DecisionTables tables) {
    return question -> tables.row(Tables.AGENTS, question).agents();
  }

  @Bean
  CourtPolicy courtPolicy(DecisionTables tables) {
    return question -> tables.row(Tables.COURT, question);
  }

  @Bean
  FieldOfLaw fieldOfLaw(DecisionTables tables) {
    return question -> tables.row(Tables.FIELDS_OF_LAW, question).fieldOfLaw();
  }

  @Bean
  NearByLimits partTimeLimits(DecisionTables tables) {
    return question -> tables.row(Tables.PART_TIME, question).refusal();
  }

  @Bean
  PartnerChoice partnersForCase(DecisionTables tables) {
    return question -> tables.rows(Tables.PARTNERS, question);
  }

  @Bean
  RecallPolicy placementRecall(DecisionTables tables) {
    return question -> tables.row(Tables.RECALLS, question);
  }

  @Bean
  AfterPlacementPolicy afterPlacementTable(DecisionTables tables) {
    return question -> tables.row(Tables.AFTER_PLACEMENT, question);
  }

  @Bean
  ReportPolicy partnerReports(DecisionTables tables) {
    return kind -> tables.row(Tables.PARTNER_REPORTS, new Tables.OfKind(kind)).days();
  }

  @Bean
  RetentionPolicy retentionDays(DecisionTables tables) {
    return kind -> tables.row(Tables.RETENTION, new Tables.OfRecords(kind)).days();
  }

  @Bean
  SalePolicy saleBases(DecisionTables tables) {
    return country -> tables.rows(Tables.SALE_BASES, new Tables.InCountry(country)).stream().map(Tables.Basis::basis)
        .toList();
  }

  /** A suit for which only the letter before court is missing can follow when the case is in its stage. */
  @Bean
  SuitChances suitChances(CourtEligibility courts) {
    return caseNumber -> {
      CourtPolicy.Answer answer = courts.of(caseNumber);
      if (answer.verdict() == CourtPolicy.Verdict.YES) {
        return SuitChances.Chance.YES;
      }
      return answer.reason() == CourtPolicy.Doubt.NO_LETTER || answer.reason() == CourtPolicy.Doubt.DEADLINE_RUNS
          ? SuitChances.Chance.AFTER_LETTER : SuitChances.Chance.NO;
    };
  }

  /** Where nobody knows what the least instalment is worth another person looks at the plan, and it is left to them. */
  @Bean
  PlanPolicy planLimits(DecisionTables tables, ReferenceCurrency currencies) {
    return question -> {
      Tables.PlanRow limits = tables.row(Tables.PLANS, question);
      return new PlanLimits(limits.approval(), limits.longestMonths(),
          currencies.in(question.outstandingAmount().currency(), limits.leastInstalment()).orElse(BigDecimal.ZERO),
          limits.firstWithinDays(), new Tolerance(limits.toleranceDays(), limits.toleranceShare()), limits.validDays());
    };
  }

  @Bean
  PromisePolicy promiseLimits(DecisionTables tables) {
    return (stage, overdueAmount, brokenPromises) ->
        tables.row(Tables.PROMISES, new Tables.Promised(stage, overdueAmount, brokenPromises));
  }

  @Bean
  WaiverPolicy waiverLimits(DecisionTables tables) {
    return question -> tables.row(Tables.WAIVERS, question);
  }
}
