package io.remit.gate;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the contact policy: a row of the decision {@code contact-policy}.
 *
 * @param name as decisions name it, such as {@code contact-hours}
 * @param from with {@link Kind#HOURS} the first moment of a day, in the debtor's zone; else null
 * @param to with {@link Kind#HOURS} the end of the day's contacts, itself outside; else null
 * @param weekdays with {@link Kind#HOURS} the days on which these hours hold, with
 *     {@link Kind#NOT_ON_WEEKDAYS} those on which nothing is done; else all
 * @param unlessAgreed whether hours that the debtor agreed to count as inside
 * @param counted with {@link Kind#CAP} what is counted, else null
 * @param atMost with {@link Kind#CAP} how many are allowed
 * @param days with {@link Kind#CAP} on so many days: 1 is the debtor's calendar day, more are as many times 24 hours;
 *     with {@link Kind#REST_AFTER_CONVERSATION} the days of rest, that of the conversation being the first
 */
public record ContactRule(String name, Kind kind, @Nullable LocalTime from, @Nullable LocalTime to,
    Set<DayOfWeek> weekdays, boolean unlessAgreed, @Nullable Counted counted, int atMost, int days) {

  /** What a rule is about. */
  public enum Kind {
    HOURS, NOT_ON_SUNDAYS, NOT_ON_HOLIDAYS, CAP, REST_AFTER_CONVERSATION,
    /** On none of the days that the row names. */
    NOT_ON_WEEKDAYS,
    /** Only if the debtor agreed to the channel; what was agreed otherwise, such as a reminder, is done. */
    WITH_CONSENT
  }

  /** What a cap counts, over all cases of a debtor and whoever made the contact. */
  public enum Counted {
    MESSAGES, CALLS, ANSWERED_CALLS,
    /** Through whatever channel. */
    CONTACTS,
    /** By voice or by text message: whatever a telephone brings. */
    TELEPHONE_CONTACTS,
    /** By voice or by visit. */
    CALLS_AND_VISITS,
    VISITS,
    /** To the number that is to be called. */
    UNANSWERED_CALLS
  }

  /**
   * @throws IllegalArgumentException if a value is missing or makes no sense
   */
  public ContactRule {
    boolean complete = switch (kind) {
      case NOT_ON_WEEKDAYS -> !weekdays.isEmpty() && weekdays.size() < DayOfWeek.values().length;
      case HOURS -> from != null && to != null && from.isBefore(to) && !weekdays.isEmpty();
      case CAP -> counted != null && atMost > 0 && days > 0;
      case REST_AFTER_CONVERSATION -> days > 0;
      case NOT_ON_SUNDAYS, NOT_ON_HOLIDAYS, WITH_CONSENT -> true;
    };
    if (name == null || name.isBlank() || !complete) {
      throw new IllegalArgumentException("contact-policy: the row " + name + " lacks a value that " + kind + " needs");
    }
  }
}
