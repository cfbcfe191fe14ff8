package io.remit.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.clock.TestClock;
import io.remit.database.EmptySchema;
import io.remit.database.PostgresDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DailySnapshotTest {

  private static final LocalDate NINTH = LocalDate.parse("2007-09-09");

  private PostgresDatabase postgres;
  private ConfigurableApplicationContext application;
  private JdbcClient database;

  @BeforeAll
  void startPostgres() {
    postgres = PostgresDatabase.create();
  }

  @AfterAll
  void stopPostgres() {
    postgres.close();
  }

  /** Seven cases, copied two at a time; on the ninth Remit began, and it is half a minute after its midnight. */
  private DailySnapshot start(String kind) {
    if (kind.equals("postgres")) {
      EmptySchema.in(postgres.dataSource());
      application = SnapshotWorld.startOn(postgres.url(), 2);
    } else {
      application = SnapshotWorld.start(2);
    }
    database = application.getBean(JdbcClient.class);
    SnapshotWorld.addCases(database, 7);
    another().closeDaysThatAreOver();
    assertThat(days()).as("the day is not over").isEmpty();
    application.getBean(TestClock.class).set("2007-09-10T00:00:30Z");
    return application.getBean(DailySnapshot.class);
  }

  /** As another node, or this one after a new start. */
  private DailySnapshot another() {
    return application.getAutowireCapableBeanFactory().createBean(DailySnapshot.class);
  }

  @AfterEach
  void end() {
    application.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void eachDayIsTakenOnceWhateverIsCorrectedLater(String kind) {
    DailySnapshot snapshot = start(kind);
    database.sql("update collection_case set status = 'CLOSED' where case_number = 'C7'").update();
    database.sql("update account set outstanding_amount = 0 where account_number = 'A6'").update();
    database.sql("""
        insert into placement (case_number, status, partner_id, decided_by, decided_at, placed_at)
        values ('C1', 'PLACED', 'agency1', 'outsourcing1', current_timestamp, current_timestamp)
        """).update();

    snapshot.closeDaysThatAreOver();

    assertThat(rows(NINTH)).containsExactly("C1 A1 MESSAGE OPEN 1 LOAN DE-BE EUR 100 100 agency1",
        "C2 A2 MESSAGE OPEN 1 LOAN DE-BE EUR 100 100 null", "C3 A3 MESSAGE OPEN 1 LOAN DE-BE EUR 100 100 null",
        "C4 A4 MESSAGE OPEN 1 LOAN DE-BE EUR 100 100 null", "C5 A5 MESSAGE OPEN 1 LOAN DE-BE EUR 100 100 null");

    List<String> taken = rows(NINTH);
    database.sql("update account set outstanding_amount = 1, overdue_amount = 1").update();
    another().closeDaysThatAreOver();
    another().closeDaysBefore(NINTH);
    assertThat(rows(NINTH)).isEqualTo(taken);
    assertThat(days()).containsExactly("2007-09-09");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void oneThatWasInterruptedGoesOnWhereItStopped(String kind) {
    start(kind);
    SnapshotRepository snapshots = application.getBean(SnapshotRepository.class);
    assertThat(snapshots.copyNext(NINTH, 2, Instant.parse("2007-09-10T00:00:30Z"))).isTrue();
    assertThat(rows(NINTH)).hasSize(2);
    assertThat(snapshots.isFinished(NINTH)).isFalse();
    database.sql("update account set outstanding_amount = 50, overdue_amount = 50").update();

    another().closeDaysThatAreOver();

    assertThat(rows(NINTH)).hasSize(7).filteredOn(row -> row.contains("100 100")).hasSize(2);
    assertThat(snapshots.isFinished(NINTH)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void daysOnWhichNobodyLookedAreMadeEachWithItsOwnAge(String kind) {
    DailySnapshot snapshot = start(kind);
    snapshot.closeDaysThatAreOver();
    application.getBean(TestClock.class).set("2007-09-21T06:00:00Z");

    snapshot.closeDaysThatAreOver();

    assertThat(days()).hasSize(12).startsWith("2007-09-09", "2007-09-10").endsWith("2007-09-20");
    assertThat(rows(LocalDate.parse("2007-09-19"))).allMatch(row -> row.contains("OPEN 1 LOAN"));
    assertThat(rows(LocalDate.parse("2007-09-20"))).as("31 days past due").hasSize(7)
        .allMatch(row -> row.contains("OPEN 2 LOAN"));
    assertThat(database.sql("select count(*) from account_entry where business_day = date '2007-09-09' and bucket = 1")
        .query(Long.class).single()).as("all entered once").isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgres"})
  void severalNodesTogetherTakeEachCaseOnce(String kind) {
    start(kind);
    CyclicBarrier together = new CyclicBarrier(4);
    List<CompletableFuture<Void>> nodes = IntStream.range(0, 4).mapToObj(node -> another())
        .map(node -> CompletableFuture.runAsync(() -> {
          awaitAll(together);
          node.closeDaysThatAreOver();
        })).toList();
    nodes.forEach(CompletableFuture::join);

    assertThat(rows(NINTH)).hasSize(7).doesNotHaveDuplicates();
    assertThat(days()).containsExactly("2007-09-09");
  }

  private static void awaitAll(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private List<String> days() {
    return database
        .sql("select cast(business_day as varchar(10)) from snapshot_day where finished_at is not null order by 1")
        .query(String.class).list();
  }

  private List<String> rows(LocalDate day) {
    return database.sql("""
        select case_number, account_number, stage, status, bucket, product, region, currency, overdue, outstanding,
        partner
          from account_day where business_day = :day order by case_number
        """).param("day", day).query((row, number) -> String.join(" ", row.getString(1), row.getString(2),
        row.getString(3),
            row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8),
            row.getBigDecimal(9).stripTrailingZeros().toPlainString(),
            row.getBigDecimal(10).stripTrailingZeros().toPlainString(), row.getString(11))).list();
  }
}
