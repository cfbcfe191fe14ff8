package io.remit.portfolio;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * When and how often debtors of a place may be contacted at the most, as read from the sources that the notes of
 * {@code contact-policy.dmn} name.
 */
enum Law {

  /** 12 CFR 1006.6(b)(1): not before 08:00, not after 21:00; 1006.14(b)(2): seven calls in seven days. */
  UNITED_STATES(8, 21, false, false, 7),
  /** GB/T 45251-2025: no contact from 22:00 to 08:00. */
  CHINA(8, 22, false, false, 42),
  /** House rule for what CONC 7.9 calls reasonable. */
  GREAT_BRITAIN(8, 20, false, false, 3),
  /**
   * RG 96: from 09:00 to 21:00, by telephone from 07:30 on weekdays; not on national holidays; ten contacts a month.
   */
  AUSTRALIA(9, 21, false, true, 3),
  /** House rule: no Sundays, no holidays. */
  ANYWHERE_ELSE(9, 20, true, true, 1000);

  /** House rules everywhere. */
  static final int MESSAGES_A_DAY = 1;
  static final int MESSAGES_IN_SEVEN_DAYS = 3;
  /** 12 CFR 1006.14(b)(2)(i)(B): the day of the conversation is the first of seven. */
  static final int DAYS_OF_REST_AFTER_A_CONVERSATION = 7;
  /** RG 96, part 2, sections 5 and 7: of contacts of all kinds, and of visits in a month. */
  static final int AUSTRALIAN_CONTACTS_IN_SEVEN_DAYS = 3;
  static final int AUSTRALIAN_CONTACTS_IN_THIRTY_DAYS = 10;

  private static final LocalTime AUSTRALIAN_WEEKDAY = LocalTime.of(7, 30);

  private final LocalTime from;
  private final LocalTime to;
  private final boolean restsOnSundays;
  private final boolean restsOnHolidays;
  private final int callsInSevenDays;

  Law(int from, int to, boolean restsOnSundays, boolean restsOnHolidays, int callsInSevenDays) {
    this.from = LocalTime.of(from, 0);
    this.to = LocalTime.of(to, 0);
    this.restsOnSundays = restsOnSundays;
    this.restsOnHolidays = restsOnHolidays;
    this.callsInSevenDays = callsInSevenDays;
  }

  /** Whether it lets a channel be used at a moment, as the clock of a place shows it. */
  boolean allows(ZonedDateTime there, String channel) {
    boolean weekday = there.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    LocalTime begin = this == AUSTRALIA && weekday && !channel.equals("VISIT") ? AUSTRALIAN_WEEKDAY : from;
    LocalTime time = there.toLocalTime();
    return !time.isBefore(begin) && time.isBefore(to)
        && !(restsOnSundays && there.getDayOfWeek() == DayOfWeek.SUNDAY);
  }

  boolean restsOnHolidays() {
    return restsOnHolidays;
  }

  int callsInSevenDays() {
    return callsInSevenDays;
  }
}
