package io.remit.outsourcing.change;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When partners are told what changed, and by when they acknowledge it. */
@Component
class ChangeTimes {

  private final @Nullable LocalTime each;
  private final Duration answerWithin;
  private final ZoneId zone;

  /**
   * @param changesAt the hour of each day, such as {@code 17:30}; empty for as soon as something changed
   * @param answerWithin after which a file that is not acknowledged is for an officer
   * @param zone the creditor's, in which the hour is read
   */
  ChangeTimes(@Value("${remit.outsourcing.changes-at}") String changesAt,
      @Value("${remit.outsourcing.changes-acknowledged-within}") Duration answerWithin,
      @Value("${remit.zone}") ZoneId zone) {
    this.each = changesAt.isBlank() ? null : LocalTime.parse(changesAt.strip());
    this.answerWithin = answerWithin;
    this.zone = zone;
  }

  /** Whether nothing waits for an hour of the day. */
  boolean atOnce() {
    return each == null;
  }

  /** Whether the day's hour has come. */
  boolean hasCome(Instant now) {
    LocalTime hour = each;
    return hour == null || !LocalTime.ofInstant(now, zone).isBefore(hour);
  }

  /** By when a partner has acknowledged a file that was put together at a moment. */
  Instant answerDue(Instant composedAt) {
    return composedAt.plus(answerWithin);
  }
}
