package io.remit.outsourcing;

import io.remit.cases.DailyHour;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When approved cases are handed over, and for how long a partner has them. */
@Component
public class HandOverTimes {

  private final DailyHour hour;
  private final Duration term;

  /**
   * @param handOverAt the hour of each day, such as {@code 17:00}; empty to hand over what is approved at once
   * @param term after which a partner has to give a case back
   * @param zone the creditor's, in which the hour is read
   */
  HandOverTimes(@Value("${remit.outsourcing.hand-over-at}") String handOverAt,
      @Value("${remit.outsourcing.term}") Duration term, @Value("${remit.zone}") ZoneId zone) {
    this.hour = DailyHour.of(handOverAt, zone);
    this.term = term;
  }

  /** When a case that is approved at a moment is handed over: at the next such hour, of this day or the next. */
  public Instant next(Instant approvedAt) {
    return hour.next(approvedAt);
  }

  /** The last day on which a partner has a case that it gets on a day. */
  LocalDate termEnds(LocalDate day) {
    return day.plusDays(term.toDays());
  }
}
