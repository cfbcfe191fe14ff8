package io.remit.outsourcing;

import io.remit.ledger.Amount;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The terms of placements. */
@Repository
class PlacementTermsRepository {

  private final JdbcClient jdbc;

  PlacementTermsRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps the terms of the placement that a case is in now, unless it has some.
   *
   * @param percent of what comes in; null if none was agreed
   */
  void keepFirst(String caseNumber, long daysPastDue, Amount placed, @Nullable BigDecimal percent) {
    jdbc.sql("""
        insert into placement_terms (placement_id, days_past_due, amount, currency, percent)
        select p.placement_id, cast(:days as integer), cast(:amount as numeric(19, 4)), :currency,
               cast(:percent as numeric(5, 2))
          from placement p
         where p.case_number = :case and p.status = 'PLACED'
           and not exists (select 1 from placement_terms t where t.placement_id = p.placement_id)
        """).param("days", daysPastDue).param("amount", placed.value()).param("currency", placed.currency())
        .param("percent", percent).param("case", caseNumber).update();
  }
}
