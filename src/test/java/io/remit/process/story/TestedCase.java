package io.remit.process.story;

import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.MatterKey;
import io.remit.contact.ContactAttempt;
import io.remit.hold.Hold;
import io.remit.hold.HoldRequest;
import io.remit.promise.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/** One case as a test looks at it and works it. */
public final class TestedCase {

  private final CaseWorld world;
  private final String caseNumber;
  private final ProcessInstance process;

  public TestedCase(CaseWorld world, String caseNumber) {
    this.world = world;
    this.caseNumber = caseNumber;
    this.process = runtime().createProcessInstanceQuery().processInstanceId(cases().processOf(caseNumber))
        .singleResult();
  }

  public String number() {
    return caseNumber;
  }

  public CollectionCase facts() {
    return cases().get(caseNumber);
  }

  /** The case's process, as it was when it was first seen: it can be asked after its end, too. */
  public ProcessInstance process() {
    return process;
  }

  /** The running process of this kind that the case called. */
  public ProcessInstance called(String key) {
    return runtime().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).processDefinitionKey(key)
        .singleResult();
  }

  /** The running process of this kind beside the case, of one of its matters. */
  public ProcessInstance matter(String key) {
    return runtime().createProcessInstanceQuery().processInstanceBusinessKeyLike(caseNumber + "-%")
        .processDefinitionKey(key).singleResult();
  }

  /** When each waiting job of the case and of what it called falls due, by the element that it belongs to. */
  public Map<String, Instant> dueDates() {
    return world.dueDates(jobs());
  }

  /** The same of one process beside the case. */
  public Map<String, Instant> dueDates(ProcessInstance matter) {
    return world.dueDates(matter);
  }

  /** The waiting jobs of the case and of what it called. */
  public List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    runtime().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list()
        .forEach(running -> jobs.addAll(world.jobs(running)));
    return jobs;
  }

  public Job job(String elementId) {
    return jobs().stream().filter(job -> world.elementOf(job).equals(elementId)).findFirst()
        .orElseThrow(() -> new AssertionError("no job waits at " + elementId + " but at " + dueDates().keySet()));
  }

  /** The one open task of the case and its matters; null if there is none. */
  public Task task() {
    return tasks().singleResult();
  }

  /** The open task at an element, where the case or its matters have several. */
  public Task task(String key) {
    return tasks().taskDefinitionKey(key).singleResult();
  }

  private TaskQuery tasks() {
    return world.engine.getTaskService().createTaskQuery().or().processInstanceBusinessKey(caseNumber)
        .processInstanceBusinessKeyLike(caseNumber + "-%").endOr().initializeFormKeys();
  }

  /** The open task's element and due date: {@code task_call_debtor 2007-09-03T20:00:00Z}; "none" if there is none. */
  public String openTask() {
    Task task = task();
    return task == null ? "none" : task.getTaskDefinitionKey() + " " + task.getDueDate().toInstant();
  }

  /** Sends the open task's form, as Tasklist does. */
  public void submit(Worker worker, Map<String, Object> fields) {
    submit(worker, task(), fields);
  }

  /** Sends the form of one of several open tasks. */
  public void submit(Worker worker, Task task, Map<String, Object> fields) {
    world.submit(worker, task, fields);
  }

  public void submit(Worker worker, String outcome) {
    submit(worker, Map.of("outcome", outcome));
  }

  public void submitPromise(Worker worker, String amount, String date) {
    submit(worker, Map.of("outcome", "PROMISED", "promiseAmount", amount, "promiseDate", date));
  }

  /** The attempts to reach the debtor, oldest first. */
  public List<ContactAttempt> contacts() {
    List<ContactAttempt> attempts = new ArrayList<>(world.contacts.ofCase(caseNumber));
    Collections.reverse(attempts);
    return attempts;
  }

  /** The messages that went out, oldest first: {@code 2007-09-03T09:00:00Z SMS overdue-sms}. */
  public List<String> messages() {
    return contacts().stream().filter(attempt -> attempt.template() != null && attempt.sentAt() != null)
        .map(attempt -> attempt.sentAt() + " " + attempt.channel() + " " + attempt.template()).toList();
  }

  /** What the timeline says under one type, oldest first: text, and data where there is any. */
  public List<String> timeline(String type) {
    return world.timeline.of(caseNumber).stream().filter(event -> event.type().equals(type))
        .map(event -> event.data() == null ? event.text() : event.text() + ": " + event.data()).toList();
  }

  public List<Promise> promises() {
    return world.promises.ofCase(caseNumber);
  }

  /** A supervisor puts the case on hold, to be looked at on a day. */
  public MatterKey hold(Hold.Reason reason, String reviewOn) {
    return world.holds.raise(new HoldRequest(caseNumber, reason, null, "supervisor1", LocalDate.parse(reviewOn), null))
        .orElseThrow();
  }

  public List<Hold> holds() {
    return world.holds.ofCase(caseNumber);
  }

  private CaseRepository cases() {
    return world.cases;
  }

  private RuntimeService runtime() {
    return world.engine.getRuntimeService();
  }
}
