package io.remit.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.database.PostgresDatabase;
import io.remit.database.RemitTables;
import io.remit.node.DailyWork.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nodes that look at the same moment, that die in the middle, and that fail. */
@Tag("long")
class DailyWorkTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

  private static PostgresDatabase postgres;
  private static JdbcDataSource h2;

  private final List<String> done = new ArrayList<>();

  @BeforeAll
  static void make() {
    postgres = PostgresDatabase.create();
    h2 = new JdbcDataSource();
    h2.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    RemitTables.makeIn(h2);
    RemitTables.makeIn(postgres.dataSource());
  }

  @BeforeEach
  void empty() {
    List.of(h2, postgres.dataSource()).forEach(each -> JdbcClient.create(each).sql("delete from daily_work").update());
  }

  @AfterAll
  static void drop() {
    JdbcClient.create(h2).sql("shutdown").update();
    postgres.close();
  }

  private static DataSource database(String name) {
    return name.equals("H2") ? h2 : postgres.dataSource();
  }

  private void note(String node, Optional<LocalDate> last) {
    done.add(node + " after " + last.map(LocalDate::toString).orElse("never"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "PostgreSQL"})
  void eachDayIsDoneOnceByWhicheverNodeLooksFirst(String on) {
    DailyWork one = new DailyWork(database(on));
    DailyWork other = new DailyWork(database(on));
    one.once(Work.VISITS, MONDAY, last -> note("one", last));
    one.once(Work.VISITS, MONDAY, last -> note("one", last));
    other.once(Work.VISITS, MONDAY, last -> note("other", last));
    other.once(Work.VISITS, MONDAY.minusDays(1), last -> note("other", last));
    other.once(Work.REGIONS, MONDAY, last -> note("other's regions", last));
    other.once(Work.VISITS, MONDAY.plusDays(3), last -> note("other", last));
    one.once(Work.VISITS, MONDAY.plusDays(3), last -> note("one", last));

    assertThat(done).containsExactly("one after never", "other's regions after never", "other after 2026-06-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "PostgreSQL"})
  void whileOneIsAtItTheOtherGoesByAndLooksAgain(String on) throws Exception {
    DailyWork one = new DailyWork(database(on));
    DailyWork other = new DailyWork(database(on));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService node = Executors.newSingleThreadExecutor();
    try {
      Future<?> working = node.submit(() -> one.once(Work.PROOF, MONDAY, last -> {
        begun.countDown();
        await(end);
        note("one", last);
      }));
      await(begun);
      other.once(Work.PROOF, MONDAY, last -> note("other", last));
      assertThat(done).as("it did not wait either").isEmpty();
      end.countDown();
      working.get(20, TimeUnit.SECONDS);
      other.once(Work.PROOF, MONDAY, last -> note("other", last));
    } finally {
      node.shutdownNow();
    }
    assertThat(done).containsExactly("one after never");
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "PostgreSQL"})
  void whatFailedOrWasLeftByADeadNodeIsDoneByTheNextThatLooks(String on) throws SQLException {
    DailyWork one = new DailyWork(database(on));
    DailyWork other = new DailyWork(database(on));
    assertThatThrownBy(() -> one.once(Work.RETENTION, MONDAY, last -> {
      throw new IllegalStateException("of the work");
    })).hasMessage("of the work");
    try (Connection dying = database(on).getConnection()) {
      dying.setAutoCommit(false);
      try (var statement = dying.createStatement()) {
        statement.execute("select work from daily_work where work = 'RETENTION' for update");
      }
      other.once(Work.RETENTION, MONDAY, last -> note("other", last));
      assertThat(done).as("while the other lives").isEmpty();
      dying.rollback();
    }
    other.once(Work.RETENTION, MONDAY, last -> note("other", last));
    one.once(Work.RETENTION, MONDAY, last -> note("one", last));

    assertThat(done).containsExactly("other after never");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }
}
