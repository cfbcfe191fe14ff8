package io.remit.process.decision;

import io.remit.approval.ApprovalPolicy;
import io.remit.process.CaseModel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision {@code approval-limits}. */
@Component
class ApprovalLimitsDecision implements ApprovalPolicy {

  private final DecisionTables tables;

  ApprovalLimitsDecision(DecisionTables tables) {
    this.tables = tables;
  }

  /** What the table does not clearly leave to one person is decided by two. */
  @Override
  public boolean needsApproval(Question question) {
    Map<String, Object> row = tables.row(CaseModel.APPROVAL_DECISION, Map.of("kind", question.kind().name(),
        "currency", question.currency(), "amount", question.amount(), "share", question.share(),
        "aloneToday", question.aloneToday()));
    return !Boolean.FALSE.equals(row.get("approval"));
  }
}
