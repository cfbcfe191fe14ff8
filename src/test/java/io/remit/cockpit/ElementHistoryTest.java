package io.remit.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cockpit.ElementHistory.Ended;
import io.remit.cockpit.ElementHistory.Lasting;
import io.remit.database.PostgresDatabase;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A known history, counted by hand. */
class ElementHistoryTest {

  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final Instant FROM = Instant.parse("2026-03-10T00:00:00Z");
  private static final Instant BEFORE = Instant.parse("2026-03-11T00:00:00Z");

  @Test
  void onH2() throws SQLException {
    JdbcDataSource memory = new JdbcDataSource();
    memory.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    isAsCountedByHand(HistoryTable.in(memory));
  }

  @Test
  void onPostgres() throws SQLException {
    try (PostgresDatabase postgres = PostgresDatabase.create()) {
      isAsCountedByHand(HistoryTable.in(postgres.dataSource()));
    }
  }

  private static void isAsCountedByHand(JdbcClient database) {
    ElementHistory history = new ElementHistory(database);
    assertThat(history.ended("sample", FROM, BEFORE)).isEmpty();
    assertThat(history.lasting("sample", NOON)).isEmpty();

    // four passages of three cases: C1 comes twice. 10, 20, 30 and 70 minutes
    stay(database, "call", "C1", NOON.minus(Duration.ofMinutes(10)), NOON);
    stay(database, "call", "C1", NOON.minus(Duration.ofMinutes(20)), NOON);
    stay(database, "call", "C2", NOON.minus(Duration.ofMinutes(30)), NOON);
    stay(database, "call", "C3", NOON.minus(Duration.ofMinutes(70)), NOON);
    // its first moment belongs to the period, the moment after its last does not
    stay(database, "edge", "C1", FROM.minusSeconds(3600), FROM);
    stay(database, "edge", "C2", FROM, BEFORE);
    stay(database, "edge", "C3", FROM.minusSeconds(3600), FROM.minusSeconds(1));
    // running: for one, two and three days
    for (int days = 1; days <= 3; days++) {
      stay(database, "call", "C" + days, NOON.minus(Duration.ofDays(days)), null);
    }
    database.sql("""
        insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_,
          act_id_, act_type_, start_time_) select 'other', 'other', 'other:1', 'C1', 'C1', 'C1', 'call', 'userTask',
          min(start_time_) from act_hi_actinst
        """).update();

    assertThat(history.ended("sample", FROM, BEFORE).values()).containsExactlyInAnyOrder(
        new Ended("call", 3, 4, 20 * 60, 70 * 60), new Ended("edge", 1, 1, 3600, 3600));
    assertThat(history.lasting("sample", NOON).values()).containsExactly(
        new Lasting("call", 3, 2 * 86_400, 3 * 86_400));
    // the clock was moved
    assertThat(history.lasting("sample", NOON.plus(Duration.ofDays(10))).get("call").medianSeconds())
        .isEqualTo(12 * 86_400);
    assertThat(history.ended("sample", NOON.plusSeconds(1), BEFORE)).isEmpty();
  }

  /** @param end null while it lasts */
  private static void stay(JdbcClient database, String element, String caseNumber, Instant begin, Instant end) {
    database.sql("""
        insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_,
          act_id_, act_type_, start_time_, end_time_, duration_)
        values (:id, 'sample', 'sample:' || :case, :case, :case, :case, :element, 'userTask', :begin, :end, :duration)
        """).param("id", UUID.randomUUID().toString()).param("case", caseNumber)
        .param("element", element).param("begin", Timestamp.from(begin))
        .param("end", end == null ? null : Timestamp.from(end))
        .param("duration", end == null ? null : Duration.between(begin, end).toMillis()).update();
  }
}
