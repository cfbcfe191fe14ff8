package io.remit.process;

import io.remit.outsourcing.Partner;
import io.remit.outsourcing.PartnerChoice;
import java.math.BigDecimal;
import java.util.List;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the decision {@code partners-for-case}. */
@Component
class PartnerDecision implements PartnerChoice {

  private final DecisionService decisions;

  PartnerDecision(@Lazy DecisionService decisions) {
    this.decisions = decisions;
  }

  @Override
  public List<Partner> partnersFor(String country, BigDecimal overdue) {
    return decisions.evaluateDecisionTableByKey(CaseModel.PARTNERS_DECISION)
        .variables(Variables.putValue("country", country).putValue("overdueAmount", overdue)).evaluate()
        .getResultList().stream()
        .map(row -> new Partner((String) row.get("partnerId"), (String) row.get("partnerName"))).toList();
  }
}
