package io.remit.process.engine;

import io.remit.cases.CaseLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds the cases that are open and whose process somebody deleted, whether or not anything happens to them. */
@Component
public class LostCases {

  private static final int MOST_AT_ONCE = 1000;

  private final JdbcClient jdbc;
  private final CaseLifecycle lifecycle;

  LostCases(JdbcClient jdbc, CaseLifecycle lifecycle) {
    this.jdbc = jdbc;
    this.lifecycle = lifecycle;
  }

  @Scheduled(initialDelayString = "${remit.cases.lost-check:10m}", fixedDelayString = "${remit.cases.lost-check:10m}")
  public void look() {
    jdbc.sql("""
        select c.case_number from collection_case c
          left join act_ru_execution e on e.id_ = c.process_instance_id
          left join case_follow_up f on f.debtor_id = c.debtor_id and f.currency = c.currency
         where c.status <> 'CLOSED' and e.id_ is null and f.debtor_id is null
         order by c.case_number limit :limit
        """).param("limit", MOST_AT_ONCE).query(String.class).list().forEach(lifecycle::noteIfLost);
  }
}
