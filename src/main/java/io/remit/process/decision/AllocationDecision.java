package io.remit.process.decision;

import io.remit.ledger.Allocation;
import io.remit.ledger.AllocationOrder;
import io.remit.process.CaseModel;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the decision {@code allocation-order}. */
@Component
class AllocationDecision implements AllocationOrder {

  private final DecisionService decisions;

  AllocationDecision(@Lazy DecisionService decisions) {
    this.decisions = decisions;
  }

  /** @throws IllegalArgumentException if the decision names a part that there is not */
  @Override
  public List<Allocation.Part> forProduct(String product) {
    String order = decisions.evaluateDecisionTableByKey(CaseModel.ALLOCATION_DECISION)
        .variables(Variables.putValue("product", product)).evaluate().getSingleResult().getEntry("order");
    return Arrays.stream(order.split(",")).map(String::strip).map(Allocation.Part::valueOf).toList();
  }
}
