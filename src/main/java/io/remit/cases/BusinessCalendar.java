package io.remit.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Days and ages in the creditor's time zone. */
@Component
public class BusinessCalendar {

  private final Clock clock;
  private final ZoneId zone;
  private final LocalTime agingTime;

  BusinessCalendar(Clock clock, @Value("${remit.zone}") ZoneId zone,
      @Value("${remit.aging.time}") String agingTime) {
    this.clock = clock;
    this.zone = zone;
    this.agingTime = LocalTime.parse(agingTime);
  }

  /** The business date: today in the creditor's zone. */
  public LocalDate today() {
    return dayOf(clock.instant());
  }

  /** The business date of a moment. */
  public LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** Days past due today; negative before the due date. */
  public long daysPastDue(LocalDate dueDate) {
    return daysPastDue(dueDate, today());
  }

  /** Days past due on a day. */
  long daysPastDue(LocalDate dueDate, LocalDate day) {
    return ChronoUnit.DAYS.between(dueDate, day);
  }

  /** The moment at which a debt reaches an age: that day at {@code remit.aging.time} in the creditor's zone. */
  public Instant reachesAge(LocalDate dueDate, long daysPastDue) {
    return startOfBusiness(dueDate.plusDays(daysPastDue));
  }

  /** {@code remit.aging.time} of a day in the creditor's zone. */
  public Instant startOfBusiness(LocalDate day) {
    return day.atTime(agingTime).atZone(zone).toInstant();
  }

  /** The first moment of a day in the creditor's zone. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The last value date that is believed: tomorrow, as some zones and banks are a day ahead. */
  public LocalDate latestValueDate() {
    return today().plusDays(1);
  }

  /**
   * The last day whose bookings a file contains whole of which nobody said it: the day before it is taken in. A file of
   * the night knows nothing of this morning's money.
   */
  public LocalDate lastWholeDay() {
    return today().minusDays(1);
  }

  /** Now, by the clock that the engine follows too. */
  public Instant now() {
    return clock.instant();
  }
}
