package io.remit.division;

import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import io.remit.cases.CaseProcess;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.InvalidInputException;
import io.remit.gate.ContactBars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Moves of cases that a supervisor wants. */
@Component
public class CaseMoves {

  static final int LONGEST_REASON = 500;

  private static final Logger LOG = LoggerFactory.getLogger(CaseMoves.class);
  private static final int MOST_CASES = 1000;

  private final CaseRepository cases;
  private final WorkRepository work;
  private final Roster roster;
  private final Assignments assignments;
  private final CaseProcess process;
  private final ContactBars bars;
  private final AuditTrail audit;

  CaseMoves(CaseRepository cases, WorkRepository work, Roster roster, Assignments assignments, CaseProcess process,
      ContactBars bars, AuditTrail audit) {
    this.cases = cases;
    this.work = work;
    this.roster = roster;
    this.assignments = assignments;
    this.process = process;
    this.bars = bars;
    this.audit = audit;
  }

  /**
   * What became of one case.
   *
   * @param why it was refused, or moved though nobody asked; null for one that was moved as asked
   */
  record Result(String caseNumber, boolean done, @Nullable String why) {
  }

  /**
   * Moves cases to a collector, and with each the debtor's other open cases. A supervisor may choose whom the rules
   * would not; only it must be a collector who is there.
   *
   * @return for each case what became of it
   * @throws InvalidInputException if a field cannot be accepted; then nothing was moved
   */
  List<Result> move(List<String> caseNumbers, String to, String reason, String actor) {
    check(caseNumbers, to, reason);
    Map<String, Result> results = new LinkedHashMap<>();
    for (String caseNumber : caseNumbers) {
      if (!results.containsKey(caseNumber)) {
        moveAlone(caseNumber, to, reason, actor).forEach(result -> results.put(result.caseNumber(), result));
      }
    }
    return List.copyOf(results.values());
  }

  private void check(List<String> caseNumbers, String to, String reason) {
    if (caseNumbers == null || caseNumbers.isEmpty() || caseNumbers.size() > MOST_CASES || caseNumbers.contains(null)) {
      throw new InvalidInputException("cases", "name 1 to " + MOST_CASES);
    }
    checkCollector(to);
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new InvalidInputException("reason", "say why, in up to " + LONGEST_REASON + " characters");
    }
  }

  private void checkCollector(String to) {
    if (to == null || !roster.isThere(to)) {
      throw new InvalidInputException("to", "must be the id of a collector who is not away today");
    }
  }

  private List<Result> moveAlone(String caseNumber, String to, String reason, String actor) {
    Optional<CollectionCase> found = cases.find(caseNumber);
    if (found.isEmpty()) {
      return List.of(refused(caseNumber, "there is no such case"));
    }
    if (found.get().status() == Status.CLOSED) {
      return List.of(refused(caseNumber, "it is closed"));
    }
    if (bars.isBarred(found.get().debtorId(), to)) {
      return List.of(refused(caseNumber, "its debtor complained about " + to));
    }
    try {
      return process.together(() -> resultsOf(found.get(), to, reason, actor));
    } catch (RuntimeException failed) {
      LOG.warn("Case {} could not be moved: {}", caseNumber, failed.getClass().getSimpleName());
      return List.of(refused(caseNumber, "somebody is working on it; try again"));
    }
  }

  /**
   * Moves a case and the debtor's other open cases, in the transaction that runs.
   *
   * @param to user id
   * @return the cases that were moved
   * @throws InvalidInputException if nobody of this id is a collector who is there
   */
  public List<String> moveWithDebtor(String caseNumber, String to, String reason, String actor) {
    checkCollector(to);
    return resultsOf(cases.get(caseNumber), to, reason, actor).stream().filter(Result::done).map(Result::caseNumber)
        .toList();
  }

  private List<Result> resultsOf(CollectionCase wanted, String to, String reason, String actor) {
    List<Result> results = new ArrayList<>();
    for (String caseNumber : cases.openOf(wanted.debtorId())) {
      boolean asked = caseNumber.equals(wanted.caseNumber());
      String from = cases.lock(caseNumber).collector();
      if (to.equals(from)) {
        if (asked) {
          results.add(refused(caseNumber, to + " works it already"));
        }
      } else {
        results.add(moveOne(new Move(caseNumber, wanted.debtorId(), from, to, work.expectedOf(caseNumber),
            asked ? "a supervisor moved it" : "a supervisor moved the debtor's case " + wanted.caseNumber()), asked,
            reason, actor));
      }
    }
    return results;
  }

  private Result moveOne(Move move, boolean asked, String reason, String actor) {
    if (!assignments.carryOut(move, actor, reason)) {
      return refused(move.caseNumber(), "it is closed by now");
    }
    audit.record(Kind.MOVE, actor, move.caseNumber(), "to " + move.to());
    return new Result(move.caseNumber(), true, asked ? null : "one collector works all cases of a debtor");
  }

  private static Result refused(String caseNumber, String why) {
    return new Result(caseNumber, false, why);
  }
}
