package io.remit.portfolio;

import java.time.LocalTime;

/**
 * When and how often debtors of a place may be contacted at the most, as read from the sources that the notes of
 * {@code contact-policy.dmn} name.
 */
enum Law {

  /** 12 CFR 1006.6(b)(1): not before 08:00, not after 21:00; 1006.14(b)(2): seven calls in seven days. */
  UNITED_STATES(8, 21, false, 7),
  /** GB/T 45251-2025: no contact from 22:00 to 08:00. */
  CHINA(8, 22, false, 42),
  /** House rule for what CONC 7.9 calls reasonable. */
  GREAT_BRITAIN(8, 20, false, 3),
  /** House rule: no Sundays, no holidays. */
  ANYWHERE_ELSE(9, 20, true, 1000);

  /** House rules everywhere. */
  static final int MESSAGES_A_DAY = 1;
  static final int MESSAGES_IN_SEVEN_DAYS = 3;
  /** 12 CFR 1006.14(b)(2)(i)(B): the day of the conversation is the first of seven. */
  static final int DAYS_OF_REST_AFTER_A_CONVERSATION = 7;

  private final LocalTime from;
  private final LocalTime to;
  private final boolean restsOnSundays;
  private final int callsInSevenDays;

  Law(int from, int to, boolean restsOnSundays, int callsInSevenDays) {
    this.from = LocalTime.of(from, 0);
    this.to = LocalTime.of(to, 0);
    this.restsOnSundays = restsOnSundays;
    this.callsInSevenDays = callsInSevenDays;
  }

  boolean allowsHour(LocalTime time) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  boolean restsOnSundaysAndHolidays() {
    return restsOnSundays;
  }

  int callsInSevenDays() {
    return callsInSevenDays;
  }
}
