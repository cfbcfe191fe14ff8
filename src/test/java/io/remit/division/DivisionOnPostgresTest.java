package io.remit.division;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import io.remit.cases.BusinessCalendar;
import io.remit.database.EmptySchema;
import io.remit.database.PostgresDatabase;
import io.remit.division.WorkRepository.Load;
import io.remit.ledger.AccountRepository;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements of the division and of the audit trail on the database that they are for. */
@Tag("long")
class DivisionOnPostgresTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private static PostgresDatabase postgres;

  private AnnotationConfigApplicationContext context;
  private JdbcClient database;

  @BeforeAll
  static void startPostgres() {
    postgres = PostgresDatabase.create();
  }

  @AfterAll
  static void stopPostgres() {
    postgres.close();
  }

  @BeforeEach
  void start() {
    DataSource dataSource = postgres.dataSource();
    EmptySchema.in(dataSource);
    Flyway.configure().dataSource(dataSource).load().migrate();
    database = JdbcClient.create(dataSource);
    context = new AnnotationConfigApplicationContext();
    context.getEnvironment().getPropertySources().addFirst(
        new MapPropertySource("test", Map.of("remit.zone", "UTC", "remit.aging.time", "06:00")));
    context.registerBean(DataSource.class, () -> dataSource);
    context.registerBean(JdbcClient.class, () -> database);
    context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(dataSource));
    context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
    context.register(BusinessCalendar.class, AccountRepository.class, WorkRepository.class, RunRepository.class,
        CollectorRepository.class, AuditTrail.class);
    context.refresh();
    debtor("D1", "de");
    debtor("D2", null);
    openCase("C1", "D1", "TELEPHONE", null);
    openCase("C2", "D2", "VISIT", "anna");
    openCase("C3", "D2", "MESSAGE", "anna");
    database.sql("""
        insert into promise (case_number, amount, currency, promised_for, taken_at, taken_by, channel, status)
        values ('C2', 10, 'EUR', date '2026-02-01', now(), 'anna', 'CALL', 'BROKEN')
        """).update();
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void theOpenCasesFromTheTelephoneOnAreWork() {
    WorkRepository work = context.getBean(WorkRepository.class);

    assertThat(work.all()).extracting(CaseToDivide::caseNumber).containsExactly("C1", "C2");
    assertThat(work.all()).extracting(CaseToDivide::promiseBroken).containsExactly(false, true);
    assertThat(work.all().get(0).language()).isEqualTo("de");
    assertThat(work.all().get(0).overdueAmount().value()).isEqualByComparingTo("0");
    assertThat(work.ofDebtorOf("C3")).extracting(CaseToDivide::caseNumber).containsExactly("C2");
    assertThat(work.ofDebtorsOf("anna")).extracting(CaseToDivide::caseNumber).containsExactly("C2");
  }

  @Test
  void aCaseIsGivenOnceFromWhoHasIt() {
    WorkRepository work = context.getBean(WorkRepository.class);
    work.expect("C1", 10);

    assertThat(work.give("C1", "anna", "bert")).isFalse();
    assertThat(work.give("C1", null, "bert")).isTrue();
    assertThat(work.give("C1", null, "carl")).isFalse();
    assertThat(work.loads()).isEqualTo(Map.of("bert", new Load(1, 10)));
    assertThat(work.give("C1", "bert", null)).isTrue();
    assertThat(work.loads()).isEmpty();
  }

  @Test
  void whatIsKnownOfCollectorsIsKept() {
    CollectorRepository collectors = context.getBean(CollectorRepository.class);
    Collector anna = new Collector("anna", Set.of("de", "en"), Set.of(), Set.of("DE-BY"), Set.of("CARD"), 240,
        Set.of(DayOfWeek.MONDAY));
    collectors.save(new Collector("anna", Set.of("en"), Set.of("large"), Set.of(), Set.of(), 1, Set.of()));

    collectors.save(anna);
    Absence away = collectors.addAbsence("anna", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 4), "super", NOW);

    assertThat(collectors.all()).containsExactly(anna);
    assertThat(collectors.absence(away.absenceId())).contains(away);
    assertThat(collectors.absencesFrom(LocalDate.of(2026, 3, 4))).containsExactly(away);
    assertThat(collectors.absencesFrom(LocalDate.of(2026, 3, 5))).isEmpty();
  }

  @Test
  void aRunIsKeptWithItsMovesAndAPreviewIsForgottenAfterADay() {
    RunRepository runs = context.getBean(RunRepository.class);
    Move move = new Move("C1", "D1", null, "anna", 10, "suits");
    Share share = new Share("anna", 1200, 1, 4, 2, 14);
    long run = runs.addPreview(null, "super", NOW, List.of(share), List.of(move));
    long forgotten = runs.addPreview("bert", "super", NOW, List.of(share), List.of(move));

    assertThat(runs.begin(run, "monthly", "super", NOW)).isTrue();
    assertThat(runs.begin(run, "monthly", "super", NOW)).isFalse();
    runs.setOutcome(run, "C1", "done");
    runs.finish(run);
    runs.removePreviewsBefore(NOW.plusSeconds(1));

    assertThat(runs.shares(run)).containsExactly(share);
    assertThat(runs.moves(run)).containsExactly(new RunRepository.Carried(move, "done"));
    assertThat(runs.find(forgotten)).isEmpty();
    assertThat(runs.newest(5)).extracting(DivisionRun::status).containsExactly(DivisionRun.Status.DONE);
  }

  @Test
  void theAuditTrailFindsTheDebtorOfACase() {
    AuditTrail trail = context.getBean(AuditTrail.class);

    trail.record(Kind.VIEW, "anna", "C1", "GET");
    trail.record(Kind.LOGIN_REFUSED, null, "REST");

    assertThat(database.sql("select kind, debtor_id from audit_entry order by event_id")
        .query((row, number) -> row.getString(1) + " " + row.getString(2)).list())
        .containsExactly("VIEW D1", "LOGIN_REFUSED null");
  }

  private void debtor(String debtorId, String language) {
    database.sql("""
        insert into debtor (debtor_id, debtor_type, name, time_zone, owns_property, language)
        values (:debtor, 'PERSON', 'Xu Diaz', 'Etc/UTC', false, :language)
        """).param("debtor", debtorId).param("language", language).update();
  }

  private void openCase(String caseNumber, String debtorId, String stage, String collector) {
    database.sql("""
        insert into collection_case (case_number, debtor_id, currency, status, stage, base_due_date, opened_at,
          collector)
        values (:case, :debtor, 'EUR', 'OPEN', :stage, date '2026-01-01', now(), :collector)
        """).param("case", caseNumber).param("debtor", debtorId).param("stage", stage).param("collector", collector)
        .update();
  }
}
