package io.remit.outsourcing.change;

import io.remit.cases.DailyHour;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When partners are told what changed, and by when they acknowledge it. */
@Component
class ChangeTimes {

  private final DailyHour hour;
  private final Duration answerWithin;

  /**
   * @param changesAt the hour of each day, such as {@code 17:30}; empty for as soon as something changed
   * @param answerWithin after which a file that is not acknowledged is for an officer
   * @param zone the creditor's, in which the hour is read
   */
  ChangeTimes(@Value("${remit.outsourcing.changes-at}") String changesAt,
      @Value("${remit.outsourcing.changes-acknowledged-within}") Duration answerWithin,
      @Value("${remit.zone}") ZoneId zone) {
    this.hour = DailyHour.of(changesAt, zone);
    this.answerWithin = answerWithin;
  }

  /** Whether nothing waits for an hour of the day. */
  boolean atOnce() {
    return hour.isAtOnce();
  }

  /** Whether the day's hour has come. */
  boolean hasCome(Instant now) {
    return hour.hasCome(now);
  }

  /** By when a partner has acknowledged a file that was put together at a moment. */
  Instant answerDue(Instant composedAt) {
    return composedAt.plus(answerWithin);
  }
}
