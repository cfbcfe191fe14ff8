package io.remit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.NameWords;
import io.remit.database.PostgresDatabase;
import io.remit.ledger.MatchNumber;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Accounts and debtors that were known before numbers were looked up by their digits are found as new ones are. */
@Tag("long")
class MatchingMigrationTest {

  private static final List<String> NUMBERS =
      List.of("L-100017", "00012", "DE/BER/00077", "A 1.2_3", "ABC-D", "000", "2026000000020190014");

  @Test
  void onH2() {
    knownNumbersGetTheirKeys("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa");
  }

  @Test
  void onPostgres() {
    try (PostgresDatabase database = PostgresDatabase.create()) {
      knownNumbersGetTheirKeys(database.url(), "postgres");
    }
  }

  private static void knownNumbersGetTheirKeys(String url, String user) {
    Flyway.configure().dataSource(url, user, "").target("20").load().migrate();
    JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, user, ""));
    for (String number : NUMBERS) {
      jdbc.sql("""
          insert into debtor (debtor_id, debtor_type, name, time_zone, owns_property)
          values (:number, 'PERSON', :name, 'UTC', false)
          """).param("number", number).param("name", "Zo\u00eb M\u00fc\u00dfig").update();
      jdbc.sql("""
          insert into account (account_number, match_number, debtor_id, product, currency, snapshot_outstanding,
            snapshot_overdue, snapshot_date, snapshot_entry_id, outstanding_amount, overdue_amount, oldest_due_date,
            seen_in_run)
          values (:number, :old, :number, 'LOAN', 'EUR', 1, 1, date '2026-01-01', 0, 1, 1, date '2026-01-01', 1)
          """).param("number", number).param("old", MatchNumber.of(number)).update();
    }

    Flyway.configure().dataSource(url, user, "").load().migrate();

    List<Map<String, Object>> rows = jdbc.sql("""
        select a.account_number, a.match_number, d.match_number as of_debtor, d.match_name
          from account a join debtor d on d.debtor_id = a.debtor_id
        """).query().listOfRows();
    assertThat(rows).hasSameSizeAs(NUMBERS).allSatisfy(row -> {
      String key = MatchNumber.key((String) row.get("account_number"));
      assertThat(row.get("match_number")).isEqualTo(key);
      assertThat(row.get("of_debtor")).isEqualTo(key.matches("[0-9]+") ? key : "");
      assertThat(row.get("match_name")).isEqualTo(NameWords.of("Zo\u00eb M\u00fc\u00dfig").key())
          .isEqualTo("mussig zo");
    });
  }
}
