package io.remit.process.decision;

import io.remit.offer.WaiverLimits;
import io.remit.offer.WaiverPolicy;
import io.remit.process.CaseModel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision {@code waiver-limits}. */
@Component
class WaiverLimitsDecision implements WaiverPolicy {

  private final DecisionTables tables;

  WaiverLimitsDecision(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public WaiverLimits limitsFor(Question question) {
    Map<String, Object> row = tables.row(CaseModel.WAIVER_DECISION, Map.of("stage", question.stage().name(),
        "feesShare", question.feesShare(), "interestShare", question.interestShare(),
        "principalShare", question.principalShare(), "waivedAmount", question.waivedAmount()));
    return new WaiverLimits(Boolean.TRUE.equals(row.get("approval")), DecisionTables.number(row, "longestValidDays"),
        DecisionTables.number(row, "graceDays"));
  }
}
