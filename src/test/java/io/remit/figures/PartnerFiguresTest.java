package io.remit.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.clock.TestClock;
import io.remit.database.PostgresDatabase;
import io.remit.files.CsvPage;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import io.remit.partner.PartnersForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What partners bring and earn, against what is counted by hand. */
@Tag("long")
class PartnerFiguresTest {

  private ConfigurableApplicationContext application;
  private JdbcClient database;
  private Figures figures;

  @Test
  void onH2() throws IOException {
    try (ConfigurableApplicationContext world = SnapshotWorld.start(10)) {
      look(world);
    }
  }

  @Test
  void onPostgres() throws IOException {
    try (PostgresDatabase postgres = PostgresDatabase.create();
        ConfigurableApplicationContext world = SnapshotWorld.startOn(postgres.url(), 10)) {
      look(world);
    }
  }

  private void look(ConfigurableApplicationContext world) throws IOException {
    application = world;
    database = world.getBean(JdbcClient.class);
    figures = world.getBean(Figures.class);
    SnapshotWorld.addCases(database, 5);
    List.of("update collection_case set currency = 'USD' where case_number = 'C4'",
        "update account set currency = 'USD' where account_number = 'A4'",
        "update collection_case set currency = 'JPY' where case_number = 'C5'",
        "update account set currency = 'JPY' where account_number = 'A5'")
        .forEach(sql -> database.sql(sql).update());
    world.getBean(DailySnapshot.class).closeDaysBefore(LocalDate.parse("2007-09-10"));
    world.getBean(TestClock.class).set("2007-12-20T12:00:00Z");
    fill();

    anyPaymentWhileAPartnerHasTheCaseIsTheirs();
    liquidationRunsFromThePlacement();
    aStatementHasEachBookingOfItsMonth();
    deletionsAreMissingUntilTheyCome();
    evaluationsAreDueAYearAfterTheLast();
  }

  private void deletionsAreMissingUntilTheyCome() {
    database.sql("""
        insert into deletion_proof (placement_id, partner_id, case_number, asked_at, due_on, status, recorded_at)
        select placement_id, partner_id, case_number, ended_at, cast(ended_at as date) + 14,
               case when end_reason = 'RETURNED' then 'CONFIRMED' else 'MISSING' end,
               case when end_reason = 'RETURNED' then timestamp with time zone '2007-10-30 10:00:00+00' end
          from placement where ended_at is not null
        """).update();
    String[] columns = {"partner", "proofs_asked", "proofs_missing", "proofs_late"};
    assertThat(rows("partner-deletions", "2007-10-01", "2007-10-23", columns)).as("due that day")
        .containsExactly("agency1 1 1 0");
    assertThat(rows("partner-deletions", "2007-10-01", "2007-10-24", columns)).containsExactly("agency1 1 1 1");
    assertThat(rows("partner-deletions", "2007-10-01", "2007-12-18", columns)).as("one came, the other is late")
        .containsExactly("agency1 2 1 1");
  }

