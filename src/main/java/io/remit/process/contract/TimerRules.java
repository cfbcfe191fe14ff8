package io.remit.process.contract;

import io.remit.model.ModelExpression;
import io.remit.model.ModelRule;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Time in the models: absolute dates, all from one bean. */
final class TimerRules implements FileRules {

  @Override
  public void check(ReadModel read, Findings found) {
    read.process().ifPresent(model -> {
      String file = read.name();
      for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class)) {
        String event = ((org.camunda.bpm.model.bpmn.instance.BaseElement) timer.getParentElement()).getId();
        found.unless(!(timer.getParentElement() instanceof StartEvent), file, event, ModelRule.TIMER_STARTS_NOTHING,
            "it starts by a timer");
        if (timer.getTimeCycle() != null || timer.getTimeDuration() != null) {
          found.add(file, event, ModelRule.TIMER_ASKS_AGING, "it has a cycle or a duration");
          continue;
        }
        String date = timer.getTimeDate() == null ? "" : timer.getTimeDate().getTextContent();
        found.unless(ModelExpression.of(date) instanceof ModelExpression.Call call && call.bean().equals("aging"),
            file, event,
            ModelRule.TIMER_ASKS_AGING, "its date is " + (date.isBlank() ? "missing" : date.strip()));
      }
    });
  }
}
