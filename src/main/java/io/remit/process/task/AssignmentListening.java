package io.remit.process.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Gives every task of people {@link TaskAssigned} and {@link TaskChanged}, also in the versions of models that are
 * older than they.
 */
@Component
class AssignmentListening extends AbstractProcessEnginePlugin {

  private final ObjectProvider<TaskAssigned> taskAssigned;

  /** @param taskAssigned asked for at the first assignment: the engine is made before it can be */
  AssignmentListening(ObjectProvider<TaskAssigned> taskAssigned) {
    this.taskAssigned = taskAssigned;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> listeners =
        new ArrayList<>(Optional.ofNullable(engine.getCustomPreBPMNParseListeners()).orElse(List.of()));
    listeners.add(new AbstractBpmnParseListener() {

      @Override
      public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT,
            task -> taskAssigned.getObject().notify(task));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, new TaskChanged());
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE,
            task -> taskAssigned.getObject().mayComplete(task));
      }
    });
    engine.setCustomPreBPMNParseListeners(listeners);
  }
}
