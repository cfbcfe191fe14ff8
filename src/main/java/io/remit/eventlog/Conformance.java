package io.remit.eventlog;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.MatterKey;
import io.remit.cases.WaitingCheck;
import io.remit.cases.WaitingCheck.Broken;
import io.remit.eventlog.Finding.Rule;
import io.remit.eventlog.PassedSteps.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Checks cases against the models, and says in which state each of them is. Reading them changes nothing. */
@Component
public class Conformance {

  private final CaseFactsRepository facts;
  private final PassedSteps passed;
  private final WaitingCheck check;
  private final BusinessCalendar calendar;
  private final AtOneMoment atOneMoment;

  Conformance(CaseFactsRepository facts, PassedSteps passed, WaitingCheck check, BusinessCalendar calendar,
      AtOneMoment atOneMoment) {
    this.facts = facts;
    this.passed = passed;
    this.check = check;
    this.calendar = calendar;
    this.atOneMoment = atOneMoment;
  }

  /**
   * What was found out about one case.
   *
   * @param state in which it is; empty if it is in none
   */
  public record Checked(String caseNumber, Optional<CaseState> state, List<Finding> findings) {

    Checked with(Finding finding) {
      List<Finding> more = new ArrayList<>(findings);
      more.add(finding);
      return new Checked(caseNumber, state, List.copyOf(more));
    }
  }

  /** Looks which open cases would wait for ever; one look serves all cases that are checked at a time. */
  Map<String, Broken> waitingForEver() {
    return check.broken().stream().collect(Collectors.toMap(Broken::caseNumber, Function.identity()));
  }

  /**
   * Checks some hundred cases at most, each as it was at one moment.
   *
   * @param withoutNext the cases that would wait for ever
   */
  List<Checked> check(Collection<String> caseNumbers, Map<String, Broken> withoutNext) {
    return atOneMoment.read(() -> checkNow(caseNumbers, withoutNext));
  }

  private List<Checked> checkNow(Collection<String> caseNumbers, Map<String, Broken> withoutNext) {
    Map<String, List<ProcessTrace>> traces = passed.of(caseNumbers).stream()
        .collect(Collectors.groupingBy(trace -> caseOf(trace.businessKey())));
    Map<String, List<Waiting>> waiting = passed.waiting(caseNumbers).stream()
        .collect(Collectors.groupingBy(place -> caseOf(place.businessKey())));
    Map<String, ModelGraph> graphs = new HashMap<>();
    Instant now = calendar.now();
    return facts.of(caseNumbers).stream().map(one -> {
      List<Waiting> places = waiting.getOrDefault(one.caseNumber(), List.of());
      List<Finding> findings = CaseProof.of(one, traces.getOrDefault(one.caseNumber(), List.of()), places,
          id -> graphs.computeIfAbsent(id, passed::graph), now);
      Checked checked = new Checked(one.caseNumber(), CaseState.of(one, places), List.copyOf(findings));
      Broken broken = withoutNext.get(one.caseNumber());
      return broken == null || one.isClosed() ? checked
          : checked.with(Finding.of(one.caseNumber(), Rule.NO_REASON_TO_WAIT, broken.why().name()));
    }).toList();
  }

  private static String caseOf(String businessKey) {
    return MatterKey.caseNumberIn(businessKey);
  }
}
