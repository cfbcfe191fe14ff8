package io.remit.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.clock.TestClock;
import io.remit.database.PostgresDatabase;
import io.remit.files.CsvPage;
import io.remit.partner.PartnerRegister;
import io.remit.partner.PartnersForTests;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a September cost and brought by hand, at {@link SnapshotWorld#costs} and a tenth for a partner. */
@Tag("long")
class CostFiguresTest {

  private ConfigurableApplicationContext application;
  private JdbcClient database;
  private Figure figure;
  private Scope september;

  @Test
  void onH2() {
    try (ConfigurableApplicationContext world = SnapshotWorld.start(10)) {
      lookAtSeptember(world);
    }
  }

  @Test
  void onPostgres() {
    try (PostgresDatabase postgres = PostgresDatabase.create();
        ConfigurableApplicationContext world = SnapshotWorld.startOn(postgres.url(), 10)) {
      lookAtSeptember(world);
    }
  }

  private void lookAtSeptember(ConfigurableApplicationContext world) {
    application = world;
    database = world.getBean(JdbcClient.class);
    world.getBean(TestClock.class).set("2007-10-01T12:00:00Z");
    Figures figures = world.getBean(Figures.class);
    figure = figures.named("cost-to-collect").orElseThrow();
    september = figures.scope(figure, new Figures.Question("2007-09-01", "2007-09-30", null, null, null));
    assertThat(rows()).as("nothing at all").isEmpty();

    fill();

    assertThat(rows()).containsExactly("MESSAGE CALL EUR 3 0 4.0000 0.00 0.0200 null",
        "MESSAGE LETTER EUR 1 1 0.0000 0.00 0.0000 null",
        "OUTSOURCING COMMISSION EUR 3 0 10.0000 0.00 0.0500 null",
        "TELEPHONE PAYMENT EUR 0 0 0.0000 200.00 0.0000 0.0000",
        "TELEPHONE SMS EUR 1 0 1.0000 0.00 0.0050 0.0050", "TELEPHONE SMS USD 1 0 2.0000 0.00 null null");
    assertThat(cases("CALL")).containsExactly("C1 2.0000", "C2 2.0000");
    assertThat(cases("COMMISSION")).containsExactly("C1 10.0000");
  }

  private void fill() {
    SnapshotWorld.addCases(database, 4);
    application.getBean(DailySnapshot.class).closeDaysBefore(LocalDate.parse("2007-10-02"));
    database.sql("update collection_case set currency = 'USD' where case_number = 'C4'").update();
    attempt(1, "MESSAGE", "CALL", "2007-09-10 09:00:00+00");
    attempt(1, "MESSAGE", "CALL", "2007-09-14 23:59:59+00");
    attempt(2, "MESSAGE", "CALL", "2007-09-15 00:00:00+00");
    attempt(3, "MESSAGE", "LETTER", "2007-09-10 09:00:00+00");
    attempt(3, "TELEPHONE", "SMS", "2007-09-10 09:00:00+00");
    attempt(4, "TELEPHONE", "SMS", "2007-09-20 09:00:00+00");
    attempt(4, "TELEPHONE", "SMS", "2007-08-31 23:59:59+00");
    database.sql("""
        insert into stage_stay (case_number, stage, entered_at, left_at) values ('C1', 'TELEPHONE',
          timestamp with time zone '2007-09-02 00:00:00+00', timestamp with time zone '2007-09-28 00:00:00+00')
        """).update();
    application.getBean(PartnerRegister.class).register("agency1", PartnersForTests.agency(), "outsourcing1");
    SnapshotWorld.place(database, "C1", "agency1", "2007-09-12 09:00:00+00", null, null, "10");
    booked("PAYMENT", "BEFORE-PLACED", null, 100, "2007-09-11 12:00:00+00");
    booked("PAYMENT", "STAYS", null, 100, "2007-09-13 12:00:00+00");
    booked("PAYMENT", "GOES-BACK", null, 40, "2007-09-14 12:00:00+00");
    booked("CHARGEBACK", "WENT-BACK", "GOES-BACK", 40, "2007-09-20 12:00:00+00");
  }

  private void attempt(int number, String stage, String channel, String at) {
    database.sql("""
        insert into contact_attempt (case_number, debtor_id, stage, channel, status, actor, allowed, planned_at,
          sent_at)
        values ('C' || :n, 'D' || :n, :stage, :channel, 'DELIVERED', 'remit', true,
          cast(:at as timestamp with time zone), cast(:at as timestamp with time zone))
        """).param("n", String.valueOf(number)).param("stage", stage).param("channel", channel).param("at", at)
        .update();
  }

  private void booked(String type, String reference, String reverses, int amount, String at) {
    database.sql("""
        insert into ledger_entry (account_number, type, reference, reverses, amount, currency, value_date, booked_at,
          booking_date, booking_date_told)
        values ('A1', :type, :reference, :reverses, :amount, 'EUR', date '2007-09-10',
          cast(:at as timestamp with time zone), date '2007-09-10', true)
        """).param("type", type).param("reference", reference).param("reverses", reverses).param("amount", amount)
        .param("at", at).update();
  }

  private List<String> rows() {
    return application.getBean(FigureQuery.class).rows(figure, september, CsvPage.MOST_ROWS).stream()
        .map(row -> Stream.of("stage", "kind", "currency", "pieces", "unpriced", "cost", "collected",
            "cost_to_collect", "in_stage")
            .map(column -> String.valueOf(row.get(column))).collect(Collectors.joining(" "))).toList();
  }

  private List<String> cases(String kind) {
    return application.getBean(FigureQuery.class).cases(figure, september, Map.of("kind", kind), null, 0, 10).stream()
        .map(row -> row.get("case_number") + " " + row.get("cost")).toList();
  }
}
