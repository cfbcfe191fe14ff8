package io.remit.process.task;

import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import io.remit.process.CaseModel;
import io.remit.process.CurrentUser;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Writes each completed task down, whatever its model says: after the model's own listener has accepted the form. */
public class OutcomeAudit extends AbstractBpmnParseListener implements TaskListener {

  private final Supplier<AuditTrail> audit;
  private final Supplier<CurrentUser> user;

  /** @param audit like the user, asked for at the first task: the listener is made before they can be */
  public OutcomeAudit(Supplier<AuditTrail> audit, Supplier<CurrentUser> user) {
    this.audit = audit;
    this.user = user;
  }

  @Override
  public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
    ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
        .addTaskListener(TaskListener.EVENTNAME_COMPLETE, this);
  }

  @Override
  public void notify(DelegateTask task) {
    Object outcome = task.getExecution().getVariable(CaseModel.OUTCOME);
    audit.get().record(Kind.OUTCOME, user.get().id(), CaseModel.caseOf(task.getExecution()),
        task.getTaskDefinitionKey() + (outcome == null ? "" : " " + outcome));
  }
}
