package io.remit.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.batch.BatchEngine.State;
import io.remit.batch.BatchOrder.Action;
import io.remit.batch.CaseBatch.Item;
import io.remit.batch.CaseBatch.Outcome;
import io.remit.batch.CaseBatch.Progress;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Stage;
import io.remit.hold.Hold;
import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders for many cases at once: what they would do, giving them, and how far they are. */
@Component
class Batches {

  private static final int SHORTEST_REASON = 10;

  private final CaseStates states;
  private final CaseBatchRepository batches;
  private final BatchEngine engine;
  private final OrderEntry orders;
  private final BusinessCalendar calendar;
  private final ObjectMapper json;
  private final int mostCases;

  Batches(CaseStates states, CaseBatchRepository batches, BatchEngine engine, OrderEntry orders,
      BusinessCalendar calendar, ObjectMapper json, @Value("${remit.batch.most-cases}") int mostCases) {
    this.states = states;
    this.batches = batches;
    this.engine = engine;
    this.orders = orders;
    this.calendar = calendar;
    this.json = json.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);
    this.mostCases = mostCases;
  }

  /**
   * An order as it was entered.
   *
   * @param action HOLD, RELEASE, STAGE, REASSIGN or RECALL
   * @param hold with HOLD and RELEASE: the reason of the pause, one that fits many cases
   * @param until with HOLD: ISO date ahead from which the pause is over by itself, or null
   * @param toStage with STAGE: where to
   * @param toCollector with REASSIGN: user id
   * @param select which cases
   * @param reason why, in 10 to 500 characters; a preview needs none
   * @param cases how many cases the preview told; a preview needs none
   */
  record Entered(String action, @Nullable String hold, @Nullable String until, @Nullable String toStage,
      @Nullable String toCollector, Selection.@Nullable Entered select, @Nullable String reason,
      @Nullable Integer cases) {
  }

  /** What can be chosen in an order. */
  record Choices(List<Hold.Reason> holds, List<Stage> stages, List<String> collectorsThere, CaseStates.Choices known,
      int mostCases) {
  }

  /** Cases and what they owe, in one currency. */
  record Sum(String currency, long cases, BigDecimal overdue, BigDecimal outstanding) {
  }

  /** How many cases would be refused for the same reason. */
  record Refused(String code, String why, long cases) {
  }

  /** One case of a preview; code and why are null if nothing speaks against it. */
  record PreviewedCase(String caseNumber, Stage stage, String status, long daysPastDue, String currency,
      BigDecimal overdue, BigDecimal outstanding, @Nullable String collector, @Nullable String code,
      @Nullable String why) {
  }

  /**
   * What an order would do now.
   *
   * @param total the cases of the selection
   * @param accepted those to which nothing speaks against it
   * @param sums of the accepted ones
   * @param items one page of all of them
   */
  record Preview(long total, long accepted, List<Refused> refused, List<Sum> sums, List<PreviewedCase> items, int page,
      int size) {
  }

  /** Where a batch stands. */
  enum Status {
    RUNNING, SUSPENDED,
    /** Some cases are left, and the engine does not work on them: see the batch in Cockpit. */
    STOPPED,
    FINISHED
  }

  /** A batch as it is shown; amounts of time in UTC. */
  record Shown(long id, Action action, Hold.@Nullable Reason hold, @Nullable LocalDate until, @Nullable Stage toStage,
      @Nullable String toCollector, JsonNode select, String reason, String orderedBy, Instant orderedAt,
      @Nullable String engineBatchId, Status status, long total, long done, long refused, long failed,
      @Nullable Instant lastCaseAt) {
  }

  Choices choices() {
    return new Choices(orders.holds(), orders.stages(), orders.collectors(), states.choices(), mostCases);
  }

  /**
   * Tells what an order would do now.
   *
   * @throws InvalidInputException if a field cannot be accepted, or too many cases are selected
   */
  Preview preview(Entered entered, int page, int size) {
    BatchOrder order = orders.read(entered);
    List<CaseState> selected = selected(entered, order);
    Map<Refusal, Long> refused = new TreeMap<>(selected.stream().flatMap(each -> each.refusalOf(order).stream())
        .collect(Collectors.groupingBy(refusal -> refusal, Collectors.counting())));
    List<CaseState> accepted = selected.stream().filter(each -> each.refusalOf(order).isEmpty()).toList();
    return new Preview(selected.size(), accepted.size(), refused.entrySet().stream()
        .map(each -> new Refused(each.getKey().name(), each.getKey().words(), each.getValue())).toList(),
        sums(accepted), selected.stream().skip((long) page * size).limit(size).map(each -> previewed(each, order))
            .toList(), page, size);
  }

  /**
   * Gives an order; the engine carries it out from now on.
   *
   * @param by user id
   * @return its number
   * @throws InvalidInputException if a field cannot be accepted, or too many cases are selected
   * @throws MoreCasesException if there are more cases by now than the preview told
   */
  @Transactional
  public long order(Entered entered, String by) {
    if (entered.reason() == null || entered.reason().strip().length() < SHORTEST_REASON) {
      throw new InvalidInputException("reason", "say why, in " + SHORTEST_REASON + " characters at least");
    }
    String reason = EnteredText.reason(entered.reason()).strip();
    BatchOrder order = orders.read(entered);
    List<String> cases = selected(entered, order).stream().map(CaseState::caseNumber).toList();
    if (entered.cases() == null) {
      throw new InvalidInputException("cases", "say how many the preview told");
    }
    if (cases.size() > entered.cases()) {
      throw new MoreCasesException(cases.size(), entered.cases());
    }
    if (cases.isEmpty()) {
      throw new InvalidInputException("select", "there is no such case");
    }
    long batchId = batches.insert(
        new CaseBatch(0, order, written(Objects.requireNonNull(entered.select())), reason, by, calendar.now(), null),
        cases);
    batches.carriedOutBy(batchId, engine.start(batchId, cases, by));
    return batchId;
  }

  /**
   * Recalls all cases that a partner has, or is about to get.
   *
   * @param by user id
   * @return the number of the batch; empty if there is no such case
   * @throws InvalidInputException if a field cannot be accepted, or there are too many cases
   */
  @Transactional
  public Optional<Long> recallAllOf(String partnerId, String reason, String by) {
    Entered recall = new Entered(Action.RECALL.name(), null, null, null, null, Selection.Entered.ofPartner(partnerId),
        reason, mostCases);
    return selected(recall, orders.read(recall)).isEmpty() ? Optional.empty() : Optional.of(order(recall, by));
  }

  Optional<Shown> find(long batchId) {
    return batches.find(batchId).map(this::shown);
  }

  /** The newest first. */
  List<Shown> newest(int page, int size) {
    return batches.newest(page, size).stream().map(this::shown).toList();
  }

  long count() {
    return batches.count();
  }

  /** @param outcome null for all */
  List<Item> report(long batchId, @Nullable Outcome outcome, int page, int size) {
    return batches.items(batchId, outcome, page, size);
  }

  long count(long batchId, @Nullable Outcome outcome) {
    return batches.count(batchId, outcome);
  }

  private List<CaseState> selected(Entered entered, BatchOrder order) {
    if (entered.select() == null) {
      throw new InvalidInputException("select", "name at least one filter");
    }
    List<CaseState> selected = states.selected(entered.select().checked(), order, mostCases + 1);
    if (selected.size() > mostCases) {
      throw new InvalidInputException("select", "more than " + mostCases + " cases; narrow it down");
    }
    return selected;
  }

  private static List<Sum> sums(List<CaseState> cases) {
    return cases.stream().collect(Collectors.groupingBy(CaseState::currency)).entrySet().stream()
        .map(each -> new Sum(each.getKey(), each.getValue().size(),
            total(each.getKey(), each.getValue().stream().map(CaseState::overdue)),
            total(each.getKey(), each.getValue().stream().map(CaseState::outstanding))))
        .sorted(Comparator.comparing(Sum::currency)).toList();
  }

  private static BigDecimal total(String currency, Stream<BigDecimal> amounts) {
    return Money.inScaleOf(currency, amounts.reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static PreviewedCase previewed(CaseState state, BatchOrder order) {
    Optional<Refusal> refusal = state.refusalOf(order);
    return new PreviewedCase(state.caseNumber(), state.stage(), state.status().name(), state.daysPastDue(),
        state.currency(), Money.inScaleOf(state.currency(), state.overdue()),
        Money.inScaleOf(state.currency(), state.outstanding()), state.collector(),
        refusal.map(Refusal::name).orElse(null), refusal.map(Refusal::words).orElse(null));
  }

  private Shown shown(CaseBatch batch) {
    Progress progress = batches.progress(batch.batchId());
    BatchOrder order = batch.order();
    return new Shown(batch.batchId(), order.action(), order.hold(), order.until(), order.toStage(), order.toCollector(),
        read(batch.selection()), batch.reason(), batch.orderedBy(), batch.orderedAt(), batch.engineBatchId(),
        status(batch, progress), progress.total(), progress.done(), progress.refused(), progress.failed(),
        progress.last());
  }

  private Status status(CaseBatch batch, Progress progress) {
    if (progress.isFinished()) {
      return Status.FINISHED;
    }
    State state = engine.stateOf(Objects.requireNonNull(batch.engineBatchId()));
    return switch (state) {
      case WORKING -> Status.RUNNING;
      case SUSPENDED -> Status.SUSPENDED;
      case RESTING -> Status.STOPPED;
    };
  }

  private String written(Selection.Entered select) {
    try {
      return json.writeValueAsString(select);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private JsonNode read(String select) {
    try {
      return json.readTree(select);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
