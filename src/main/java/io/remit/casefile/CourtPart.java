package io.remit.casefile;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Stage;
import io.remit.legal.CourtEligibility;
import io.remit.legal.CourtReview;
import io.remit.legal.CourtStep;
import io.remit.legal.CourtSteps;
import io.remit.legal.PendingSuits;
import io.remit.legal.firm.FirmCases;
import io.remit.legal.firm.LawFirms;
import io.remit.legal.firm.Proposal;
import io.remit.legal.firm.Referral;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What speaks against a suit and who could sue, for who decides on it, and how far it has come. */
@Component
class CourtPart implements CaseFilePart {

  private final CourtEligibility eligibility;
  private final CourtSteps steps;
  private final LawFirms firms;
  private final FirmCases referred;
  private final PendingSuits suits;
  private final BusinessCalendar calendar;
  private final FormWords words;

  CourtPart(CourtEligibility eligibility, CourtSteps steps, LawFirms firms, FirmCases referred,
      PendingSuits suits, BusinessCalendar calendar, FormWords words) {
    this.eligibility = eligibility;
    this.steps = steps;
    this.firms = firms;
    this.referred = referred;
    this.suits = suits;
    this.calendar = calendar;
    this.words = words;
  }

  private record Court(List<Doubt> courtDoubts, List<StepRow> courtSteps, List<Option> counsels,
      List<FirmRow> proposedFirms) {
  }

  private record Doubt(String what) {
  }

  private record FirmRow(String firm, String field, String why) {
  }

  /** A line of what happened before the court. */
  record StepRow(String what, String on, String reference, String amount, String costs) {
  }

  @Override
  public Court of(OpenedForm form) {
    boolean inLegal = form.about().its().stage() == Stage.LEGAL;
    List<StepRow> taken = Stream.concat(referred.of(form.caseNumber()).stream().map(this::row),
        steps.of(form.caseNumber()).stream().map(step -> row(step, form.currency()))).toList();
    boolean undecided = inLegal && !suits.has(form.caseNumber());
    return new Court(inLegal ? doubts(form.caseNumber()) : List.of(), taken,
        undecided ? counsels(form.caseNumber()) : List.of(),
        undecided ? List.of(row(firms.propose(form.caseNumber()))) : List.of());
  }

  private List<Option> counsels(String caseNumber) {
    return Stream.concat(firms.firmsFor(caseNumber).stream().map(firm -> new Option(firm.name(), firm.partnerId())),
        Stream.of(new Option(words.sentence("Our own counsel"), CourtReview.OWN_COUNSEL))).toList();
  }

  private FirmRow row(Proposal proposal) {
    return new FirmRow(proposal.firmId() == null ? "-" : proposal.firmId(), proposal.fieldOfLaw(),
        words.sentence(proposal.why()));
  }

  private StepRow row(Referral referral) {
    return new StepRow(words.sentence("Referred to a law firm"), dayOf(referral.referredAt()), referral.firmId(), "",
        "");
  }

  String dayOf(Instant moment) {
    return calendar.dayOf(moment).toString();
  }

  private List<Doubt> doubts(String caseNumber) {
    return eligibility.doubtsOf(caseNumber).stream().map(words::of).map(Doubt::new).toList();
  }

  StepRow row(CourtStep step, String currency) {
    return new StepRow(words.of(step.kind()), step.happenedOn().toString(),
        Stream.of(step.court(), step.reference()).filter(text -> text != null).reduce((one, next) -> one + ", " + next)
            .orElse(""), amount(currency, step.amount()), amount(currency, step.costs()));
  }

  private static String amount(String currency, @Nullable BigDecimal amount) {
    return amount == null ? "" : FormWords.money(currency, amount);
  }
}
