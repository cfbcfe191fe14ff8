package io.remit.eventlog;

import io.remit.eventlog.Finding.Rule;
import io.remit.eventlog.ModelNode.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets tokens go the way that a process went, and says where they could not: van der Aalst's token replay, on the BPMN
 * itself. In each sub-process that was begun a token starts; each step takes one that may come to it and leaves one
 * behind for what may follow. A step that finds none should not have been, and a token that nobody took says what is
 * missing. Steps that began at the same moment are tried in every order.
 */
final class TokenReplay {

  private final String caseNumber;
  private final Map<String, ModelGraph> versions;
  private final ModelGraph graph;
  private final ProcessTrace trace;
  private final List<Finding> findings = new ArrayList<>();

  private TokenReplay(String caseNumber, Map<String, ModelGraph> versions, ProcessTrace trace) {
    this.caseNumber = caseNumber;
    this.versions = versions;
    this.graph = ModelGraph.of(versions.values());
    this.trace = trace;
  }

  /**
   * What one process did that its model does not allow.
   *
   * @param versions of the model that it passed through, by their definitions' ids, that in which it is last
   */
  static List<Finding> of(String caseNumber, Map<String, ModelGraph> versions, ProcessTrace trace) {
    return new TokenReplay(caseNumber, versions, trace).run();
  }

  /** @param targets the elements that may take it */
  private record Token(@Nullable PassedStep from, Set<String> targets) {
  }

  private List<Finding> run() {
    Map<String, List<PassedStep>> within =
        trace.steps().stream().collect(Collectors.groupingBy(PassedStep::parentId));
    Set<String> scopes = new HashSet<>(Set.of(trace.id()));
    trace.steps().stream().filter(step -> kindOf(step) == Kind.SUB_PROCESS).map(PassedStep::id).forEach(scopes::add);
    trace.steps().forEach(step -> look(step, scopes));
    Set<String> entered = entered(within);
    new Scope(null, trace.ended(), trace.deleted(), within.getOrDefault(trace.id(), List.of()))
        .replay(entered.contains(trace.id()));
    trace.steps().stream().filter(step -> kindOf(step) == Kind.SUB_PROCESS)
        .forEach(step -> new Scope(step, step.ended(), step.cancelled(), within.getOrDefault(step.id(), List.of()))
            .replay(entered.contains(step.id())));
    return findings;
  }

  /** The sub-processes, and the process, that were begun further on than at their start. */
  private Set<String> entered(Map<String, List<PassedStep>> within) {
    Set<String> entered = new HashSet<>();
    String scope = trace.beganInside() ? trace.id() : null;
    while (scope != null && entered.add(scope)) {
      scope = within.getOrDefault(scope, List.of()).stream().min(PassedStep.AS_HAPPENED)
          .filter(first -> kindOf(first) == Kind.SUB_PROCESS).map(PassedStep::id).orElse(null);
    }
    return entered;
  }

  private @Nullable Kind kindOf(PassedStep step) {
    return graph.find(step.elementId()).map(ModelNode::kind).orElse(null);
  }

  /** What can be said of a step alone. */
  private void look(PassedStep step, Set<String> scopes) {
    Optional<ModelNode> node = graph.find(step.elementId());
    if (node.isEmpty()) {
      add(Rule.UNKNOWN_STEP, step, null);
      return;
    }
    Instant ended = step.ended();
    if (ended != null && ended.isBefore(step.began())) {
      add(Rule.ENDED_BEFORE_BEGUN, step, "begun " + step.began() + ", ended " + ended);
    }
    String around = trace.steps().stream().filter(other -> other.id().equals(step.parentId()))
        .map(PassedStep::elementId).findFirst().orElse(null);
    if (!scopes.contains(step.parentId()) || !Objects.equals(node.get().within(), around)) {
      add(Rule.OUTSIDE_ITS_SCOPE, step, null);
    }
  }

  private void add(Rule rule, PassedStep step, @Nullable String detail) {
    findings.add(Finding.at(caseNumber, rule, step, detail));
  }

  /** One sub-process that was begun, or the process itself. */
  private final class Scope {

    private final @Nullable PassedStep around;
    private final @Nullable Instant ended;
    private final boolean cancelled;
    private final List<PassedStep> steps;
    private final List<Token> tokens = new ArrayList<>();
    private final Set<String> brokenOffByBorder = new HashSet<>();
    private final Map<String, Integer> arrived = new HashMap<>();

    Scope(@Nullable PassedStep around, @Nullable Instant ended, boolean cancelled, List<PassedStep> steps) {
      this.around = around;
      this.ended = ended;
      this.cancelled = cancelled;
      this.steps = steps.stream().filter(step -> graph.find(step.elementId()).isPresent())
          .sorted(PassedStep.AS_HAPPENED).toList();
    }

    void replay(boolean entered) {
      begin(entered);
      List<PassedStep> left = new ArrayList<>(steps);
      while (!left.isEmpty()) {
        Instant moment = left.get(0).began();
        PassedStep next = left.stream().takeWhile(step -> step.began().equals(moment)).filter(this::canBegin)
            .findFirst().orElse(left.get(0));
        left.remove(next);
        pass(next);
      }
      finish();
    }

