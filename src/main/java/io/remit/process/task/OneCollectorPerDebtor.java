package io.remit.process.task;

import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorRepository;
import io.remit.cases.InvalidInputException;
import io.remit.process.CaseModel;
import io.remit.process.CurrentUser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Keeps the calls to one debtor in one hand. A debtor with several cases may have several calls open at once; as long
 * as one of them is somebody's, nobody else can take or complete another. Who hands one over hands over all.
 */
@Component
public class OneCollectorPerDebtor {

  private final TaskService tasks;
  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final CurrentUser user;

  OneCollectorPerDebtor(@Lazy TaskService tasks, CaseRepository cases, DebtorRepository debtors, CurrentUser user) {
    this.tasks = tasks;
    this.cases = cases;
    this.debtors = debtors;
    this.user = user;
  }

  /**
   * Somebody's call to a debtor.
   *
   * @param collector user id
   */
  public record OtherCall(String taskId, String caseNumber, String collector) {
  }

  /**
   * A call of another case of the same debtor that is somebody else's.
   *
   * @param collector user id of who works or wants to work the case
   */
  public Optional<OtherCall> callOfAnother(String caseNumber, String collector) {
    return callsInOtherCases(caseNumber).stream().filter(other -> !other.collector().equals(collector)).findFirst();
  }

  /** Who works another call to the debtor of a call; others who ask at the same time wait for this transaction. */
  public Optional<String> whoWorksTheDebtorOf(DelegateTask call) {
    lockDebtorOf(call);
    return callsInOtherCases(CaseModel.caseOf(call.getExecution())).stream().map(OtherCall::collector).findFirst();
  }

  /**
   * A call has got another collector.
   *
   * @throws InvalidInputException if they took it themselves, and another call to the debtor is somebody else's
   */
  void assigned(DelegateTask call) {
    lockDebtorOf(call);
    String collector = call.getAssignee();
    if (collector.equals(user.id())) {
      mayWork(call, collector);
    } else {
      callsInOtherCases(CaseModel.caseOf(call.getExecution())).stream()
          .filter(other -> !other.collector().equals(collector))
          .forEach(other -> tasks.setAssignee(other.taskId(), collector));
    }
  }

  /** @throws InvalidInputException if another call to the debtor is somebody else's */
  public void mayWork(DelegateTask call, String collector) {
    callOfAnother(CaseModel.caseOf(call.getExecution()), collector).ifPresent(other -> {
      throw new InvalidInputException("task", "the debtor is called by somebody else in case " + other.caseNumber()
          + "; a supervisor can hand it over");
    });
  }

  private void lockDebtorOf(DelegateTask call) {
    cases.find(CaseModel.caseOf(call.getExecution())).map(CollectionCase::debtorId)
        .filter(debtor -> cases.openOf(debtor).size() > 1).ifPresent(debtors::lock);
  }

  /** Those that are somebody's. */
  private List<OtherCall> callsInOtherCases(String caseNumber) {
    return cases.find(caseNumber).stream().flatMap(current -> cases.openOf(current.debtorId()).stream())
        .filter(number -> !number.equals(caseNumber)).flatMap(this::callsIn).toList();
  }

  private Stream<OtherCall> callsIn(String caseNumber) {
    // whether it is somebody's is asked of the task: one that was just assigned is not in the database yet
    return tasks.createTaskQuery().taskDefinitionKey(CaseModel.CALL_TASK).processInstanceBusinessKey(caseNumber).list()
        .stream().filter(call -> call.getAssignee() != null)
        .map(call -> new OtherCall(call.getId(), caseNumber, call.getAssignee()));
  }
}
