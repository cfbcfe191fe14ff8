package io.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.database.PostgresDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Who owed an amount before the creditor's books had a day owes the same afterwards, on both databases. */
@Tag("long")
class BooksUpgradeTest {

  @Test
  void onH2() {
    assertBalancesStay("jdbc:h2:mem:" + UUID.randomUUID(), "sa");
  }

  @Test
  void onPostgres() {
    try (PostgresDatabase postgres = PostgresDatabase.create()) {
      assertBalancesStay(postgres.url(), postgres.user());
    }
  }

  private static void assertBalancesStay(String url, String user) {
    SingleConnectionDataSource dataSource = new SingleConnectionDataSource(url, user, "", true);
    try {
      Flyway.configure().dataSource(dataSource).target("20").load().migrate();
      JdbcClient database = JdbcClient.create(dataSource);
      insertOldData(database);

      Flyway.configure().dataSource(dataSource).load().migrate();

      NamedParameterJdbcTemplate rows = new NamedParameterJdbcTemplate(dataSource);
      AccountRepository accounts = new AccountRepository(database, rows);
      LedgerRepository entries = new LedgerRepository(database, rows);
      Ledger ledger = new Ledger(entries, accounts, new WaitingOrderRepository(database),
          Clock.fixed(Instant.parse("2026-03-03T09:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC, 5);
      ledger.recompute("A1");
      Account after = accounts.find("A1").orElseThrow();
      assertThat(after.outstandingAmount()).isEqualByComparingTo("88.00");
      assertThat(after.overdueAmount()).isEqualByComparingTo("48.00");
      assertThat(after.uncertainUntil()).isNull();
      assertThat(entries.ofAccount("A1")).filteredOn(entry -> entry.type().isOwn())
          .extracting(entry -> entry.reference() + " " + entry.inBooks().from())
          .containsExactly("W1 2026-03-02", "F1 null");
      assertThat(accounts.find("A2").orElseThrow().nextDueAmount()).as("fell due as a whole").isEqualTo("50.00");
    } finally {
      dataSource.destroy();
    }
  }

  /** A statement of 2 March over EUR 100.00, taken in after four entries; two entries more since. */
  private static void insertOldData(JdbcClient database) {
    database.sql("""
        insert into debtor (debtor_id, debtor_type, name, time_zone, owns_property)
        values ('D1', 'PERSON', 'Xu Diaz', 'Etc/UTC', false)
        """).update();
    database.sql("""
        insert into account (account_number, debtor_id, product, currency, snapshot_outstanding, snapshot_overdue,
          snapshot_date, snapshot_entry_id, outstanding_amount, overdue_amount, oldest_due_date, seen_in_run,
          match_number)
        values ('A1', 'D1', 'LOAN', 'EUR', 100, 60, '2026-03-02', 4, 88, 48, '2026-01-15', 1, 'A1'),
               ('A2', 'D1', 'LOAN', 'EUR', 50, 0, '2026-03-02', 4, 50, 0, '2026-03-10', 1, 'A2')
        """).update();
    database.sql("""
        insert into ledger_entry (account_number, type, reference, amount, currency, value_date, booked_at)
        values ('A1', 'PAYMENT', 'P1', 5, 'EUR', '2026-02-20', '2026-02-20 09:00:00+00'),
               ('A1', 'WAIVER', 'W1', 7, 'EUR', '2026-02-21', '2026-02-21 09:00:00+00'),
               ('A1', 'PAYMENT', 'P2', 9, 'EUR', '2026-03-02', '2026-03-02 08:00:00+00'),
               ('A1', 'SNAPSHOT', null, 100, 'EUR', '2026-03-02', '2026-03-02 09:00:00+00'),
               ('A1', 'PAYMENT', 'P3', 15, 'EUR', '2026-03-02', '2026-03-02 10:00:00+00'),
               ('A1', 'FEE', 'F1', 3, 'EUR', '2026-03-03', '2026-03-03 08:00:00+00')
        """).update();
  }
}
