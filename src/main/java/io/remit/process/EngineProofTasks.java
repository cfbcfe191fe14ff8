package io.remit.process;

import io.remit.eventlog.ProofTasks;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code case-proof.bpmn}; the number of the proof is the business key. */
@Component
class EngineProofTasks implements ProofTasks {

  private final RuntimeService runtime;

  EngineProofTasks(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void ask(String proofNumber) {
    runtime.startProcessInstanceByKey(CaseModel.CASE_PROOF, proofNumber);
  }

  @Override
  public void over(String proofNumber) {
    runtime.createProcessInstanceQuery().processDefinitionKey(CaseModel.CASE_PROOF)
        .processInstanceBusinessKey(proofNumber).active().list().forEach(waiting ->
            runtime.createMessageCorrelation(CaseModel.MATTER_CHANGED).processInstanceId(waiting.getId()).correlate());
  }
}
