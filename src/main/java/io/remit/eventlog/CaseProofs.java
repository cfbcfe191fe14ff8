package io.remit.eventlog;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.WaitingCheck.Broken;
import io.remit.eventlog.CaseNotRight.Status;
import io.remit.eventlog.Conformance.Checked;
import io.remit.eventlog.Finding.Rule;
import io.remit.eventlog.ProofRepository.Run;
import io.remit.node.DailyWork;
import io.remit.node.DailyWork.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The proof that no case is lost: each night, and when somebody asks, every open case and each that was closed since is
 * checked, and what is not right is a task for an operator until it is.
 */
@Component
public class CaseProofs {

  private static final Logger LOG = LoggerFactory.getLogger(CaseProofs.class);
  private static final int BATCH = 200;
  private static final int NAMED = 20;
  private static final int CHECKED_AGAIN_ALONE = 500;
  private static final Instant NEVER_BEFORE = Instant.EPOCH;

  private final CaseFactsRepository facts;
  private final Conformance conformance;
  private final ProofRepository proofs;
  private final ProofTasks tasks;
  private final BusinessCalendar calendar;
  private final DailyWork daily;
  private final TransactionTemplate transaction;

  CaseProofs(CaseFactsRepository facts, Conformance conformance, ProofRepository proofs, ProofTasks tasks,
      BusinessCalendar calendar, DailyWork daily, PlatformTransactionManager transactions) {
    this.facts = facts;
    this.conformance = conformance;
    this.proofs = proofs;
    this.tasks = tasks;
    this.calendar = calendar;
    this.daily = daily;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * What a check found.
   *
   * @param cases how many were checked
   * @param states how many of them are in each state; together they are all of them but those in none
   * @param notRight the cases that are not as they should be
   */
  public record Report(Instant at, long cases, Map<String, Long> states, List<Checked> notRight) {
  }

  /**
   * What an operator says of a case that was not right, as the form sends it.
   *
   * @param note with KNOWN
   */
  public record Decided(Outcome outcome, @Nullable String note) {
  }

  /** What an operator can say. */
  public enum Outcome {
    /** It is right again. */
    PUT_RIGHT,
    /** It stays as it is, and there is a reason. */
    KNOWN
  }

  /** Makes the check of the day, if no node has made it to its end. */
  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "${remit.cases.proof:30s}")
  void nightly() {
    LocalDate day = calendar.today();
    daily.once(Work.PROOF, day, last -> {
      Instant since = proofs.lastRun().map(Run::startedAt).orElse(NEVER_BEFORE);
      if (proofs.begin(day, calendar.now())) {
        Report report = check(since);
        proofs.finish(day, calendar.now(), report.cases(), report.notRight().size());
      }
    });
  }

  /** Checks every open case, those closed since the last nightly check, and those that were not right. */
  public Report check() {
    return check(proofs.lastRun().map(Run::startedAt).orElse(NEVER_BEFORE));
  }

  /** Checks all cases, however long they are closed. */
  public Report checkAll() {
    return check(NEVER_BEFORE);
  }

  private Report check(Instant closedSince) {
    Map<String, Broken> withoutNext = conformance.waitingForEver();
    Map<CaseState.Name, Long> states = new EnumMap<>(CaseState.Name.class);
    List<Checked> notRight = new ArrayList<>();
    long cases = 0;
    for (List<String> batch = facts.toCheck("", closedSince, BATCH); !batch.isEmpty();
        batch = facts.toCheck(batch.get(batch.size() - 1), closedSince, BATCH)) {
      List<Checked> checked = checked(batch, withoutNext);
      cases += checked.size();
      checked.forEach(one -> one.state().ifPresent(state -> states.merge(state.name(), 1L, Long::sum)));
      checked.stream().filter(one -> !one.findings().isEmpty()).forEach(notRight::add);
      transaction.executeWithoutResult(status -> keep(checked));
    }
    if (!notRight.isEmpty()) {
      LOG.warn("{} of {} cases are not as they should be, such as {}", notRight.size(), cases,
          notRight.stream().limit(NAMED).map(one -> one.caseNumber() + " " + one.findings().get(0).rule()).toList());
    }
    Map<String, Long> named = new TreeMap<>();
    states.forEach((state, count) -> named.put(state.name(), count));
    return new Report(calendar.now(), cases, named, List.copyOf(notRight));
  }

