package io.remit.process.story;

import io.remit.cases.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.core.NestedExceptionUtils;

/** A legal and an outsourcing officer who decide as soon as they are asked: placements are approved. */
class Officers {

  static final String PARTNER = "agency1";

  private final ProcessEngine engine;
  private final String suits;

  /** @param suits what becomes of reviews for court */
  Officers(ProcessEngine engine, String suits) {
    this.engine = engine;
    this.suits = suits;
  }

  void decideAll() {
    decide("task_review_court_case", Worker.LEGAL_OFFICER, Map.of("outcome", suits));
    decide("task_approve_placement", Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", PARTNER));
  }

  private void decide(String taskKey, Worker officer, Map<String, Object> fields) {
    for (Task task : engine.getTaskService().createTaskQuery().taskDefinitionKey(taskKey).list()) {
      engine.getIdentityService().setAuthentication(officer.id(), List.of(officer.group()));
      try {
        engine.getFormService().submitTaskForm(task.getId(), fields);
      } catch (ProcessEngineException refused) {
        if (!(NestedExceptionUtils.getMostSpecificCause(refused) instanceof InvalidInputException)) {
          throw refused;
        }
      } finally {
        engine.getIdentityService().clearAuthentication();
      }
    }
  }
}
