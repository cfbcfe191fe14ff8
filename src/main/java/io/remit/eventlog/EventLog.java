package io.remit.eventlog;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.MatterKey;
import io.remit.eventlog.LoggedCase.Event;
import io.remit.eventlog.LoggedCase.LoggedObject;
import io.remit.eventlog.ModelNode.Kind;
import io.remit.eventlog.ModelNode.Needs;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what happened to every case as a log that other programs read. */
@Component
public class EventLog {

  private static final int BATCH = 200;
  private static final Map<String, String> OF_CALLED = Map.of("placement", "placement", "court-case", "court case");

  private final CaseFactsRepository cases;
  private final LoggedFacts facts;
  private final PassedSteps passed;
  private final BusinessCalendar calendar;
  private final AtOneMoment atOneMoment;

  EventLog(CaseFactsRepository cases, LoggedFacts facts, PassedSteps passed, BusinessCalendar calendar,
      AtOneMoment atOneMoment) {
    this.cases = cases;
    this.facts = facts;
    this.passed = passed;
    this.calendar = calendar;
    this.atOneMoment = atOneMoment;
  }

  /** Takes one case after the other. */
  interface Reader {

    void take(LoggedCase one) throws IOException;
  }

  /** Writes all cases as XES (IEEE 1849-2016), a trace for each case. */
  public void writeXes(OutputStream target) throws IOException {
    XesWriter writer = new XesWriter(target);
    read(calendar.now(), writer::write);
    writer.end();
  }

  /** Writes all cases as OCEL 2.0 in JSON: events, and the objects that they are about. */
  public void writeOcel(OutputStream target) throws IOException {
    Instant until = calendar.now();
    OcelWriter writer = new OcelWriter(target);
    read(until, one -> writer.events(one.events()));
    writer.beginObjects();
    read(until, one -> writer.objects(one.objects()));
    writer.end();
  }

  /** The cases that were opened until a moment, as each is when it is read. */
  private void read(Instant until, Reader reader) throws IOException {
    for (List<String> batch = cases.all("", BATCH); !batch.isEmpty();
        batch = cases.all(batch.get(batch.size() - 1), BATCH)) {
      List<String> some = batch;
      for (LoggedCase one : atOneMoment.read(() -> logged(some))) {
        if (!one.objects().get(0).since().isAfter(until)) {
          reader.take(one);
        }
      }
    }
  }

  private Collection<LoggedCase> logged(List<String> caseNumbers) {
    Map<String, LoggedCase> told = facts.of(caseNumbers);
    Map<String, List<ProcessTrace>> traces = passed.of(caseNumbers).stream().collect(
        Collectors.groupingBy(trace -> MatterKey.caseNumberIn(trace.businessKey())));
    return told.values().stream().map(one -> {
      List<Event> events = new ArrayList<>(one.events());
      traces.getOrDefault(one.caseNumber(), List.of())
          .forEach(trace -> trace.steps().forEach(step -> add(events, one, trace, step)));
      events.sort(Comparator.comparing(Event::at));
      return new LoggedCase(one.caseNumber(), events, one.objects());
    }).toList();
  }

  private void add(List<Event> events, LoggedCase one, ProcessTrace trace, PassedStep step) {
    ModelNode node = passed.graph(step.definitionId()).find(step.elementId()).orElse(null);
    if (node != null && isLogged(node)) {
      Map<String, String> about = about(one, trace);
      String actor = node.needs() == Needs.TASK ? "staff" : "remit";
      boolean lasts = step.ended() == null || !step.ended().equals(step.began());
      if (lasts) {
        events.add(new Event(step.id() + ":start", step.began(), node.label(), "start", trace.model(), node.id(), actor,
            about));
      }
      if (step.ended() != null) {
        events.add(new Event(step.id() + ":end", step.ended(), node.label(),
            step.cancelled() ? "ate_abort" : "complete", trace.model(), node.id(), actor, about));
      }
    }
  }

  /** What only leads from one step to another is none. */
  private static boolean isLogged(ModelNode node) {
    boolean named = node.name() != null && !node.name().isBlank();
    return node.kind() != Kind.CHOICE && node.kind() != Kind.PARALLEL
        && (named || node.kind() != Kind.START && node.kind() != Kind.END);
  }

  private static Map<String, String> about(LoggedCase one, ProcessTrace trace) {
    Map<String, String> about = new LinkedHashMap<>(Map.of(one.caseNumber(), "case"));
    one.objects().stream().filter(object -> object.id().equals(trace.businessKey()) && object.partOf() != null
            || isCalledFor(object, trace))
        .forEach(object -> about.put(object.id(), object.type()));
    return about;
  }

  private static boolean isCalledFor(LoggedObject object, ProcessTrace trace) {
    return object.type().equals(OF_CALLED.get(trace.model())) && !object.since().isBefore(trace.began())
        && isUntil(object.since(), trace.ended());
  }

  private static boolean isUntil(Instant moment, @Nullable Instant end) {
    return end == null || !moment.isAfter(end);
  }
}
