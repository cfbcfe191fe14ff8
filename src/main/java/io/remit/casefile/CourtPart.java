package io.remit.casefile;

import io.remit.cases.Stage;
import io.remit.legal.CourtEligibility;
import io.remit.legal.CourtStep;
import io.remit.legal.CourtSteps;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What speaks against a suit, for who decides on it, and how far it has come. */
@Component
class CourtPart implements CaseFilePart {

  private final CourtEligibility eligibility;
  private final CourtSteps steps;
  private final FormWords words;

  CourtPart(CourtEligibility eligibility, CourtSteps steps, FormWords words) {
    this.eligibility = eligibility;
    this.steps = steps;
    this.words = words;
  }

  private record Court(List<Doubt> courtDoubts, List<StepRow> courtSteps) {
  }

  private record Doubt(String what) {
  }

  private record StepRow(String what, String on, String reference, String amount, String costs) {
  }

  @Override
  public Court of(OpenedForm form) {
    boolean inLegal = form.about().its().stage() == Stage.LEGAL;
    return new Court(inLegal ? doubts(form.caseNumber()) : List.of(),
        steps.of(form.caseNumber()).stream().map(step -> row(step, form.currency())).toList());
  }

  private List<Doubt> doubts(String caseNumber) {
    return Stream.ofNullable(eligibility.of(caseNumber).reason()).map(words::of).map(Doubt::new).toList();
  }

  private StepRow row(CourtStep step, String currency) {
    return new StepRow(words.of(step.kind()), step.happenedOn().toString(),
        Stream.of(step.court(), step.reference()).filter(text -> text != null).reduce((one, next) -> one + ", " + next)
            .orElse(""), amount(currency, step.amount()), amount(currency, step.costs()));
  }

  private static String amount(String currency, @Nullable BigDecimal amount) {
    return amount == null ? "" : FormWords.money(currency, amount);
  }
}
