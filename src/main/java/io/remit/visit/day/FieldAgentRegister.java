package io.remit.visit.day;

import static io.remit.cases.EnteredText.isEntered;
import static io.remit.sql.Moments.utc;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.visit.tour.Coordinates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The field agents for whom lists are made each night, as supervisors entered them. */
@Repository
public class FieldAgentRegister {

  private static final int MOST = 50;
  private static final double NORTH_POLE = 90;
  private static final double DATE_LINE = 180;

  private final JdbcClient jdbc;
  private final BusinessCalendar calendar;

  FieldAgentRegister(JdbcClient jdbc, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.calendar = calendar;
  }

  /**
   * An agent as entered.
   *
   * @param latitude and longitude: where the day begins and ends, in degrees
   * @param mostVisits on a day, 1 to 50
   * @param begins and ends: such as 08:00
   * @param timeZone IANA, of the place
   * @param awayFrom and awayUntil: the first and the last day of an absence, or null
   */
  public record Entered(@Nullable Double latitude, @Nullable Double longitude, @Nullable Integer mostVisits,
      @Nullable String begins, @Nullable String ends, @Nullable String timeZone, @Nullable String awayFrom,
      @Nullable String awayUntil) {
  }

  /**
   * Keeps what was entered in place of what was known.
   *
   * @param by user id
   * @throws InvalidInputException if a field cannot be accepted
   */
  @Transactional
  public FieldAgent save(String userId, Entered entered, String by) {
    FieldAgent agent = checked(userId, entered);
    jdbc.sql("delete from field_agent where user_id = :user").param("user", userId).update();
    jdbc.sql("""
        insert into field_agent (user_id, latitude, longitude, most_visits, begins, ends, time_zone, away_from,
          away_until, entered_at, entered_by)
        values (:user, :latitude, :longitude, :most, :begins, :ends, :zone, :from, :until, :at, :by)
        """).param("user", userId).param("latitude", agent.start().latitude())
        .param("longitude", agent.start().longitude()).param("most", agent.mostVisits())
        .param("begins", agent.begins().toString()).param("ends", agent.ends().toString())
        .param("zone", agent.zone().getId()).param("from", agent.awayFrom()).param("until", agent.awayUntil())
        .param("at", utc(calendar.now())).param("by", by).update();
    return agent;
  }

  private static FieldAgent checked(String userId, Entered entered) {
    LocalTime begins = time("begins", entered.begins());
    LocalTime ends = time("ends", entered.ends());
    if (!ends.isAfter(begins)) {
      throw new InvalidInputException("ends", "must be after the begin");
    }
    LocalDate from = isEntered(entered.awayFrom()) ? EnteredText.date("awayFrom", entered.awayFrom()) : null;
    LocalDate until = isEntered(entered.awayUntil()) ? EnteredText.date("awayUntil", entered.awayUntil()) : null;
    if ((from == null) != (until == null) || from != null && until != null && until.isBefore(from)) {
      throw new InvalidInputException("awayUntil", "must not be before the first day");
    }
    Integer most = entered.mostVisits();
    if (most == null || most < 1 || most > MOST) {
      throw new InvalidInputException("mostVisits", "must be a whole number from 1 to " + MOST);
    }
    return new FieldAgent(userId, new Coordinates(degrees("latitude", entered.latitude(), NORTH_POLE),
        degrees("longitude", entered.longitude(), DATE_LINE)), most, begins, ends, zone(entered.timeZone()), from,
        until);
  }

  private static double degrees(String field, @Nullable Double entered, double most) {
    if (entered == null || !(Math.abs(entered) <= most)) {
      throw new InvalidInputException(field, "must be a number of degrees such as 51.5085");
    }
    return entered;
  }

  private static LocalTime time(String field, @Nullable String entered) {
    try {
      return LocalTime.parse(entered == null ? "" : entered.strip());
    } catch (DateTimeParseException noTime) {
      throw new InvalidInputException(field, "must be a time such as 08:00");
    }
  }

  private static ZoneId zone(@Nullable String entered) {
    try {
      return ZoneId.of(entered == null ? "" : entered.strip());
    } catch (DateTimeException noZone) {
      throw new InvalidInputException("timeZone", "must be a time zone such as Europe/London");
    }
  }

  /** All agents, by their ids. */
  public List<FieldAgent> all() {
    return jdbc.sql("""
        select user_id, latitude, longitude, most_visits, begins, ends, time_zone, away_from, away_until
          from field_agent order by user_id
        """).query(FieldAgentRegister::read).list();
  }

  /** @return empty if nobody entered the agent */
  public Optional<FieldAgent> find(String userId) {
    return all().stream().filter(agent -> agent.userId().equals(userId)).findFirst();
  }

  private static FieldAgent read(ResultSet row, int number) throws SQLException {
    return new FieldAgent(row.getString("user_id"), new Coordinates(row.getBigDecimal("latitude").doubleValue(),
        row.getBigDecimal("longitude").doubleValue()), row.getInt("most_visits"),
        LocalTime.parse(row.getString("begins")), LocalTime.parse(row.getString("ends")),
        ZoneId.of(row.getString("time_zone")), row.getObject("away_from", LocalDate.class),
        row.getObject("away_until", LocalDate.class));
  }
}
