package io.remit.contact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The hours in which a debtor may be contacted, in the debtor's own time zone; never on a Sunday. */
@Component
public class ContactHours {

  private final LocalTime from;
  private final LocalTime to;

  /**
   * @param from the first moment of a day, such as {@code 09:00}
   * @param to the end of a day's contacts, such as {@code 20:00}; itself outside
   */
  public ContactHours(@Value("${remit.contact.from}") String from, @Value("${remit.contact.to}") String to) {
    this.from = LocalTime.parse(from);
    this.to = LocalTime.parse(to);
    if (!this.from.isBefore(this.to)) {
      throw new IllegalArgumentException("remit.contact.from must be before remit.contact.to");
    }
  }

  public boolean contains(Instant moment, ZoneId zone) {
    ZonedDateTime local = moment.atZone(zone);
    LocalTime time = local.toLocalTime();
    return isContactDay(local.toLocalDate()) && !time.isBefore(from) && time.isBefore(to);
  }

  /** The first moment from this one on that lies inside the hours. */
  public Instant next(Instant moment, ZoneId zone) {
    if (contains(moment, zone)) {
      return moment;
    }
    ZonedDateTime local = moment.atZone(zone);
    LocalDate day = local.toLocalTime().isBefore(from) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    while (!isContactDay(day)) {
      day = day.plusDays(1);
    }
    return day.atTime(from).atZone(zone).toInstant();
  }

  /** The end of the hours of the day on which this moment, or the next one inside the hours, lies. */
  public Instant endOf(Instant moment, ZoneId zone) {
    return next(moment, zone).atZone(zone).toLocalDate().atTime(to).atZone(zone).toInstant();
  }

  private static boolean isContactDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
