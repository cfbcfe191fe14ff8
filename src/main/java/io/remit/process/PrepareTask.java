package io.remit.process;

import io.remit.cases.CaseRepository;
import io.remit.division.Roster;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Gives a new task its card, its view of the case and, for a call, the collector who works the debtor, else the one who
 * works the case if he is there.
 */
@Component
class PrepareTask implements TaskListener {

  static final String CASE_VIEW = "caseView";

  private final TaskCards cards;
  private final CaseRepository cases;
  private final Roster roster;
  private final OneCollectorPerDebtor oneCollector;

  PrepareTask(TaskCards cards, CaseRepository cases, Roster roster, OneCollectorPerDebtor oneCollector) {
    this.cards = cards;
    this.cases = cases;
    this.roster = roster;
    this.oneCollector = oneCollector;
  }

  @Override
  public void notify(DelegateTask task) {
    String caseNumber = CaseModel.caseOf(task.getExecution());
    task.setVariablesLocal(cards.variablesFor(caseNumber));
    task.setVariableLocal(CASE_VIEW, CaseViewValue.of(task.getExecution().getProcessBusinessKey(),
        task.getTaskDefinitionKey()));
    if (task.getTaskDefinitionKey().equals(CaseModel.CALL_TASK)) {
      String collector = oneCollector.whoWorksTheDebtorOf(task).orElse(cases.get(caseNumber).collector());
      if (collector != null && roster.isThere(collector)) {
        task.setAssignee(collector);
      }
    }
  }
}
