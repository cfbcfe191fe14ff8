package io.remit.process;

import io.remit.cases.CaseRepository;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives a new task its card, its view of the case and, for a call, the collector who works the debtor. */
@Component
class PrepareTask implements TaskListener {

  static final String CASE_VIEW = "caseView";

  private final TaskCards cards;
  private final CaseRepository cases;
  private final OneCollectorPerDebtor oneCollector;

  PrepareTask(TaskCards cards, CaseRepository cases, OneCollectorPerDebtor oneCollector) {
    this.cards = cards;
    this.cases = cases;
    this.oneCollector = oneCollector;
  }

  @Override
  public void notify(DelegateTask task) {
    String caseNumber = CaseModel.caseOf(task.getExecution());
    task.setVariablesLocal(cards.variablesFor(caseNumber));
    task.setVariableLocal(CASE_VIEW, CaseViewValue.of(task.getExecution().getProcessBusinessKey(), task.getTaskDefinitionKey()));
    if (task.getTaskDefinitionKey().equals(CaseModel.CALL_TASK)) {
      String collector = oneCollector.whoWorksTheDebtorOf(task).orElse(cases.get(caseNumber).collector());
      if (collector != null) {
        task.setAssignee(collector);
      }
    }
  }
}
