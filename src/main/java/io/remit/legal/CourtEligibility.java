package io.remit.legal;

import io.remit.cases.CaseFigures;
import io.remit.cases.InvalidInputException;
import io.remit.hold.Hold.Reason;
import io.remit.hold.Holds;
import io.remit.legal.CourtEvidence.Evidence;
import io.remit.legal.CourtPolicy.Answer;
import io.remit.legal.CourtPolicy.Doubt;
import io.remit.legal.CourtPolicy.Question;
import io.remit.legal.CourtPolicy.Verdict;
import io.remit.limitation.Limitations;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether a case may be sued for, by the facts of today. It is asked before the review, when somebody approves, and
 * once more when the dossier is written: what changed in between counts.
 */
@Component
public class CourtEligibility {

  private final CourtPolicy policy;
  private final CaseFigures figures;
  private final Limitations limitations;
  private final Holds holds;
  private final CourtEvidence evidence;
  private final LettersBeforeCourt letters;

  CourtEligibility(CourtPolicy policy, CaseFigures figures, Limitations limitations, Holds holds,
      CourtEvidence evidence, LettersBeforeCourt letters) {
    this.policy = policy;
    this.figures = figures;
    this.limitations = limitations;
    this.holds = holds;
    this.evidence = evidence;
    this.letters = letters;
  }

  /** What the table says of a case now. */
  public Answer of(String caseNumber) {
    return of(caseNumber, evidence.of(caseNumber));
  }

  private Answer of(String caseNumber, Evidence known) {
    List<Reason> paused = holds.pausedFor(caseNumber);
    boolean insolvent = paused.contains(Reason.INSOLVENCY) || paused.contains(Reason.DECEASED);
    return policy.answerTo(new Question(figures.of(caseNumber).overdueAmount(), insolvent,
        !paused.isEmpty() && !insolvent, !limitations.barredOf(caseNumber).isEmpty(), letters.daysSince(caseNumber),
        known.addressKnown(), known.accountsKnown(), known.ledgerAddsUp(), known.dossierPossible()));
  }

  /** All that speaks against a suit: what the table says first, then each piece of evidence that is missing. */
  public List<Doubt> doubtsOf(String caseNumber) {
    Evidence known = evidence.of(caseNumber);
    return Stream.concat(Stream.ofNullable(of(caseNumber, known).reason()), known.missing().stream()).distinct()
        .toList();
  }

  /**
   * Whether a case may be sued for as it stands.
   *
   * @throws InvalidInputException that names the form's outcome if not, with the reason
   */
  void require(String caseNumber) {
    Map<String, LocalDate> barred = limitations.barredOf(caseNumber);
    if (!barred.isEmpty()) {
      throw new InvalidInputException("outcome",
          "cannot be approved: too old to be sued for: " + barred.entrySet().stream()
          .map(each -> each.getKey() + " since " + each.getValue()).collect(Collectors.joining(", ")));
    }
    Answer answer = of(caseNumber);
    if (answer.verdict() != Verdict.YES) {
      throw new InvalidInputException("outcome", "cannot be approved: " + doubtsOf(caseNumber).stream()
          .map(Doubt::name).collect(Collectors.joining(", ")));
    }
  }
}
