package io.remit.eventlog;

import io.remit.eventlog.CaseFacts.Stay;
import io.remit.eventlog.Finding.Rule;
import io.remit.eventlog.ModelNode.Needs;
import io.remit.eventlog.PassedSteps.By;
import io.remit.eventlog.PassedSteps.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what is known of one case from all sides: Remit's tables, the engine's history, and where it waits now. */
final class CaseProof {

  private static final String CASE_MODEL = "collection-case";
  private static final String STAGE = "stage_";
  private static final String ON_HOLD = "held";
  /** Two clocks read within one step may differ by so much. */
  private static final Duration SAME_MOMENT = Duration.ofSeconds(5);
  /** What is due for so long is not done any more. */
  private static final Duration OVERDUE = Duration.ofDays(1);
  private static final Map<Needs, Rule> GONE = new EnumMap<>(
      Map.of(Needs.TIMER, Rule.TIMER_GONE, Needs.MESSAGE, Rule.DEAF, Needs.TASK, Rule.TASK_GONE));

  private final CaseFacts facts;
  private final List<ProcessTrace> traces;
  private final List<Waiting> waiting;
  private final Function<String, ModelGraph> graphs;
  private final Instant now;
  private final List<Finding> findings = new ArrayList<>();

  private CaseProof(CaseFacts facts, List<ProcessTrace> traces, List<Waiting> waiting,
      Function<String, ModelGraph> graphs, Instant now) {
    this.facts = facts;
    this.traces = traces;
    this.waiting = waiting;
    this.graphs = graphs;
    this.now = now;
  }

  /**
   * What is not so of a case.
   *
   * @param traces of its process, of what that called, and of the matters beside it
   * @param waiting where those wait now
   * @param graphs the models by their definitions' ids
   */
  static List<Finding> of(CaseFacts facts, List<ProcessTrace> traces, List<Waiting> waiting,
      Function<String, ModelGraph> graphs, Instant now) {
    return new CaseProof(facts, traces, waiting, graphs, now).run();
  }

  private List<Finding> run() {
    traces.forEach(trace -> findings.addAll(TokenReplay.of(facts.caseNumber(), versionsOf(trace),
        trace.withIdsOfNow())));
    calls();
    List<ProcessTrace> own = traces.stream()
        .filter(trace -> trace.model().equals(CASE_MODEL) && trace.callerId() == null)
        .sorted(Comparator.comparing(ProcessTrace::began)).toList();
    List<ProcessTrace> running = own.stream().filter(ProcessTrace::isRunning).toList();
    if (own.isEmpty()) {
      add(Rule.NO_HISTORY, null);
    } else if (facts.isClosed()) {
      closed(own, running);
    } else {
      open(running);
    }
    stays(own);
    timeline();
    traces.stream().filter(ProcessTrace::isRunning).forEach(this::places);
    jobs();
    if (CaseState.of(facts, waiting).isEmpty()) {
      add(Rule.NO_STATE, null);
    }
    return findings;
  }

  /** With the ids that the elements have in the version in which the process is. */
  private Map<String, ModelGraph> versionsOf(ProcessTrace trace) {
    Map<String, ModelGraph> versions = new LinkedHashMap<>();
    trace.definitions().forEach(definition ->
        versions.put(definition, graphs.apply(definition).renamed(id -> trace.idNow(definition, id))));
    return versions;
  }

  private void add(Rule rule, @Nullable String detail) {
    findings.add(Finding.of(facts.caseNumber(), rule, detail));
  }

  private void calls() {
    Map<String, ProcessTrace> byId =
        traces.stream().collect(Collectors.toMap(ProcessTrace::id, Function.identity(), (one, same) -> one));
    List<PassedStep> calls =
        traces.stream().flatMap(trace -> trace.steps().stream()).filter(step -> step.calledId() != null).toList();
    for (PassedStep call : calls) {
      ProcessTrace called = byId.get(call.calledId());
      if (called == null || call.isOpen() && !called.isRunning()) {
        findings.add(Finding.at(facts.caseNumber(), Rule.CALL_WITHOUT_PROCESS, call, call.calledId()));
      }
    }
    Set<String> called = calls.stream().filter(PassedStep::isOpen).map(PassedStep::calledId)
        .collect(Collectors.toCollection(HashSet::new));
    traces.stream().filter(trace -> trace.isRunning() && trace.callerId() != null && !called.contains(trace.id()))
        .forEach(trace -> add(Rule.PROCESS_WITHOUT_CALL, trace.model()));
  }

  private void closed(List<ProcessTrace> own, List<ProcessTrace> running) {
    if (!running.isEmpty()) {
      add(Rule.CLOSED_WITH_PROCESS, running.get(0).id());
    }
    if (facts.closedAt() == null || facts.closeReason() == null) {
      add(Rule.CLOSED_WITHOUT_REASON, null);
    } else if (running.isEmpty()) {
      ProcessTrace last = own.get(own.size() - 1);
      String end = "end_" + facts.closeReason().toLowerCase(Locale.ROOT);
      if (!last.deleted() && last.steps().stream().noneMatch(step -> step.elementId().equals(end))) {
        add(Rule.ENDED_OTHERWISE, facts.closeReason() + ", " + last.last().map(PassedStep::elementId).orElse("none"));
      }
    }
  }

