package io.remit.process.decision;

import io.remit.intake.Closing.LeftOut;
import io.remit.intake.CompleteFilePolicy;
import io.remit.process.CaseModel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision {@code complete-file-limits}. */
@Component
class CompleteFileDecision implements CompleteFilePolicy {

  private final DecisionTables tables;

  CompleteFileDecision(DecisionTables tables) {
    this.tables = tables;
  }

  /** What the table does not clearly leave to the file is decided by a person. */
  @Override
  public boolean asksAPerson(LeftOut leftOut) {
    Map<String, Object> row = tables.row(CaseModel.COMPLETE_FILE_DECISION, Map.of("openAccounts",
        leftOut.openAccounts(), "leftOut", leftOut.leftOut(), "share", leftOut.share()));
    return !Boolean.FALSE.equals(row.get("approval"));
  }
}
