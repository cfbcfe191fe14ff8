package io.remit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.remit.batch.BatchOrder.Action;
import io.remit.batch.CaseBatch.Item;
import io.remit.batch.CaseBatch.Outcome;
import io.remit.batch.CaseState.Placement;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Stage;
import io.remit.database.PostgresDatabase;
import io.remit.hold.Hold;
import io.remit.limitation.Limitations;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements of batches on the database that they are for. */
@Tag("long")
class CaseBatchOnPostgresTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final BatchOrder PAUSE = new BatchOrder(Action.HOLD, Hold.Reason.CREDITOR_REQUEST, null, null, null);

  private static PostgresDatabase postgres;
  private static AnnotationConfigApplicationContext context;
  private static JdbcClient database;

  @BeforeAll
  static void start() throws Exception {
    postgres = PostgresDatabase.create();
    DataSource dataSource = postgres.dataSource();
    Flyway.configure().dataSource(dataSource).load().migrate();
    database = JdbcClient.create(dataSource);
    context = new AnnotationConfigApplicationContext();
    context.getEnvironment().getPropertySources().addFirst(
        new MapPropertySource("test", Map.of("remit.zone", "UTC", "remit.aging.time", "06:00")));
    context.registerBean(DataSource.class, () -> dataSource);
    context.registerBean(JdbcClient.class, () -> database);
    context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
    context.registerBean(Limitations.class, () -> mock(Limitations.class));
    context.register(BusinessCalendar.class, CaseStates.class, CaseBatchRepository.class);
    context.refresh();
    openCase("C1", "EUR", "TELEPHONE", "2026-01-21", "50.00", null);
    openCase("C2", "EUR", "OUTSOURCING", "2025-01-01", "80.00", "anna");
    openCase("C3", "JPY", "LEGAL", "2025-08-01", "9000", "anna");
    database.sql("update collection_case set status = 'HELD' where case_number = 'C3'").update();
    database.sql("""
        insert into hold (case_number, reason, whole_debtor, stops, keeps_time, raised_at, raised_by,
                          begins_on)
        values ('C3', 'CREDITOR_REQUEST', false, 'ALL', false, now(), 'super', current_date)
        """).update();
    database.sql("""
        insert into placement (case_number, status, partner_id, decided_by, decided_at)
        values ('C2', 'ENDED', 'agency1', 'out', now()), ('C2', 'PLACED', 'agency1', 'out', now())
        """).update();
    database.sql("""
        insert into court_filing (case_number, status, decided_by, decided_at) values ('C3', 'FILED', 'legal', now())
        """).update();
    database.sql("""
        insert into promise (case_number, amount, currency, promised_for, taken_at, taken_by, channel, status)
        values ('C1', 10, 'EUR', date '2026-04-01', now(), 'anna', 'CALL', 'OPEN')
        """).update();
    database.sql("""
        insert into complaint (case_number, words, taken_at, taken_by, answer_by)
        values ('C1', 'They were rude', now(), 'anna', date '2026-04-01')
        """).update();
    database.sql("insert into contact_bar (debtor_id, user_id, source, since) values ('D-C1', 'bert', 'C1-C1', now())")
        .update();
  }

  @AfterAll
  static void stop() throws Exception {
    context.close();
    postgres.close();
  }

  @Test
  void aCaseIsReadWithAllThatMattersForAnOrder() {
    CaseStates states = context.getBean(CaseStates.class);
    BatchOrder reassign = new BatchOrder(Action.REASSIGN, null, null, null, "bert");

    assertThat(states.locked(List.of("C1", "C2", "C3"), PAUSE)).containsExactly(
        new CaseState("C1", "D-C1", Status.OPEN, Stage.TELEPHONE, "EUR", new BigDecimal("50.0000"),
            new BigDecimal("50.0000"), 40, null, false, false, false, Placement.NONE, true, true, false, false),
        new CaseState("C2", "D-C2", Status.OPEN, Stage.OUTSOURCING, "EUR", new BigDecimal("80.0000"),
            new BigDecimal("80.0000"), 425, "anna", false, false, false, Placement.PLACED, false, false, false, false),
        new CaseState("C3", "D-C3", Status.HELD, Stage.LEGAL, "JPY", new BigDecimal("9000.0000"),
            new BigDecimal("9000.0000"), 213, "anna", true, true, true, Placement.NONE, false, false, false, false));
    assertThat(states.locked(List.of("C1"), reassign)).extracting(CaseState::barred).containsExactly(true);
  }

  @Test
  void eachFilterChoosesItsCases() {
    assertThat(chosen("TELEPHONE", null, null, null, null, null)).containsExactly("C1");
    assertThat(chosen(null, "HELD", null, null, null, null)).containsExactly("C3");
    assertThat(chosen(null, null, "M2", null, null, null)).containsExactly("C1");
    assertThat(chosen(null, null, "M7+", null, null, null)).containsExactly("C2", "C3");
    assertThat(chosen(null, null, null, "EUR", "60", null)).containsExactly("C2");
    assertThat(chosen(null, null, null, "EUR", null, "-")).containsExactly("C1");
    assertThat(chosen(null, null, null, null, null, "anna")).containsExactly("C2", "C3");
    assertThat(context.getBean(CaseStates.class).choices()).isEqualTo(new CaseStates.Choices(List.of("LOAN"),
        List.of("DE-BE"), List.of("EUR", "JPY"), List.of("anna")));
  }

  @Test
  void whatIsDoneIsNotClaimedAgainAndWhatFailedIs() {
    CaseBatchRepository batches = context.getBean(CaseBatchRepository.class);
    List<String> cases = List.of("C1", "C2", "C3");
    long batch = batches.insert(new CaseBatch(0, PAUSE, "{}", "a reason", "manager1", NOW, null), cases);
    assertThat(batches.claim(batch, cases)).isEqualTo(cases);

    batches.finish(batch, new Item("C1", Outcome.DONE, null, null, NOW));
    batches.finish(batch, new Item("C2", Outcome.FAILED, "FAILED", "Broken", NOW));
    batches.finish(batch, new Item("C-none", Outcome.DONE, null, null, NOW));

    assertThat(batches.claim(batch, cases)).containsExactly("C2", "C3");
    assertThat(batches.progress(batch)).isEqualTo(new CaseBatch.Progress(3, 1, 0, 1, NOW));
    assertThat(batches.items(batch, null, 0, 2)).extracting(Item::caseNumber).containsExactly("C1", "C2");
    assertThat(batches.items(batch, Outcome.FAILED, 0, 2)).extracting(Item::why).containsExactly("Broken");
    assertThat(batches.count(batch, null)).isEqualTo(3);
    assertThat(batches.find(batch)).hasValueSatisfying(found -> assertThat(found.order()).isEqualTo(PAUSE));
    assertThat(batches.newest(0, 1)).extracting(CaseBatch::batchId).containsExactly(batch);
  }

  private static List<String> chosen(String stage, String status, String bucket, String currency, String amountFrom,
      String collector) {
    Selection selection = new Selection.Entered(stage, status, bucket, null, null, "LOAN", "DE", currency, amountFrom,
        null, collector, null).checked();
    return context.getBean(CaseStates.class).selected(selection, PAUSE, 10).stream().map(CaseState::caseNumber)
        .toList();
  }

  private static void openCase(String caseNumber, String currency, String stage, String due, String amount,
      String collector) {
    database.sql("""
        insert into debtor (debtor_id, debtor_type, name, time_zone, owns_property, region, country)
        values (:debtor, 'PERSON', 'Ann Example', 'UTC', false, 'DE-BE', 'DE')
        """).param("debtor", "D-" + caseNumber).update();
    database.sql("""
        insert into collection_case (case_number, debtor_id, currency, status, stage, base_due_date, collector,
          opened_at)
        values (:case, :debtor, :currency, 'OPEN', :stage, cast(:due as date), :collector, now())
        """).param("case", caseNumber).param("debtor", "D-" + caseNumber).param("currency", currency)
        .param("stage", stage).param("due", due).param("collector", collector).update();
    database.sql("""
        insert into account (account_number, debtor_id, case_number, product, currency, snapshot_outstanding,
          snapshot_overdue, snapshot_date, snapshot_entry_id, outstanding_amount, overdue_amount, oldest_due_date,
          seen_in_run, match_number)
        values (:account, :debtor, :case, 'LOAN', :currency, :amount, :amount, date '2026-03-01', 0, :amount, :amount,
          cast(:due as date), 1, :account)
        """).param("account", "A-" + caseNumber).param("debtor", "D-" + caseNumber).param("case", caseNumber)
        .param("currency", currency).param("amount", new BigDecimal(amount)).param("due", due).update();
  }
}
