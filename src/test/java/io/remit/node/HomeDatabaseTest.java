package io.remit.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.database.PostgresDatabase;
import io.remit.database.RemitTables;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database whose row tells of another one is a copy, until somebody says what it is. */
@Tag("long")
class HomeDatabaseTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Duration REST = Duration.ofDays(7);
  private static final String ELSEWHERE = "7301234567890123456-16384";

  private static PostgresDatabase copy;

  private final AtomicInteger settled = new AtomicInteger();
  private String identity;

  @BeforeAll
  static void make() {
    copy = PostgresDatabase.create();
    RemitTables.makeIn(copy.dataSource());
  }

  @BeforeEach
  void comesFromElsewhere() {
    JdbcClient database = JdbcClient.create(copy.dataSource());
    database.sql("delete from home_database").update();
    start(copy.dataSource(), "", "");
    identity = written();
    database.sql("update home_database set identity = :elsewhere").param("elsewhere", ELSEWHERE).update();
  }

  @AfterAll
  static void drop() {
    copy.close();
  }

  private static HomeDatabase start(DataSource database, String moved, String restored) {
    return new HomeDatabase(database, JdbcClient.create(database), new DataSourceTransactionManager(database), moved,
        restored, REST);
  }

  private static String written() {
    return JdbcClient.create(copy.dataSource()).sql("select identity from home_database").query(String.class).single();
  }

  @Test
  void aCopyIsRefusedAndTheOriginalIsNot() {
    assertThatThrownBy(() -> start(copy.dataSource(), "", "")).isInstanceOf(UnknownDatabaseException.class)
        .hasMessageContainingAll("--remit.database.restored=" + identity + ":",
            "--remit.database.moved=" + identity + ".");
    assertThat(written()).as("a refusal changes nothing").isEqualTo(ELSEWHERE);

    JdbcClient.create(copy.dataSource()).sql("update home_database set identity = :here").param("here", identity)
        .update();
    start(copy.dataSource(), "", "");
  }

  @Test
  void whatWasSaidOfAnotherCopyIsNoWordForThisOne() {
    assertThatThrownBy(() -> start(copy.dataSource(), ELSEWHERE, ELSEWHERE))
        .isInstanceOf(UnknownDatabaseException.class);
    assertThatThrownBy(() -> start(copy.dataSource(), "true", "true")).isInstanceOf(UnknownDatabaseException.class);
  }

  @Test
  void aDatabaseThatMovedGoesOnAsIfNothingWere() {
    HomeDatabase home = start(copy.dataSource(), identity, "");
    home.settleOnce(NOON, settled::incrementAndGet);

    assertThat(settled).hasValue(0);
    assertThat(home.restsUntil(NOON)).isEmpty();
    start(copy.dataSource(), "", "");
  }

  @Test
  void aRestoredOneIsSettledOnceHoweverManyNodesStartAndHoweverLongTheWordStays() {
    HomeDatabase one = start(copy.dataSource(), "", identity);
    HomeDatabase other = start(copy.dataSource(), "", identity);
    one.settleOnce(NOON, settled::incrementAndGet);
    other.settleOnce(NOON.plusSeconds(9), settled::incrementAndGet);
    start(copy.dataSource(), "", identity).settleOnce(NOON.plusSeconds(99), settled::incrementAndGet);

    assertThat(settled).hasValue(1);
    assertThat(other.restsUntil(NOON)).contains(NOON.plus(REST));
    assertThat(other.restsUntil(NOON.plus(REST))).isEmpty();
    start(copy.dataSource(), "", "");
  }

  @Test
  void aNodeThatDiesWhileItSettlesLeavesItToTheNext() {
    assertThatThrownBy(() -> start(copy.dataSource(), "", identity).settleOnce(NOON, () -> {
      throw new IllegalStateException("killed");
    })).hasMessage("killed");

    assertThatThrownBy(() -> start(copy.dataSource(), "", "")).isInstanceOf(UnknownDatabaseException.class);
    start(copy.dataSource(), "", identity).settleOnce(NOON, settled::incrementAndGet);
    assertThat(settled).hasValue(1);
  }

  @Test
  void numbersThatTheLostOneMayHaveGivenAreLeftOut() {
    long before = nextCaseNumber();
    start(copy.dataSource(), "", identity).settleOnce(NOON, settled::incrementAndGet);

    assertThat(nextCaseNumber()).isGreaterThan(before + 100_000);
  }

  /** As a provider of databases may have it. */
  @Test
  void wherePostgresqlDoesNotTellWhichServerItIsRemitStartsAndKnowsNoCopies() {
    JdbcClient owner = JdbcClient.create(copy.dataSource());
    owner.sql("revoke execute on function pg_control_system() from public").update();
    String role = newRole();
    try {
      start(as(role), "", "").settleOnce(NOON, settled::incrementAndGet);
    } finally {
      owner.sql("grant execute on function pg_control_system() to public").update();
      drop(role);
    }

    assertThat(settled).hasValue(0);
    assertThat(written()).isEqualTo(ELSEWHERE);
  }

  @Test
  void theyAreLeftOutByARoleTooThatMayTakeNumbersButNotSetThem() {
    String role = newRole();
    JdbcClient.create(copy.dataSource()).sql("revoke update on sequence case_number_number_seq from " + role).update();
    long before = nextCaseNumber();
    start(as(role), "", identity).settleOnce(NOON, settled::incrementAndGet);

    assertThat(nextCaseNumber()).isGreaterThan(before + 100_000);
    drop(role);
  }

  private static String newRole() {
    String role = "runs_" + UUID.randomUUID().toString().replace('-', '_');
    JdbcClient owner = JdbcClient.create(copy.dataSource());
    owner.sql("create role " + role + " login").update();
    owner.sql("grant select, insert, update on all tables in schema public to " + role).update();
    owner.sql("grant all on all sequences in schema public to " + role).update();
    return role;
  }

  private static DataSource as(String role) {
    return new DriverManagerDataSource(copy.url().replace("user=postgres", "user=" + role), role, "");
  }

  private static void drop(String role) {
    JdbcClient owner = JdbcClient.create(copy.dataSource());
    owner.sql("drop owned by " + role).update();
    owner.sql("drop role " + role).update();
  }

  private long nextCaseNumber() {
    return JdbcClient.create(copy.dataSource()).sql("select nextval('case_number_number_seq')").query(Long.class)
        .single();
  }

  @Test
  void h2HasNoNumbersAndIsNeverRefused() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    JdbcClient.create(h2).sql("create table home_database (identity varchar(100), rest_until timestamp)").update();
    JdbcClient.create(h2).sql("insert into home_database (identity) values ('elsewhere')").update();

    HomeDatabase home = start(h2, "", "");
    home.settleOnce(NOON, settled::incrementAndGet);

    assertThat(settled).hasValue(0);
    assertThat(home.restsUntil(NOON)).isEmpty();
    JdbcClient.create(h2).sql("shutdown").update();
  }
}
