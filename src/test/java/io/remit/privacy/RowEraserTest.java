package io.remit.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.audit.seal.TrailErasure;
import io.remit.audit.seal.TwoRoles;
import io.remit.database.PostgresDatabase;
import io.remit.database.RemitTables;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each table has a row of a debtor, and each column something of the debtor, before the erasure; none after. */
@Tag("long")
class RowEraserTest {

  private static final String DEBTOR = "K-778812345";
  private static final String ACCOUNT = "AC/778812345.1";
  private static final String NAME = "Zo\u00eb O'Quickbeam-\u674e";
  private static final List<String> TELLING = List.of(DEBTOR, "778812345", "quickbeam", "Zo\u00eb", "\u674e", "AC/77");

  private final Inventory inventory = new Inventory();

  private JdbcClient jdbc;
  private HeldRows rows;

  private void onH2(Consumer<DataSource> test) {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    test.accept(database);
    JdbcClient.create(database).sql("shutdown").update();
  }

  private void onPostgres(Consumer<DataSource> test) {
    try (PostgresDatabase database = PostgresDatabase.create()) {
      test.accept(database.dataSource());
    }
  }

  @Test
  void nothingOfTheDebtorIsLeftInAnyTable() {
    onH2(this::makeAndErase);
  }

  @Test
  void nothingOfTheDebtorIsLeftInAnyTableOfPostgres() {
    onPostgres(this::makeAndErase);
  }

  @Test
  void nothingIsLeftWhereRemitMayNotChangeTheTrailItself() {
    try (TwoRoles database = new TwoRoles("erasing")) {
      database.migrate();
      eraseEverything(database.superuser(), database.running());
    }
  }

  private void begin(DataSource database) {
    jdbc = JdbcClient.create(database);
    rows = new HeldRows(inventory);
    jdbc.sql("""
        insert into partner (partner_id, name, kind, places, products, fields_of_law, capacity, channels, data_fields,
          registered_on, changed_by, changed_at)
        values ('X', 'Agency', 'AGENCY', '', '', '', 0, '', '', current_date, 'remit', current_timestamp)
        """).update();
    jdbc.sql("insert into own_booking (own_reference, booked_on) values ('OWN-1', current_date)").update();
    jdbc.sql("insert into regional_rule (region, from_on, until_on, stops, reason, created_at, created_by)"
        + " values ('X', current_date, current_date, 'ALL', 'X', current_timestamp, 'remit')").update();
  }

  private void fill(String debtorId, String account, String caseNumber, String tells) {
    new FilledTables(jdbc, inventory, debtorId, account, caseNumber, tells).fill();
  }

  private void makeAndErase(DataSource database) {
    RemitTables.makeIn(database);
    eraseEverything(database, database);
  }

  private void eraseEverything(DataSource database, DataSource running) {
    begin(database);
    fill(DEBTOR, ACCOUNT, "C100001", NAME + " " + DEBTOR + " " + ACCOUNT);
    HeldDataRepository held = new HeldDataRepository(jdbc, rows);
    DebtorKeys keys = held.keysOf(DEBTOR);
    assertThat(inventory.tablesAboutDebtors())
        .allSatisfy(table -> assertThat(held.of(table, keys)).as("rows of %s", table.name()).isNotEmpty());
    assertThat(EveryTable.with(jdbc, TELLING)).as("places before").hasSizeGreaterThan(100);
    Map<String, Object> sums = EveryTable.sums(jdbc);

    new RowEraser(JdbcClient.create(running), inventory, rows, TrailErasure.on(running, Clock.systemUTC()))
        .erase(keys, Pseudonyms.of(keys), "supervisor1");

    assertThat(EveryTable.with(jdbc, TELLING)).isEmpty();
    assertThat(EveryTable.sums(jdbc)).isEqualTo(sums);
  }
}
