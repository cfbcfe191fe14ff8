package io.remit.process;

import io.remit.cases.CaseProcess;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.InvalidInputException;
import io.remit.contact.ConversationOutcome;
import io.remit.contact.conversation.ConversationProcess;
import io.remit.contact.conversation.ConversationReport;
import io.remit.hold.Hold.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Takes reports through {@code call-debtor.bpmn} and {@code visit-debtor.bpmn}, as if their forms had been sent. */
@Component
class EngineConversationProcess implements ConversationProcess {

  /** What is found where the debtor lives, also by who carries letters there. */
  private static final Set<String> OF_VISITS = Set.of(ConversationOutcome.NOBODY_MET.name(),
      ConversationOutcome.MOVED_AWAY.name());
  /** A robot that reached nobody leaves a collector's call where it is. */
  private static final Set<String> OF_NOBODY = Set.of(ConversationOutcome.NOT_REACHED.name(),
      ConversationOutcome.THIRD_PARTY.name());
  /** Where both drawings go on behind the form. */
  private static final String BEHIND_FORM = "which_outcome";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final CaseRepository cases;
  private final CaseProcess caseProcess;
  private final ReportsUnderWay reports;
  private final CurrentUser user;

  EngineConversationProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, CaseRepository cases,
      CaseProcess caseProcess, ReportsUnderWay reports, CurrentUser user) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.cases = cases;
    this.caseProcess = caseProcess;
    this.reports = reports;
    this.user = user;
  }

  @Override
  public void follow(String caseNumber, ConversationReport report) {
    boolean visit = isOfVisits(report);
    String model = visit ? CaseModel.VISIT : CaseModel.CALL;
    String taskKey = visit ? CaseModel.VISIT_TASK : CaseModel.CALL_TASK;
    boolean endsOpenOne = report.channel() == Channel.CALL || report.channel() == Channel.VISIT
        || !visit && !OF_NOBODY.contains(report.result().outcome());
    Task task = openTask(caseNumber, taskKey).filter(open -> endsOpenOne)
        .orElseGet(() -> begin(caseNumber, model, taskKey));
    complete(task, report);
    redate(caseNumber);
  }

  @Override
  public void goOnAfter(String caseNumber, ConversationReport report, Optional<Reason> reasonToPause) {
    ProcessInstantiationBuilder behindTheForm = runtime.createProcessInstanceByKey(
        isOfVisits(report) ? CaseModel.VISIT : CaseModel.CALL).businessKey(caseNumber).startBeforeActivity(BEHIND_FORM)
        .setVariable(CaseModel.OUTCOME, Variables.stringValue(report.result().outcome(), true));
    reasonToPause.ifPresent(reason ->
        behindTheForm.setVariable(CaseModel.HOLD_REASON, Variables.stringValue(reason.name(), true)));
    withAllRights(behindTheForm::execute);
    redate(caseNumber);
  }

  private static boolean isOfVisits(ConversationReport report) {
    return report.channel() == Channel.VISIT || OF_VISITS.contains(report.result().outcome());
  }

  /** What was not open ends beside the case's own process, which waits by what the case knew before. */
  private void redate(String caseNumber) {
    cases.find(caseNumber).filter(current -> current.status() == Status.OPEN)
        .ifPresent(current -> caseProcess.redate(caseNumber));
  }

  private Optional<Task> openTask(String caseNumber, String taskKey) {
    return withAllRights(() -> tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(taskKey)
        .active().list()).stream().findFirst();
  }

  /** Each step is a command of its own: what one has made is found by the next. */
  private <T> T withAllRights(Supplier<T> step) {
    return user.actingAs(user.id(), step);
  }

  private Task begin(String caseNumber, String model, String taskKey) {
    String instance = withAllRights(() -> runtime.startProcessInstanceByKey(model, caseNumber).getId());
    return withAllRights(() -> tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(taskKey)
        .singleResult());
  }

  private void complete(Task task, ConversationReport report) {
    Map<String, Object> outcome = Map.of(CaseModel.OUTCOME, Variables.stringValue(report.result().outcome(), true));
    try {
      user.actingAs(report.actor(), () -> {
        reports.during(report, () -> tasks.complete(task.getId(), outcome));
        return null;
      });
    } catch (ProcessEngineException failure) {
      throw Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
          .filter(InvalidInputException.class::isInstance).map(RuntimeException.class::cast).findFirst()
          .orElse(failure);
    }
  }
}