  /** What changed while it was looked at is looked at once more. */
  private List<Checked> checked(List<String> batch, Map<String, Broken> withoutNext) {
    List<Checked> first = conformance.check(batch, withoutNext);
    List<String> doubtful = first.stream().filter(one -> !one.findings().isEmpty()).map(Checked::caseNumber).toList();
    if (doubtful.isEmpty() || doubtful.size() > CHECKED_AGAIN_ALONE) {
      return first;
    }
    boolean asksAgain = first.stream().flatMap(one -> one.findings().stream())
        .anyMatch(finding -> finding.rule() == Rule.NO_REASON_TO_WAIT);
    Map<String, Checked> again = conformance.check(doubtful, asksAgain ? conformance.waitingForEver() : withoutNext)
        .stream().collect(Collectors.toMap(Checked::caseNumber, Function.identity()));
    return first.stream().map(one -> again.getOrDefault(one.caseNumber(), one)).toList();
  }

  private void keep(List<Checked> checked) {
    Map<String, List<CaseNotRight>> known = proofs.notRight(checked.stream().map(Checked::caseNumber).toList())
        .stream().collect(Collectors.groupingBy(CaseNotRight::caseNumber));
    checked.forEach(one -> keep(one, known.getOrDefault(one.caseNumber(), List.of())));
  }

  private void keep(Checked checked, List<CaseNotRight> known) {
    List<Finding> findings = checked.findings();
    if (findings.isEmpty()) {
      known.forEach(this::rightAgain);
      return;
    }
    Optional<CaseNotRight> open = known.stream().filter(one -> one.status() == Status.OPEN).findFirst();
    if (open.isPresent()) {
      proofs.replace(open.get().proofId(), findings);
    } else if (known.stream().noneMatch(left -> left.isAbout(findings))) {
      tasks.ask(CaseNotRight.numberOf(proofs.insert(checked.caseNumber(), calendar.now(), findings)));
    }
  }

  private void rightAgain(CaseNotRight known) {
    proofs.end(known.proofId(), Status.RIGHT, calendar.now(), null, known.note());
    if (known.status() == Status.OPEN) {
      tasks.over(known.number());
    }
  }

  /**
   * What a case is like now.
   *
   * @return empty if there is no such case
   */
  public Optional<Checked> of(String caseNumber) {
    return conformance.check(List.of(caseNumber), conformance.waitingForEver()).stream().findFirst();
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is none */
  public CaseNotRight get(String proofNumber) {
    return proofs.get(CaseNotRight.idOf(proofNumber));
  }

  /**
   * Records what an operator says of a case. That it is right is believed only if a check finds nothing.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void decide(String proofNumber, Decided decided, String by) {
    String note = EnteredText.note(decided.note());
    CaseNotRight known = proofs.lock(CaseNotRight.idOf(proofNumber));
    if (decided.outcome() == Outcome.KNOWN && note == null) {
      throw new InvalidInputException("note", "say why it stays as it is");
    }
    if (decided.outcome() == Outcome.PUT_RIGHT && of(known.caseNumber()).filter(one -> !one.findings().isEmpty())
        .isPresent()) {
      throw new InvalidInputException("outcome", "the case is not right yet");
    }
    proofs.end(known.proofId(), decided.outcome() == Outcome.KNOWN ? Status.LEFT : Status.RIGHT, calendar.now(), by,
        note);
  }

  /** The last check of a night. */
  Optional<Run> lastRun() {
    return proofs.lastRun();
  }

  /** The oldest of those that are not right, as far as is known. */
  List<CaseNotRight> notRight(int most) {
    return proofs.notRight(most);
  }
}
