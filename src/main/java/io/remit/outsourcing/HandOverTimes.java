package io.remit.outsourcing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When approved cases are handed over, and for how long a partner has them. */
@Component
public class HandOverTimes {

  private final @Nullable LocalTime each;
  private final Duration term;
  private final ZoneId zone;

  /**
   * @param handOverAt the hour of each day, such as {@code 17:00}; empty to hand over what is approved at once
   * @param term after which a partner has to give a case back
   * @param zone the creditor's, in which the hour is read
   */
  HandOverTimes(@Value("${remit.outsourcing.hand-over-at}") String handOverAt,
      @Value("${remit.outsourcing.term}") Duration term, @Value("${remit.zone}") ZoneId zone) {
    this.each = handOverAt.isBlank() ? null : LocalTime.parse(handOverAt.strip());
    this.term = term;
    this.zone = zone;
  }

  /** When a case that is approved at a moment is handed over: at the next such hour, of this day or the next. */
  public Instant next(Instant approvedAt) {
    LocalTime hour = each;
    if (hour == null) {
      return approvedAt;
    }
    ZonedDateTime today = approvedAt.atZone(zone).with(hour);
    return (today.toInstant().isBefore(approvedAt) ? today.plusDays(1) : today).toInstant();
  }

  /** The last day on which a partner has a case that it gets on a day. */
  LocalDate termEnds(LocalDate day) {
    return day.plusDays(term.toDays());
  }
}