  private void fill() {
    PartnerRegister register = application.getBean(PartnerRegister.class);
    register.register("agency1", PartnersForTests.agency(), "outsourcing1");
    register.register("agency2", PartnersForTests.agency(), "outsourcing1");
    // agency1 has C1 for two months at 25 %, C2 to this day at 10 %, C4 in dollars at 33.33 %, C5 in yen at 10 %
    place("C1", "agency1", "2007-09-09 10:00:00+00", "2007-11-09 10:00:00+00", "RECALLED", "25");
    place("C2", "agency1", "2007-09-09 10:00:00+00", null, null, "10");
    place("C4", "agency1", "2007-09-09 10:00:00+00", "2007-10-09 10:00:00+00", "RETURNED", "33.33");
    place("C5", "agency1", "2007-09-09 10:00:00+00", null, null, "10");
    // agency2 got C1 when it had come back, and no row of its schedule fits
    place("C1", "agency2", "2007-11-10 10:00:00+00", null, null, null);
    booked(1, "EUR", "PAYMENT", "BEFORE", null, "40", "2007-09-07 12:00:00+00");
    booked(1, "EUR", "PAYMENT", "FIRST", null, "30.02", "2007-09-20 12:00:00+00");
    booked(1, "EUR", "PAYMENT", "GOES-BACK", null, "20", "2007-10-31 12:00:00+00");
    booked(1, "EUR", "CHARGEBACK", "WENT-BACK", "GOES-BACK", "20", "2007-11-20 12:00:00+00");
    booked(1, "EUR", "PAYMENT", "BETWEEN", null, "5", "2007-11-09 18:00:00+00");
    booked(1, "EUR", "PAYMENT", "AFTER-RECALL", null, "7", "2007-11-10 12:00:00+00");
    booked(1, "EUR", "REVERSAL", "BEFORE-BACK", "BEFORE", "40", "2007-10-01 12:00:00+00");
    booked(2, "EUR", "PAYMENT", "SECOND", null, "50", "2007-11-30 23:30:00+00");
    booked(4, "USD", "PAYMENT", "DOLLARS", null, "10.01", "2007-10-01 12:00:00+00");
    booked(5, "JPY", "PAYMENT", "YEN", null, "15", "2007-10-01 12:00:00+00");
    complaint(1, "2007-09-07 12:00:00+00");
    complaint(1, "2007-09-30 12:00:00+00");
    complaint(2, "2007-12-19 12:00:00+00");
  }

  private void anyPaymentWhileAPartnerHasTheCaseIsTheirs() {
    String[] columns = {"partner", "currency", "placements", "ended", "recalled", "given_back", "complaints",
        "outstanding", "net", "commission", "net_back", "recovery"};
    // EUR: 30.02 + 20 - 20 + 50 = 80.02; 25 % of 30.02 = 7.505, 10 % of 50 = 5
    assertThat(rows("partners", "2007-09-01", "2007-12-19", columns)).containsExactly(
        "agency1 EUR 2 1 1 0 2 200.00 80.02 12.5050 67.5150 0.4001",
        "agency1 JPY 1 0 0 0 0 100 15 1.5000 13.5000 0.1500",
        "agency1 USD 1 1 0 1 0 100.00 10.01 3.3363 6.6737 0.1001",
        "agency2 EUR 1 0 0 0 0 0.00 7.00 0.0000 7.0000 null");
    // until October the chargeback of November is not known, nor what was paid in November
    assertThat(rows("partners", "2007-09-01", "2007-10-31", columns)).contains(
        "agency1 EUR 2 0 0 0 1 200.00 50.02 12.5050 37.5150 0.2501");
    assertThat(rows("partners", "2007-10-01", "2007-10-31", columns)).as("placed then").isEmpty();
  }

  private void liquidationRunsFromThePlacement() {
    // within a month of 9 September 30.02; within two the same, for the 20 went back; within three 50 more
    assertThat(rows("partner-liquidation", "2007-09-01", "2007-12-19", "partner", "months", "currency", "outstanding",
        "net", "liquidation")).filteredOn(row -> row.startsWith("agency1") && row.contains("EUR")).containsExactly(
            "agency1 1 EUR 200.00 30.02 0.1501", "agency1 2 EUR 200.00 30.02 0.1501",
            "agency1 3 EUR 200.00 80.02 0.4001");
    assertThat(rows("partner-liquidation", "2007-09-01", "2007-10-31", "partner", "months", "currency", "net"))
        .as("only whole months").filteredOn(row -> row.contains("EUR")).containsExactly("agency1 1 EUR 30.02");
  }

