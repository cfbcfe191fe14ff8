package io.remit.legal;

import io.remit.cases.InvalidInputException;
import io.remit.legal.CourtCases.Answered;
import io.remit.legal.CourtStep.Entered;
import io.remit.legal.CourtStep.Where;
import io.remit.legal.firm.FirmCases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the people of a law firm record of a suit that the firm has: the legal officer's own task moves on with it. That
 * a suit is withdrawn, that a judgment is not enforced any more, and that the debtor owes costs is for our own people
 * to say.
 */
@Component
public class FirmWork {

  private final FirmCases firms;
  private final CourtFilingRepository filings;
  private final CourtProcess process;

  FirmWork(FirmCases firms, CourtFilingRepository filings, CourtProcess process) {
    this.firms = firms;
    this.filings = filings;
    this.process = process;
  }

  /** The next step of a suit, as a firm's form sends it. */
  public record Reported(Outcome outcome, Step step, Where where, @Nullable String note) {
  }

  /** What a firm can report of a suit. */
  public enum Outcome {
    FILED, HEARING, JUDGMENT, DISMISSED, SETTLED
  }

  /** What came of enforcing a judgment, as a firm's form sends it. */
  public record Enforced(Enforcement outcome, Step step, @Nullable String note) {
  }

  /** What a firm can report of an enforcement. */
  public enum Enforcement {
    /** It was tried, and goes on. */
    ENFORCEMENT,
    /** What was awarded has been paid. */
    SATISFIED
  }

  /**
   * What a firm's form says of a step, as it was entered.
   *
   * @param happenedOn an ISO date; today if empty
   */
  public record Step(@Nullable String happenedOn, @Nullable String amount, @Nullable String costs) {

    private Entered entered() {
      return new Entered(happenedOn, amount, costs, null);
    }
  }

  /**
   * Takes the next step of a suit.
   *
   * @param actor user id of the firm's person
   * @throws InvalidInputException if a field cannot be accepted, or the firm does not have the suit any more
   */
  public void report(String caseNumber, Reported reported, String actor) {
    requireWithFirm(caseNumber);
    process.recorded(caseNumber, new Answered(CourtCases.Outcome.valueOf(reported.outcome().name()),
        reported.step().entered(), reported.where(), reported.note()), actor);
  }

  /**
   * Takes what came of enforcing the judgment.
   *
   * @param actor user id of the firm's person
   * @throws InvalidInputException if a field cannot be accepted, or the firm does not have the suit any more
   */
  public void enforce(String caseNumber, Enforced enforced, String actor) {
    requireWithFirm(caseNumber);
    process.enforced(caseNumber, new CourtCases.Enforced(
        CourtCases.Enforcement.valueOf(enforced.outcome().name()), enforced.step().entered(), enforced.note()), actor);
  }

  /** Whether a suit that a firm has is about enforcing its judgment by now. */
  public boolean isEnforcing(String caseNumber) {
    return filings.isEnforcing(caseNumber);
  }

  /** Whether no firm has the suit any more. */
  public boolean isOver(String caseNumber) {
    return firms.withFirm(caseNumber).isEmpty();
  }

  private void requireWithFirm(String caseNumber) {
    if (isOver(caseNumber)) {
      throw new InvalidInputException("task", "is over: the suit is not with you any more");
    }
  }
}
