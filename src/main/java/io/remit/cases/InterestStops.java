package io.remit.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases on whose accounts no interest is booked for some time. */
@Repository
public class InterestStops {

  private final JdbcClient jdbc;

  InterestStops(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A time without interest.
   *
   * @param from the first day, in the creditor's zone
   * @param until the first day on which interest may be booked again
   */
  public record InterestStop(LocalDate from, LocalDate until) {

    boolean covers(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(until);
    }
  }

  /** Stops interest; an earlier stop of the case is replaced by one from its own first day on. */
  public void stop(String caseNumber, InterestStop stop) {
    LocalDate from = of(caseNumber).map(InterestStop::from).filter(earlier -> earlier.isBefore(stop.from()))
        .orElse(stop.from());
    jdbc.sql("delete from interest_stop where case_number = :case").param("case", caseNumber).update();
    jdbc.sql("insert into interest_stop (case_number, from_on, until_on) values (:case, :from, :until)")
        .param("case", caseNumber).param("from", from).param("until", stop.until()).update();
  }

  /** Interest may be booked again from a day on. */
  public void end(String caseNumber, LocalDate from) {
    jdbc.sql("update interest_stop set until_on = :from where case_number = :case and until_on > :from")
        .param("from", from).param("case", caseNumber).update();
  }

  /** When no interest is booked in a case, be that over; empty if it never was stopped. */
  public Optional<InterestStop> of(String caseNumber) {
    return jdbc.sql("select from_on, until_on from interest_stop where case_number = :case").param("case", caseNumber)
        .query(InterestStops::read).optional();
  }

  private static InterestStop read(ResultSet row, int number) throws SQLException {
    return new InterestStop(row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class));
  }
}