    private void begin(boolean entered) {
      String element = around == null ? null : around.elementId();
      Set<String> starts = new HashSet<>(graph.startsOf(element));
      if (entered && !steps.isEmpty()) {
        starts.add(steps.get(0).elementId());
      }
      tokens.add(new Token(null, starts));
    }

    private ModelNode node(PassedStep step) {
      return graph.find(step.elementId()).orElseThrow();
    }

    private boolean canBegin(PassedStep step) {
      return node(step).kind() == Kind.BORDER ? hostOf(step).isPresent() : tokenFor(step.elementId()).isPresent();
    }

    private Optional<Token> tokenFor(String element) {
      return tokens.stream().filter(token -> token.targets().contains(element)).findFirst();
    }

    /** What an event at a border was attached to when it happened. */
    private Optional<PassedStep> hostOf(PassedStep event) {
      ModelNode node = node(event);
      return steps.stream().filter(step -> step.elementId().equals(node.host()))
          .filter(step -> !step.began().isAfter(event.began()))
          .filter(step -> node.interrupts()
              ? step.cancelled() && !brokenOffByBorder.contains(step.id())
              && step.ended() != null && !step.ended().isAfter(event.began())
              : step.ended() == null || !step.ended().isBefore(event.began()))
          .reduce((earlier, later) -> later);
    }

    private void pass(PassedStep step) {
      ModelNode node = node(step);
      if (node.kind() == Kind.BORDER) {
        Optional<PassedStep> host = hostOf(step);
        if (host.isEmpty()) {
          add(Rule.IMPOSSIBLE_STEP, step, null);
        } else if (node.interrupts()) {
          brokenOffByBorder.add(host.get().id());
        }
      } else {
        take(step);
      }
      if (!step.isOpen() && !step.cancelled()) {
        leave(step, node);
      }
    }

    private void take(PassedStep step) {
      Optional<Token> taken = tokenFor(step.elementId());
      if (taken.isEmpty()) {
        taken = tokens.stream().filter(token -> missingBetween(token, step.elementId()).isPresent()).findFirst();
        taken.ifPresentOrElse(token -> findings.add(Finding.at(caseNumber, Rule.MISSING_STEP,
            missingBetween(token, step.elementId()).orElseThrow(), "before " + step.elementId())),
            () -> add(Rule.IMPOSSIBLE_STEP, step, null));
      }
      taken.ifPresent(token -> {
        tokens.remove(token);
        PassedStep from = token.from();
        if (from != null && from.ended() != null && step.began().isBefore(from.ended())) {
          add(Rule.BEGUN_TOO_EARLY, step, "begun " + step.began() + ", " + from.elementId() + " ended " + from.ended());
        }
      });
    }

    /** The one element that would lead from a token to another element. */
    private Optional<ModelNode> missingBetween(Token token, String element) {
      return token.targets().stream().sorted().map(graph::find).flatMap(Optional::stream)
          .filter(node -> node.next().contains(element)).findFirst();
    }

    /** It goes on as that version says in which it was left; another may have other ways. */
    private void leave(PassedStep step, ModelNode known) {
      ModelGraph then = versions.getOrDefault(step.definitionId(), graph);
      ModelNode node = then.find(step.elementId()).orElse(known);
      if (node.kind() == Kind.PARALLEL && arrived.merge(node.id(), 1, Integer::sum) % then.waysTo(node.id()) != 0) {
        return;
      }
      if (node.kind() == Kind.CHOICE) {
        tokens.add(new Token(step, node.next()));
      } else {
        node.next().forEach(next -> tokens.add(new Token(step, Set.of(next))));
      }
    }

    private void finish() {
      boolean deleted = around == null && cancelled;
      steps.stream().filter(step -> step.cancelled() && !cancelled && !brokenOffByBorder.contains(step.id()))
          .forEach(step -> add(Rule.BROKEN_OFF, step, null));
      if (ended != null) {
        steps.stream().filter(PassedStep::isOpen).forEach(step -> add(Rule.STILL_OPEN, step, "since " + step.began()));
      }
      if (deleted) {
        return;
      }
      for (Token token : tokens) {
        if (token.targets().stream().map(graph::find).flatMap(Optional::stream)
            .noneMatch(node -> node.waitsForJob() && (ended == null || cancelled))) {
          PassedStep from = token.from() == null ? around : token.from();
          String detail = "to follow: " + String.join(", ", token.targets().stream().sorted().toList());
          findings.add(from == null ? Finding.of(caseNumber, Rule.NOTHING_FOLLOWED, detail)
              : Finding.at(caseNumber, Rule.NOTHING_FOLLOWED, from, detail));
        }
      }
      if (ended == null && tokens.isEmpty() && steps.stream().noneMatch(PassedStep::isOpen)) {
        findings.add(around == null ? Finding.of(caseNumber, Rule.NOTHING_FOLLOWED)
            : Finding.at(caseNumber, Rule.NOTHING_FOLLOWED, around, null));
      }
    }
  }
}
