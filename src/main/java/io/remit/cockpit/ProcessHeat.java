package io.remit.cockpit;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cockpit.ElementHistory.Ended;
import io.remit.cockpit.ElementHistory.Lasting;
import io.remit.files.SpreadsheetFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The heat map of a process: where its cases passed, where they wait, and how long. All versions count together. */
@RestController
@RequestMapping("/api/processes/{key}/heat")
@Tag(name = "Processes")
class ProcessHeat {

  private static final int LONGEST_PERIOD_YEARS = 10;
  private static final List<String> COLUMNS = List.of("element", "name", "within", "type", "cases", "passages",
      "median_seconds", "p90_seconds", "waiting", "waiting_median_seconds", "waiting_p90_seconds");

  private final RepositoryService models;
  private final ElementHistory history;
  private final BusinessCalendar calendar;

  ProcessHeat(RepositoryService models, ElementHistory history, BusinessCalendar calendar) {
    this.models = models;
    this.history = history;
    this.calendar = calendar;
  }

  /**
   * A heat map.
   *
   * @param from the first day, in the creditor's zone
   * @param to the last day
   * @param at when it was made: what waits waits then, whatever the period
   */
  record Heat(String process, String name, LocalDate from, LocalDate to, Instant at, List<Element> elements) {
  }

  /**
   * One element of the newest version, or of an older one that the newest has not any more.
   *
   * @param name null if it has none, or is of an older version
   * @param within the name of the sub-process that it is in, such as a stage; null if it is in none
   * @param type such as {@code userTask}; null if it is of an older version
   * @param cases how many left it in the period
   * @param passages how often it was left: a case can come again
   * @param medianSeconds what half of those stays did not exceed; null if there were none
   * @param p90Seconds what nine of ten of those did not exceed
   * @param waiting how many are there now
   * @param waitingMedianSeconds what half of those do not exceed by now; null if there are none
   * @param waitingP90Seconds what nine of ten of those do not exceed by now
   */
  record Element(String id, @Nullable String name, @Nullable String within, @Nullable String type, long cases,
      long passages, @Nullable Long medianSeconds, @Nullable Long p90Seconds, long waiting,
      @Nullable Long waitingMedianSeconds, @Nullable Long waitingP90Seconds) {

    private static Element of(FlowNode node, @Nullable Ended ended, @Nullable Lasting lasting) {
      String within = node.getParentElement() instanceof SubProcess outer ? outer.getName() : null;
      return of(node.getId(), node.getName(), within, node.getElementType().getTypeName(), ended, lasting);
    }

    private static Element ofOlderVersion(String id, @Nullable Ended ended, @Nullable Lasting lasting) {
      return of(id, null, null, null, ended, lasting);
    }

    private static Element of(String id, @Nullable String name, @Nullable String within, @Nullable String type,
        @Nullable Ended ended, @Nullable Lasting lasting) {
      return new Element(id, name, within, type, ended == null ? 0 : ended.cases(), ended == null ? 0 : ended.stays(),
          ended == null ? null : ended.medianSeconds(), ended == null ? null : ended.p90Seconds(),
          lasting == null ? 0 : lasting.stays(), lasting == null ? null : lasting.medianSeconds(),
          lasting == null ? null : lasting.p90Seconds());
    }

    private List<Object> cells() {
      return Arrays.asList(id, name, within, type, cases, passages, medianSeconds, p90Seconds, waiting,
          waitingMedianSeconds, waitingP90Seconds);
    }
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "How many cases passed each element in a period, how many wait there now, and how long; all "
      + "versions; to: today, from: a month before, unless given")
  Heat heat(@PathVariable String key, @RequestParam(required = false) String from,
      @RequestParam(required = false) String to) {
    ProcessDefinition newest =
        models.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult();
    if (newest == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such process");
    }
    LocalDate lastDay = to == null ? calendar.today() : EnteredText.date("to", to);
    LocalDate firstDay = from == null ? lastDay.minusMonths(1) : EnteredText.date("from", from);
    if (lastDay.isAfter(calendar.today())) {
      throw new InvalidInputException("to", "is ahead of today");
    }
    if (firstDay.isAfter(lastDay)) {
      throw new InvalidInputException("from", "is after " + lastDay);
    }
    if (firstDay.isBefore(lastDay.minusYears(LONGEST_PERIOD_YEARS))) {
      throw new InvalidInputException("from", "is more than ten years before " + lastDay);
    }
    Instant now = calendar.now();
    Map<String, Ended> ended =
        history.ended(key, calendar.startOf(firstDay), calendar.startOf(lastDay.plusDays(1)));
    return new Heat(key, newest.getName(), firstDay, lastDay, now,
        elements(newest, ended, history.lasting(key, now)));
  }

  @GetMapping(produces = "text/csv")
  ResponseEntity<String> csv(@PathVariable String key, @RequestParam(required = false) String from,
      @RequestParam(required = false) String to) {
    Heat heat = heat(key, from, to);
    return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"" + heat.process() + ".csv\"")
        .body(SpreadsheetFile.of(COLUMNS, heat.elements().stream().map(Element::cells)));
  }

  /** In the order of the model, then those that only older versions had. */
  private List<Element> elements(ProcessDefinition newest, Map<String, Ended> ended, Map<String, Lasting> lasting) {
    List<Element> elements = new ArrayList<>();
    Set<String> others = new LinkedHashSet<>(ended.keySet());
    others.addAll(lasting.keySet());
    models.getBpmnModelInstance(newest.getId()).getModelElementsByType(Process.class).stream()
        .flatMap(process -> nodes(process.getFlowElements())).forEach(node -> {
          elements.add(Element.of(node, ended.get(node.getId()), lasting.get(node.getId())));
          others.remove(node.getId());
        });
    others.stream().sorted()
        .forEach(id -> elements.add(Element.ofOlderVersion(id, ended.get(id), lasting.get(id))));
    return elements;
  }

  private static Stream<FlowNode> nodes(Collection<FlowElement> elements) {
    return elements.stream().filter(FlowNode.class::isInstance).map(FlowNode.class::cast)
        .flatMap(node -> node instanceof SubProcess inner
            ? Stream.concat(Stream.of(node), nodes(inner.getFlowElements())) : Stream.of(node));
  }
}