  private void open(List<ProcessTrace> running) {
    if (running.isEmpty()) {
      add(Rule.OPEN_WITHOUT_PROCESS, facts.processId());
      return;
    }
    if (running.size() > 1) {
      add(Rule.TWO_PROCESSES, running.stream().map(ProcessTrace::id).collect(Collectors.joining(", ")));
    }
    Optional<ProcessTrace> own = running.stream().filter(trace -> trace.id().equals(facts.processId())).findFirst();
    if (own.isEmpty()) {
      add(Rule.OTHER_PROCESS, facts.processId());
      return;
    }
    List<PassedStep> open = own.get().steps().stream().filter(PassedStep::isOpen).toList();
    boolean held = open.stream().anyMatch(step -> step.elementId().equals(ON_HOLD));
    List<String> stages = open.stream().map(PassedStep::elementId).filter(id -> id.startsWith(STAGE)).toList();
    if (held != facts.isHeld()) {
      add(Rule.OTHER_STATUS, facts.status());
    }
    if (!held && stages.isEmpty()) {
      add(Rule.NO_STAGE, null);
    } else if (stages.size() + (held ? 1 : 0) > 1) {
      add(Rule.TWO_STAGES, String.join(", ", stages));
    } else if (!held && !stageOf(stages.get(0)).equals(facts.stage())) {
      add(Rule.OTHER_STAGE, facts.stage() + ", " + stages.get(0));
    }
  }

  private static String stageOf(String elementId) {
    return elementId.substring(STAGE.length()).toUpperCase(Locale.ROOT);
  }

  /** A stay lasts until the next stage begins, or the case ends. */
  private void stays(List<ProcessTrace> own) {
    List<PassedStep> entered = own.stream().flatMap(trace -> trace.steps().stream())
        .filter(step -> step.elementId().startsWith(STAGE)).sorted(PassedStep.AS_HAPPENED).toList();
    if (entered.isEmpty()) {
      return;
    }
    List<Stay> stays = facts.stays();
    int left = facts.isClosed() ? entered.size() : entered.size() - 1;
    if (stays.size() != left) {
      add(Rule.STAY_DIFFERS, stays.size() + " stays, " + left + " by the process");
      return;
    }
    for (int i = 0; i < left; i++) {
      PassedStep step = entered.get(i);
      Instant until = i + 1 < entered.size() ? entered.get(i + 1).began() : facts.closedAt();
      Stay stay = stays.get(i);
      if (!stay.stage().equals(stageOf(step.elementId())) || !same(stay.enteredAt(), step.began())
          || !same(stay.leftAt(), until)) {
        findings.add(Finding.at(facts.caseNumber(), Rule.STAY_DIFFERS, step,
            stay.stage() + " " + stay.enteredAt() + " to " + stay.leftAt()));
      }
    }
    PassedStep last = entered.get(entered.size() - 1);
    if (!facts.isClosed() && !same(facts.stageEnteredAt(), last.began())) {
      findings.add(Finding.at(facts.caseNumber(), Rule.STAY_DIFFERS, last, "since " + facts.stageEnteredAt()));
    }
  }

  private static boolean same(@Nullable Instant one, @Nullable Instant other) {
    return one != null && other != null && Duration.between(one, other).abs().compareTo(SAME_MOMENT) <= 0;
  }

  private void timeline() {
    boolean opened = !facts.told().isEmpty() && facts.told().contains("OPENED");
    if (!opened || facts.told().contains("CLOSED") != facts.isClosed()) {
      add(Rule.TOLD_OTHERWISE, opened ? "CLOSED" : "OPENED");
    }
  }

  /** Where history says that a process waits, the engine has to, with all that this takes. */
  private void places(ProcessTrace trace) {
    List<Waiting> there = waiting.stream().filter(each -> each.processId().equals(trace.id())).toList();
    ModelGraph graph = graphs.apply(trace.definitionId());
    Set<String> tokens = there.stream().filter(each -> each.by() == By.TOKEN && each.stepId() != null)
        .map(Waiting::stepId).collect(Collectors.toSet());
    for (PassedStep step : trace.steps()) {
      Optional<ModelNode> node = graph.find(step.elementId());
      if (step.isOpen() && node.isPresent()) {
        if (node.get().kind() != ModelNode.Kind.SUB_PROCESS && !tokens.remove(step.id())) {
          findings.add(Finding.at(facts.caseNumber(), Rule.WAITS_ELSEWHERE, step, null));
        }
        needs(node.get(), there);
        graph.atBorderOf(step.elementId()).stream().filter(ModelNode::interrupts).forEach(at -> needs(at, there));
      }
    }
    there.stream().filter(each -> each.stepId() != null && tokens.contains(each.stepId()))
        .filter(each -> graph.find(String.valueOf(each.elementId()))
            .filter(node -> node.kind() != ModelNode.Kind.SUB_PROCESS).isPresent())
        .forEach(each -> findings.add(new Finding(facts.caseNumber(), Rule.WAITS_ELSEWHERE, each.elementId(), null,
            null)));
  }

  private void needs(ModelNode node, List<Waiting> there) {
    Rule gone = GONE.get(node.needs());
    if (gone != null && there.stream().noneMatch(each -> node.id().equals(each.elementId())
        && each.by().name().equals(node.needs().name()))) {
      findings.add(Finding.at(facts.caseNumber(), gone, node, null));
    }
  }

  private void jobs() {
    for (Waiting job : waiting) {
      if (job.stopped()) {
        findings.add(new Finding(facts.caseNumber(), Rule.STOPPED, job.elementId(), null, null));
      } else if ((job.by() == By.TIMER || job.by() == By.JOB) && job.due() != null
          && job.due().isBefore(now.minus(OVERDUE))) {
        findings.add(new Finding(facts.caseNumber(), Rule.OVERDUE, job.elementId(), null, "due " + job.due()));
      }
    }
  }
}
