package io.remit.division;

import static io.remit.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The collectors' data and their absences. */
@Repository
class CollectorRepository {

  private static final String SELECT = """
      select user_id, languages, skills, places, products, daily_minutes, working_days from collector
      """;
  private static final String ABSENCES = "select absence_id, user_id, first_day, last_day from collector_absence ";

  private final JdbcClient jdbc;

  CollectorRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Collector> all() {
    return jdbc.sql(SELECT + " order by user_id").query(CollectorRepository::read).list();
  }

  Optional<Collector> find(String userId) {
    return jdbc.sql(SELECT + " where user_id = :user").param("user", userId).query(CollectorRepository::read)
        .optional();
  }

  void save(Collector collector) {
    int known = write("""
        update collector set languages = :languages, skills = :skills, places = :places, products = :products,
          daily_minutes = :minutes, working_days = :days where user_id = :user
        """, collector);
    if (known == 0) {
      write("""
          insert into collector (user_id, languages, skills, places, products, daily_minutes, working_days)
          values (:user, :languages, :skills, :places, :products, :minutes, :days)
          """, collector);
    }
  }

  private int write(String statement, Collector collector) {
    return jdbc.sql(statement).param("user", collector.userId()).param("languages", joined(collector.languages()))
        .param("skills", joined(collector.skills())).param("places", joined(collector.places()))
        .param("products", joined(collector.products())).param("minutes", collector.dailyMinutes())
        .param("days", joined(collector.workingDays())).update();
  }

  /** @return false if there was none */
  boolean remove(String userId) {
    return jdbc.sql("delete from collector where user_id = :user").param("user", userId).update() > 0;
  }

  Absence addAbsence(String userId, LocalDate firstDay, LocalDate lastDay, String enteredBy, Instant at) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into collector_absence (user_id, first_day, last_day, entered_by, entered_at)
        values (:user, :first, :last, :by, :at)
        """).param("user", userId).param("first", firstDay).param("last", lastDay).param("by", enteredBy)
        .param("at", utc(at)).update(key, "absence_id");
    return new Absence(key.getKey().longValue(), userId, firstDay, lastDay);
  }

  Optional<Absence> absence(long absenceId) {
    return jdbc.sql(ABSENCES + "where absence_id = :id").param("id", absenceId).query(CollectorRepository::readAbsence)
        .optional();
  }

  /** Those that are not over on a day. */
  List<Absence> absencesFrom(LocalDate day) {
    return jdbc.sql(ABSENCES + "where last_day >= :day order by first_day, absence_id").param("day", day)
        .query(CollectorRepository::readAbsence).list();
  }

  /** @return false if there was none */
  boolean removeAbsence(String userId, long absenceId) {
    return jdbc.sql("delete from collector_absence where absence_id = :id and user_id = :user").param("id", absenceId)
        .param("user", userId).update() > 0;
  }

  private static Collector read(ResultSet row, int number) throws SQLException {
    return new Collector(row.getString("user_id"), parted(row.getString("languages")), parted(row.getString("skills")),
        parted(row.getString("places")), parted(row.getString("products")), row.getInt("daily_minutes"),
        parted(row.getString("working_days")).stream().map(DayOfWeek::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class))));
  }

  private static Absence readAbsence(ResultSet row, int number) throws SQLException {
    return new Absence(row.getLong("absence_id"), row.getString("user_id"), row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class));
  }

  private static String joined(Collection<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(","));
  }

  private static Set<String> parted(String stored) {
    return stored.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(stored.split(",")));
  }
}
