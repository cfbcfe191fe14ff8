package io.remit.process.decision;

import io.remit.ledger.Amount;
import io.remit.outsourcing.Partner;
import io.remit.outsourcing.PartnerChoice;
import io.remit.process.CaseModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision {@code partners-for-case}. */
@Component
class PartnerDecision implements PartnerChoice {

  private final DecisionTables tables;

  PartnerDecision(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Partner> partnersFor(String country, Amount overdue) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("country", country);
    facts.put("overdueAmount", overdue);
    return tables.rows(CaseModel.PARTNERS_DECISION, facts).stream()
        .map(row -> new Partner((String) row.get("partnerId"), (String) row.get("partnerName"))).toList();
  }
}