  private void aStatementHasEachBookingOfItsMonth() throws IOException {
    CommissionStatements statements = application.getBean(CommissionStatements.class);
    assertThat(statements.lines("agency1", YearMonth.of(2007, 9))).extracting(PartnerFiguresTest::told)
        .containsExactly("2007-09-20 C1 EUR 30.02 7.51");
    assertThat(statements.lines("agency1", YearMonth.of(2007, 10))).extracting(PartnerFiguresTest::told)
        .containsExactly("2007-10-01 C4 USD 10.01 3.34", "2007-10-01 C5 JPY 15 2", "2007-10-31 C1 EUR 20.00 5.00");
    List<CommissionStatements.Line> november = statements.lines("agency1", YearMonth.of(2007, 11));
    assertThat(november).extracting(PartnerFiguresTest::told).containsExactly("2007-11-20 C1 EUR -20.00 -5.00",
        "2007-11-30 C2 EUR 50.00 5.00");
    assertThat(CommissionStatements.sums(november)).singleElement().satisfies(sum -> {
      assertThat(sum.amount()).isEqualByComparingTo("30");
      assertThat(sum.commission()).isEqualByComparingTo("0");
      assertThat(sum.left()).isEqualByComparingTo("30");
    });
    assertThat(statements.lines("agency2", YearMonth.of(2007, 11))).extracting(PartnerFiguresTest::told)
        .as("no share was agreed").containsExactly("2007-11-10 C1 EUR 7.00 0.00");
    assertThat(statements.lines("agency1", YearMonth.of(2008, 1))).isEmpty();

    Partner agency = application.getBean(PartnerRegister.class).get("agency1");
    byte[] pdf = statements.print(agency, YearMonth.of(2007, 10));
    assertThat(pdf).as("the same facts, the same file").isEqualTo(statements.print(agency, YearMonth.of(2007, 10)));
    Files.write(Files.createDirectories(Path.of("target", "statements")).resolve("october.pdf"), pdf);
    try (PDDocument read = Loader.loadPDF(pdf)) {
      assertThat(read.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(read)).contains("First Collection Agency (agency1)", "2007-10", "33.33",
          "3.34", "JPY", "C5").doesNotContain("Xu Diaz", "The month is not over");
    }
    try (PDDocument read = Loader.loadPDF(statements.print(agency, YearMonth.of(2007, 12)))) {
      assertThat(new PDFTextStripper().getText(read)).contains("The month is not over", "Nothing was booked");
    }
  }

  private void evaluationsAreDueAYearAfterTheLast() {
    application.getBean(TestClock.class).set("2009-01-20T12:00:00Z");
    assertThat(rows("partner-evaluations", "2008-11-01", "2008-12-18", "partner", "registered", "evaluations_due"))
        .containsExactly("agency1 1 0", "agency2 1 0");
    assertThat(rows("partner-evaluations", "2008-12-01", "2008-12-19", "partner", "registered", "evaluations_due"))
        .as("registered on 20 December 2007, in a leap year").containsExactly("agency1 1 1", "agency2 1 1");
  }

  private static String told(CommissionStatements.Line line) {
    return line.booked() + " " + line.caseNumber() + " " + line.currency() + " " + line.amount() + " "
        + line.commission();
  }

  private List<String> rows(String name, String from, String to, String... columns) {
    Figure figure = figures.named(name).orElseThrow();
    Scope scope = figures.scope(figure, new Figures.Question(from, to, null, null, null));
    return application.getBean(FigureQuery.class).rows(figure, scope, CsvPage.MOST_ROWS).stream()
        .map(row -> Stream.of(columns).map(row::get).map(String::valueOf).collect(Collectors.joining(" "))).toList();
  }

  private void place(String caseNumber, String partner, String from, String to, String reason, String percent) {
    SnapshotWorld.place(database, caseNumber, partner, from, to, reason, percent);
  }

  private void booked(int number, String currency, String type, String reference, String reverses, String amount,
      String at) {
    database.sql("""
        insert into ledger_entry (account_number, type, reference, reverses, amount, currency, value_date, booked_at,
          booking_date, booking_date_told)
        values ('A' || :n, :type, :reference, :reverses, cast(:amount as numeric(19, 4)), :currency,
          date '2007-09-10', cast(:at as timestamp with time zone), date '2007-09-10', true)
        """).param("n", String.valueOf(number)).param("type", type).param("reference", reference)
        .param("reverses", reverses).param("amount", amount).param("currency", currency).param("at", at).update();
  }

  private void complaint(int number, String at) {
    database.sql("""
        insert into complaint (case_number, words, taken_at, taken_by, answer_by)
        values ('C' || :n, 'rude', cast(:at as timestamp with time zone), 'supervisor1', date '2007-10-10')
        """).param("n", String.valueOf(number)).param("at", at).update();
  }
}
