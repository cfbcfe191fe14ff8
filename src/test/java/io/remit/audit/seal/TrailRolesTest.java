package io.remit.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.access.StartedDemo;
import io.remit.database.PostgresDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** On PostgreSQL with two roles Remit works, and the one by which it runs can add to the trail and no more. */
@Tag("own-application")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class TrailRolesTest {

  private static final String OWNER = "trail_owner";
  private static final String RUNNING = "trail_running";
  private static final String REFUSED = "42501";

  @TempDir
  private static Path folder;

  private TwoRoles database;
  private JdbcClient superuser;
  private JdbcClient running;
  private StartedDemo demo;

  @BeforeAll
  void workForADay() {
    database = new TwoRoles("trail");
    superuser = JdbcClient.create(database.superuser());
    running = JdbcClient.create(database.running());
    demo = start("--spring.flyway.user=" + OWNER, "--spring.flyway.password=");
    demo.deliver("arrears", """
        account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,\
        phone,time_zone
        A1,LOAN,EUR,100,100,2007-07-20,D1,Xu Diaz,+870301234567,Etc/UTC
        A2,LOAN,EUR,100,100,2007-07-20,D2,Ada Okoro,+870301234568,Etc/UTC
        """);
    demo.moveTo("2007-09-03T18:00:00Z");
    demo.deliver("payments", """
        payment_reference,account_number,type,amount,currency,value_date
        P1,A1,PAYMENT,100.00,EUR,2007-09-03
        """);
    demo.get("supervisor1", "/api/cases?debtor=D1");
  }

  @AfterAll
  void end() {
    if (demo != null) {
      demo.close();
    }
    database.close();
  }

  private StartedDemo start(String... settings) {
    List<String> all = new ArrayList<>(List.of("--spring.datasource.url=" + database.url(),
        "--spring.datasource.username=" + RUNNING));
    all.addAll(List.of(settings));
    return new StartedDemo(folder, "2007-09-03T08:00:00Z", all.toArray(String[]::new));
  }

  @Test
  void itWorksAndStartsAgainWithoutTheOwner(CapturedOutput output) {
    assertThat(superuser.sql("select status from collection_case order by debtor_id").query(String.class).list())
        .containsExactly("CLOSED", "OPEN");
    assertThat(superuser.sql("select count(*) from act_ru_execution").query(Long.class).single()).isPositive();
    assertThat(superuser.sql("select distinct tableowner from pg_tables where schemaname = 'public'")
        .query(String.class).list()).as("who made the tables, those of the engine too").containsExactly(OWNER);
    assertThat(superuser.sql("select count(*) from audit_entry where detail like 'POST /api/intake/payments%'")
        .query(Long.class).single()).isEqualTo(1);
    demo.bean(Sealer.class).seal();
    TrailReport report = demo.bean(Verification.class).verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.sealedRows()).isGreaterThan(10);

    demo.close();
    demo = start("--spring.flyway.enabled=false");
    assertThat(demo.get("supervisor1", "/api/cases?debtor=D2").body()).contains("OPEN");
    assertThat(demo.bean(RuntimeService.class).createProcessInstanceQuery().count()).isPositive();
    assertThat(demo.get("manager1", "/api/audit/verification").body()).contains("unsealedRows");
    assertThat(output).doesNotContain("may change the trail");
  }

  @ParameterizedTest
  @EnumSource(TrailTable.class)
  void theDatabaseRefusesToTheRunningRoleWhateverChangesTheTrail(TrailTable table) {
    String name = table.tableName();
    for (String column : table.sealedColumns()) {
      isRefused("update " + name + " set " + column + " = null");
    }
    for (String statement : List.of("delete from ", "truncate ", "drop table ")) {
      isRefused(statement + name);
    }
    for (String change : List.of("add column x integer", "drop column " + table.idColumn(), "disable trigger all",
        "owner to " + RUNNING, "rename to x", "alter column " + table.idColumn() + " restart with 1",
        "disable row level security")) {
      isRefused("alter table " + name + " " + change);
    }
    isRefused("create trigger x before insert on " + name + " for each row execute function trail_remove()");
    isRefused("create rule x as on insert to " + name + " do instead nothing");
    isRefused("begin; lock table " + name + " in access exclusive mode");
    table.unsealedColumns().forEach(column ->
        assertThat(running.sql("update " + name + " set " + column + " = null where 1 = 0").update()).isZero());
  }

  @Test
  void neitherSealsNorFunctionsNorRightsNorTheOwnersNameAreForTheRunningRole() {
    for (String table : List.of("trail_seal", "trail_verification", "flyway_schema_history")) {
      isRefused("delete from " + table);
      isRefused("truncate " + table);
      isRefused("drop table " + table);
    }
    isRefused("update trail_seal set seal_hash = ''");
    isRefused("drop view audit_entry");
    isRefused("create or replace function trail_remove(table_name text, first_id bigint, last_id bigint)"
        + " returns bigint language sql as 'select 1::bigint'");
    isRefused("drop function trail_erase(text, bigint)");
    isRefused("set role " + OWNER);
    isRefused("create table x (id integer)");
    isRefused("alter default privileges for role " + OWNER + " grant all on tables to " + RUNNING);
    isRefused("set session_replication_role = replica");
    assertThat(running.sql("grant delete on case_event to " + RUNNING).update()).as("warned, and not done").isZero();
    isRefused("delete from case_event");
    assertThatThrownBy(() -> running.sql("select trail_remove('case_event', 0, 1000)").query(Long.class).single())
        .hasMessageContaining("not for this table");
    assertThatThrownBy(() -> running.sql("select trail_erase('audit_event; drop table debtor', 1)").query(Long.class)
        .single()).hasMessageContaining("not for this table");
  }

  @Test
  void whatIsTooOldIsRemovedThroughTheOwnersFunctionAndNothingYounger() {
    long old = entryOf(Duration.ofDays(1096));
    long young = entryOf(Duration.ofDays(1094));

    assertThat(running.sql("select trail_remove('audit_event', :first, :last)").param("first", old)
        .param("last", young).query(Long.class).single()).isEqualTo(1);
    assertThat(superuser.sql("select event_id from audit_event where event_id in (:ids)")
        .param("ids", List.of(old, young)).query(Long.class).list()).containsExactly(young);
  }

  private long entryOf(Duration ago) {
    KeyHolder key = new GeneratedKeyHolder();
    running.sql("insert into audit_event (at, kind, detail) values (:at, 'LIST', 'GET')")
        .param("at", Instant.now().minus(ago).atOffset(ZoneOffset.UTC)).update(key, "event_id");
    return key.getKey().longValue();
  }

  @Test
  void wordsAreErasedThroughTheOwnersFunction() {
    long id = superuser.sql("select min(event_id) from case_event").query(Long.class).single();
    demo.bean(Sealer.class).seal();

    TrailErasure erasure = demo.bean(TrailErasure.class);
    erasure.eraseWords(TrailTable.CASE_EVENT, List.of(id));
    erasure.erased(TrailTable.CASE_EVENT, List.of(id), "erasure of personal data", "remit");

    assertThat(superuser.sql("select text from case_event where event_id = :id").param("id", id).query(String.class)
        .single()).isEqualTo("***");
    assertThat(demo.bean(Verification.class).verify().findings()).extracting(Finding::table)
        .doesNotContain("case_event");
  }

  @Test
  void aNameGivesWayToAPseudonymAloneAndOnlyWhereDebtorsAreNamed() {
    demo.bean(Sealer.class).seal();
    String pseudonym = "erased-0123456789abcdef01234567";
    for (String other : List.of("A2", "erased-", "erased-0123456789abcdef0123456", pseudonym + "8",
        pseudonym.toUpperCase(Locale.ROOT), pseudonym + "\n", "x" + pseudonym)) {
      isNotForTheFunction("ledger_entry", "reference", other);
    }
    for (String column : List.of("actor", "reason", "REFERENCE", "reference = 'x'; drop table debtor; --")) {
      isNotForTheFunction("ledger_entry", column, pseudonym);
    }
    for (String table : List.of("case_event", "debtor", "trail_seal", "LEDGER_ENTRY", "ledger_entry; --")) {
      isNotForTheFunction(table, "reference", pseudonym);
    }

    TrailErasure erasure = demo.bean(TrailErasure.class);
    erasure.rename(TrailTable.LEDGER_ENTRY, "reference", "P1", pseudonym);
    assertThat(superuser.sql("select count(*) from ledger_entry where reference = 'P1'").query(Long.class).single())
        .isZero();
    List<Long> renamed = superuser.sql("select entry_id from ledger_entry where reference = :name")
        .param("name", pseudonym).query(Long.class).list();
    assertThat(renamed).hasSize(1);
    erasure.erased(TrailTable.LEDGER_ENTRY, renamed, "erasure of personal data", "remit");

    assertThat(demo.bean(Verification.class).verify().findings()).extracting(Finding::table)
        .doesNotContain("ledger_entry");
  }

  private void isNotForTheFunction(String table, String column, String name) {
    assertThatThrownBy(() -> running.sql("select trail_rename(:table, :column, 'P1', :name)").param("table", table)
        .param("column", column).param("name", name).query(Long.class).single()).as("%s.%s %s", table, column, name)
        .hasMessageContaining("not for this table");
  }

  @Test
  void aDatabaseThatWasMadeWithOneRoleIsGivenToAnOwner() {
    try (PostgresDatabase older = PostgresDatabase.create()) {
      JdbcClient there = JdbcClient.create(older.dataSource());
      there.sql("alter schema public owner to " + RUNNING).update();
      DataSource asRunning = database.asRunning(older);
      Flyway.configure().dataSource(asRunning).load().migrate();
      assertThat(JdbcClient.create(asRunning).sql("delete from case_event").update()).isZero();

      there.sql("reassign owned by " + RUNNING + " to " + OWNER).update();
      database.migrate(older);

      isRefused(JdbcClient.create(asRunning), "delete from case_event");
      isRefused(JdbcClient.create(asRunning), "drop table case_event");
      assertThat(JdbcClient.create(asRunning).sql("delete from hold").update()).isZero();
    }
  }

  private void isRefused(String statement) {
    isRefused(running, statement);
  }

  private static void isRefused(JdbcClient role, String statement) {
    assertThatThrownBy(() -> role.sql(statement).update()).as(statement).satisfies(refusal ->
        assertThat(((SQLException) refusal.getCause()).getSQLState()).as(statement + ": " + refusal)
            .isEqualTo(REFUSED));
  }
}
