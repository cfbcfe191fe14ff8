package io.remit.process;

import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.contact.ContactAttempt;
import io.remit.hold.Hold;
import io.remit.promise.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** One case as a test looks at it and works it. */
final class TestedCase {

  private final CaseWorld world;
  private final String caseNumber;
  private final ProcessInstance process;

  TestedCase(CaseWorld world, String caseNumber) {
    this.world = world;
    this.caseNumber = caseNumber;
    this.process = runtime().createProcessInstanceQuery().processInstanceId(cases().processOf(caseNumber))
        .singleResult();
  }

  String number() {
    return caseNumber;
  }

  CollectionCase facts() {
    return cases().get(caseNumber);
  }

  /** The case's process, as it was when it was first seen: it can be asked after its end, too. */
  ProcessInstance process() {
    return process;
  }

  /** The running process of this kind that the case called. */
  ProcessInstance called(String key) {
    return runtime().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).processDefinitionKey(key)
        .singleResult();
  }

  /** When each waiting job of the case and of what it called falls due, by the element that it belongs to. */
  Map<String, Instant> dueDates() {
    Map<String, Instant> dueDates = new TreeMap<>();
    for (Job job : jobs()) {
      dueDates.put(elementOf(job), job.getDuedate().toInstant());
    }
    return dueDates;
  }

  /** The waiting jobs of the case and of what it called. */
  List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    runtime().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().forEach(running ->
        jobs.addAll(world.engine.getManagementService().createJobQuery().processInstanceId(running.getId()).list()));
    return jobs;
  }

  Job job(String elementId) {
    return jobs().stream().filter(job -> elementOf(job).equals(elementId)).findFirst()
        .orElseThrow(() -> new AssertionError("no job waits at " + elementId + " but at " + dueDates().keySet()));
  }

  private String elementOf(Job job) {
    return world.engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId())
        .singleResult().getActivityId();
  }

  /** The open task of the case; null if there is none. */
  Task task() {
    return world.engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).initializeFormKeys()
        .singleResult();
  }

  /** The open task's element and due date: {@code task_call_debtor 2007-09-03T20:00:00Z}; "none" if there is none. */
  String openTask() {
    Task task = task();
    return task == null ? "none" : task.getTaskDefinitionKey() + " " + task.getDueDate().toInstant();
  }

  /** Sends the open task's form, as Tasklist does. */
  void submit(Worker worker, Map<String, Object> fields) {
    world.engine.getIdentityService().setAuthentication(worker.id(), List.of(worker.group()));
    try {
      world.engine.getFormService().submitTaskForm(task().getId(), fields);
    } finally {
      world.engine.getIdentityService().clearAuthentication();
    }
  }

  void submit(Worker worker, String outcome) {
    submit(worker, Map.of("outcome", outcome));
  }

  void submitPromise(Worker worker, String amount, String date) {
    submit(worker, Map.of("outcome", "PROMISED", "promiseAmount", amount, "promiseDate", date));
  }

  /** The attempts to reach the debtor, oldest first. */
  List<ContactAttempt> contacts() {
    List<ContactAttempt> attempts = new ArrayList<>(world.contacts.ofCase(caseNumber));
    Collections.reverse(attempts);
    return attempts;
  }

  /** The messages that went out, oldest first: {@code 2007-09-03T09:00:00Z SMS overdue-sms}. */
  List<String> messages() {
    return contacts().stream().filter(attempt -> attempt.template() != null && attempt.sentAt() != null)
        .map(attempt -> attempt.sentAt() + " " + attempt.channel() + " " + attempt.template()).toList();
  }

  /** What the timeline says under one type, oldest first: text, and data where there is any. */
  List<String> timeline(String type) {
    return world.timeline.of(caseNumber).stream().filter(event -> event.type().equals(type))
        .map(event -> event.data() == null ? event.text() : event.text() + ": " + event.data()).toList();
  }

  List<Promise> promises() {
    return world.promises.ofCase(caseNumber);
  }

  List<Hold> holds() {
    return world.holds.ofCase(caseNumber);
  }

  private CaseRepository cases() {
    return world.cases;
  }

  private RuntimeService runtime() {
    return world.engine.getRuntimeService();
  }
}
