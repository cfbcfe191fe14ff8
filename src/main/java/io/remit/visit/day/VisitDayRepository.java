package io.remit.visit.day;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.visit.tour.Coordinates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The lists of visits. */
@Repository
class VisitDayRepository {

  private final JdbcClient jdbc;

  VisitDayRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The list of an agent for a day. */
  Optional<VisitDay> find(String agent, LocalDate day) {
    return jdbc.sql("""
        select visit_day_id, agent, visit_on, made_at, made_by, start_latitude, start_longitude, kilometres,
               without_place
          from visit_day where agent = :agent and visit_on = :day
        """).param("agent", agent).param("day", day)
        .query((row, number) -> new VisitDay(row.getLong("visit_day_id"), row.getString("agent"),
            row.getObject("visit_on", LocalDate.class), instant(row, "made_at"), row.getString("made_by"),
            place(row, "start_"), row.getBigDecimal("kilometres").doubleValue(), row.getInt("without_place"),
            stops(row.getLong("visit_day_id")))).optional();
  }

  private List<VisitDay.Stop> stops(long visitDayId) {
    return jdbc.sql("""
        select stop_number, case_number, latitude, longitude, arrival, from_time, until_time from visit_day_stop
         where visit_day_id = :list order by stop_number
        """).param("list", visitDayId)
        .query((row, number) -> new VisitDay.Stop(row.getInt("stop_number"), row.getString("case_number"),
            place(row, ""), instant(row, "arrival"), instant(row, "from_time"), instant(row, "until_time"))).list();
  }

  private static Coordinates place(ResultSet row, String prefix) throws SQLException {
    return new Coordinates(row.getBigDecimal(prefix + "latitude").doubleValue(),
        row.getBigDecimal(prefix + "longitude").doubleValue());
  }

  /** The days from one on for which an agent has a list. */
  List<LocalDate> daysOf(String agent, LocalDate from) {
    return jdbc.sql("select visit_on from visit_day where agent = :agent and visit_on >= :from order by visit_on")
        .param("agent", agent).param("from", from).query(LocalDate.class).list();
  }

  void remove(String agent, LocalDate day) {
    jdbc.sql("""
        delete from visit_day_stop where visit_day_id in
          (select visit_day_id from visit_day where agent = :agent and visit_on = :day)
        """).param("agent", agent).param("day", day).update();
    jdbc.sql("delete from visit_day where agent = :agent and visit_on = :day").param("agent", agent).param("day", day)
        .update();
  }

  /** @param list its number is not read */
  void add(VisitDay list) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into visit_day (agent, visit_on, made_at, made_by, start_latitude, start_longitude, kilometres,
          without_place)
        values (:agent, :day, :at, :by, :latitude, :longitude, :kilometres, :without)
        """).param("agent", list.agent()).param("day", list.day()).param("at", utc(list.madeAt()))
        .param("by", list.madeBy()).param("latitude", list.start().latitude())
        .param("longitude", list.start().longitude()).param("kilometres", list.kilometres())
        .param("without", list.withoutPlace()).update(key, "visit_day_id");
    long made = Objects.requireNonNull(key.getKey()).longValue();
    list.stops().forEach(stop -> jdbc.sql("""
        insert into visit_day_stop (visit_day_id, stop_number, case_number, latitude, longitude, arrival, from_time,
          until_time)
        values (:list, :position, :case, :latitude, :longitude, :arrival, :from, :until)
        """).param("list", made).param("position", stop.position()).param("case", stop.caseNumber())
        .param("latitude", stop.place().latitude()).param("longitude", stop.place().longitude())
        .param("arrival", utc(stop.arrival())).param("from", utc(stop.from())).param("until", utc(stop.until()))
        .update());
  }
}
