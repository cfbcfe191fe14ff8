package io.remit.cockpit;

import static io.remit.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How often and for how long cases were at the elements of a process, and are now: from the engine's history, over all
 * versions of the process, whose elements keep their ids.
 */
@Repository
class ElementHistory {

  private static final int MILLIS = 1000;

  private final JdbcClient jdbc;

  ElementHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The stays at one element that ended in a period.
   *
   * @param cases how many there were: a process that a case called counts as the case, one beside it by itself
   * @param stays how often they were there: a case can come again
   * @param medianSeconds what half of the stays did not exceed
   * @param p90Seconds what nine of ten did not exceed
   */
  record Ended(String element, long cases, long stays, long medianSeconds, long p90Seconds) {
  }

  /**
   * The stays at one element that have not ended.
   *
   * @param medianSeconds what half of them do not exceed by now
   * @param p90Seconds what nine of ten do not exceed by now
   */
  record Lasting(String element, long stays, long medianSeconds, long p90Seconds) {
  }

  /**
   * By element; it does not matter how a stay ended.
   *
   * @param from the first moment of the period
   * @param before the moment after its last
   */
  Map<String, Ended> ended(String process, Instant from, Instant before) {
    return jdbc.sql("""
        select act_id_, count(distinct root_proc_inst_id_) as cases, count(*) as stays,
               percentile_disc(0.5) within group (order by duration_) as median,
               percentile_disc(0.9) within group (order by duration_) as p90
          from act_hi_actinst
         where proc_def_key_ = :process and end_time_ >= :from and end_time_ < :before
         group by act_id_
        """).param("process", process).param("from", utc(from))
        .param("before", utc(before))
        .query((row, number) -> new Ended(row.getString("act_id_"), row.getLong("cases"), row.getLong("stays"),
            row.getLong("median") / MILLIS, row.getLong("p90") / MILLIS))
        .list().stream().collect(Collectors.toMap(Ended::element, Function.identity()));
  }

  /** By element: who came last has been there for the shortest time. */
  Map<String, Lasting> lasting(String process, Instant now) {
    return jdbc.sql("""
        select act_id_, count(*) as stays,
               percentile_disc(0.5) within group (order by start_time_ desc) as median_since,
               percentile_disc(0.9) within group (order by start_time_ desc) as p90_since
          from act_hi_actinst
         where proc_def_key_ = :process and end_time_ is null
         group by act_id_
        """).param("process", process)
        .query((row, number) -> new Lasting(row.getString("act_id_"), row.getLong("stays"),
            secondsSince(row, "median_since", now), secondsSince(row, "p90_since", now)))
        .list().stream().collect(Collectors.toMap(Lasting::element, Function.identity()));
  }

  private static long secondsSince(ResultSet row, String column, Instant now) throws SQLException {
    return Duration.between(row.getTimestamp(column).toInstant(), now).toSeconds();
  }
}
