package io.remit.legal;

import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.InvalidInputException;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import io.remit.hold.Hold.Reason;
import io.remit.hold.Holds;
import io.remit.legal.CourtPolicy.Answer;
import io.remit.legal.CourtPolicy.Question;
import io.remit.legal.CourtPolicy.Verdict;
import io.remit.limitation.Limitations;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whether a case may be sued for, by the facts of today. It is asked before the review, when somebody approves, and
 * once more when the dossier is written: what changed in between counts.
 */
@Component
public class CourtEligibility {

  private final CourtPolicy policy;
  private final CaseRepository cases;
  private final CaseFigures figures;
  private final Limitations limitations;
  private final Holds holds;
  private final ReachableDebtors debtors;
  private final LettersBeforeCourt letters;

  CourtEligibility(CourtPolicy policy, CaseRepository cases, CaseFigures figures, Limitations limitations, Holds holds,
      ReachableDebtors debtors, LettersBeforeCourt letters) {
    this.policy = policy;
    this.cases = cases;
    this.figures = figures;
    this.limitations = limitations;
    this.holds = holds;
    this.debtors = debtors;
    this.letters = letters;
  }

  /** What the table says of a case now. */
  public Answer of(String caseNumber) {
    List<Reason> paused = holds.pausedFor(caseNumber);
    boolean insolvent = paused.contains(Reason.INSOLVENCY) || paused.contains(Reason.DECEASED);
    Reachability known = debtors.of(cases.get(caseNumber).debtorId());
    return policy.answerTo(new Question(figures.of(caseNumber).overdueAmount(), insolvent,
        !paused.isEmpty() && !insolvent, !limitations.barredOf(caseNumber).isEmpty(), letters.daysSince(caseNumber),
        known.debtor().address() != null && known.livesAtHisAddress()));
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
      throw new InvalidInputException("outcome", "cannot be approved: " + answer.reason());
    }
  }
}
