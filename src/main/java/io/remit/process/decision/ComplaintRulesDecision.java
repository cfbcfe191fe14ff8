package io.remit.process.decision;

import io.remit.complaint.ComplaintPolicy;
import io.remit.process.CaseModel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision {@code complaint-rules}. */
@Component
class ComplaintRulesDecision implements ComplaintPolicy {

  private final DecisionTables tables;

  ComplaintRulesDecision(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public int answerDays(boolean aboutPerson) {
    return DecisionTables.number(tables.row(CaseModel.COMPLAINT_DECISION, Map.of("aboutPerson", aboutPerson)),
        "answerDays");
  }
}
