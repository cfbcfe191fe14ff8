package io.remit.figures;

import io.remit.PartOfRemit;
import io.remit.cases.BusinessCalendar;
import io.remit.clock.TestClock;
import io.remit.figures.UnitCosts.Kind;
import io.remit.figures.UnitCosts.UnitCost;
import io.remit.files.DocumentPrinter;
import io.remit.node.DatabaseTime;
import io.remit.partner.RegisterForTests;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The snapshots and the figures on a database, without the rest of Remit. Not annotated as a configuration, so that no
 * other application finds it.
 */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class})
@Import({SnapshotRepository.class, DailySnapshot.class, BusinessCalendar.class, FigureQuery.class,
    FigureDatabase.class, DatabaseTime.class, Figures.class,
    StockFigures.class, FlowFigures.class, MoneyFigures.class, PartnerFigures.class,
    CostFigures.class, PriceList.class, RegisterForTests.class, CommissionStatements.class, DocumentPrinter.class})
class SnapshotWorld {

  /** Starts it on an empty database in memory, or on the one that the settings name. */
  static ConfigurableApplicationContext start(int batch, String... settings) {
    return PartOfRemit.start(SnapshotWorld.class,
        Stream.concat(Stream.of("remit.figures.snapshot-batch=" + batch), Stream.of(settings)).toArray(String[]::new));
  }

  static ConfigurableApplicationContext startOn(String postgresUrl, int batch) {
    return start(batch, "spring.datasource.url=" + postgresUrl,
        "spring.datasource.username=postgres");
  }

  @Bean
  TestClock clock() {
    return TestClock.at("2007-09-09T12:00:00Z");
  }

  /** A piece costs 1 until 14 September 2007 and 2 from then on; a letter is not priced. */
  @Bean
  UnitCosts costs() {
    UnitCost first = new UnitCost(BigDecimal.ONE, LocalDate.EPOCH);
    UnitCost second = new UnitCost(new BigDecimal("2"), LocalDate.parse("2007-09-15"));
    return (kind, currency) -> kind == Kind.LETTER ? List.of() : List.of(second, first);
  }

  /** Cases C1, C2, ... of EUR 100 each, 20 days past due on 2007-09-09. */
  static void addCases(JdbcClient database, int count) {
    for (int number = 1; number <= count; number++) {
      addCase(database, number);
    }
  }

  /**
   * A case that a partner has from a moment until another, for a share of what comes in.
   *
   * @param to null if it has the case still
   * @param percent null if nothing was agreed
   */
  static void place(JdbcClient database, String caseNumber, String partner, String from, String to,
      String reason, String percent) {
    database.sql("""
        insert into placement (case_number, status, partner_id, decided_by, decided_at, placed_at, ended_at, end_reason)
        values (:case, :status, :partner, 'outsourcing1', cast(:from as timestamp with time zone),
          cast(:from as timestamp with time zone), cast(:to as timestamp with time zone), :reason)
        """).param("case", caseNumber).param("status", to == null ? "PLACED" : "ENDED")
        .param("partner", partner).param("from", from).param("to", to).param("reason", reason).update();
    database.sql("""
        insert into placement_batch (partner_id, business_day, number_of_day, status, key_fingerprint, term_ends,
          composed_at)
        values (:partner, date '2007-09-03', (select count(*) + 1 from placement_batch), 'DELIVERED', 'ABCD',
          date '2008-09-03', cast(:from as timestamp with time zone))
        """).param("partner", partner).param("from", from).update();
    database.sql("""
        insert into placement_batch_case (batch_id, placement_id, currency, outstanding_amount, overdue_amount,
          days_past_due, commission_percent)
        select (select max(batch_id) from placement_batch), max(placement_id), 'EUR', 100, 100, 19,
               cast(:percent as numeric(5, 2))
          from placement
        """).param("percent", percent).update();
  }

  private static void addCase(JdbcClient database, int number) {
    List.of("""
        insert into debtor (debtor_id, debtor_type, name, time_zone, owns_property, region)
        values ('D' || :n, 'PERSON', 'Xu Diaz', 'Etc/UTC', false, 'DE-BE')
        """, """
        insert into collection_case (case_number, debtor_id, currency, status, stage, base_due_date, opened_at)
        values ('C' || :n, 'D' || :n, 'EUR', 'OPEN', 'MESSAGE', date '2007-08-20',
          timestamp with time zone '2007-09-01 12:00:00+00')
        """, """
        insert into account (account_number, match_number, debtor_id, case_number, product, currency,
        snapshot_outstanding,
          snapshot_overdue, snapshot_date, snapshot_entry_id, outstanding_amount, overdue_amount, oldest_due_date,
          seen_in_run)
        values ('A' || :n, 'A' || :n, 'D' || :n, 'C' || :n, 'LOAN', 'EUR', 100, 100, date '2007-09-01', 0, 100, 100,
          date '2007-08-20', 1)
        """).forEach(sql -> database.sql(sql).param("n", String.valueOf(number)).update());
  }
}
