package io.remit.gate;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What debtors told staff of how and when they want to be reached; it holds for all their cases. */
@Component
public class DebtorWishes {

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final ReachabilityRepository reachability;
  private final OptOuts optOuts;
  private final Timeline timeline;

  DebtorWishes(ReachabilityRepository reachability, OptOuts optOuts, Timeline timeline) {
    this.reachability = reachability;
    this.optOuts = optOuts;
    this.timeline = timeline;
  }

  /** The debtor wants, or wants no more, to be reached through a channel. */
  @Transactional
  public void setChannel(String debtorId, Channel channel, boolean wanted, String userId) {
    if (wanted) {
      optOuts.optIn(debtorId, channel, userId);
      reachability.agreeTo(debtorId, channel, userId);
    } else {
      optOuts.optOut(debtorId, channel, userId);
    }
  }

  /**
   * Remembers another phone number of a debtor.
   *
   * @param entered with its country code, such as {@code +44 20 7946 0100}
   * @throws InvalidInputException if it is not a phone number
   */
  @Transactional
  public void addNumber(String debtorId, String entered, String userId) {
    reachability.addNumber(debtorId, international(entered), userId);
    timeline.addToOpenCases(debtorId, "NUMBER", null, userId, "The debtor has another phone number", null);
  }

  /**
   * Remembers hours in which the debtor agreed to be contacted, in his own time zone; they may go past midnight.
   *
   * @param from and to such as {@code 22:00}
   * @throws InvalidInputException if one is no time of day, or both are the same
   */
  @Transactional
  public void agreeHours(String debtorId, String from, String to, String userId) {
    Hours hours = new Hours(time("from", from), time("to", to));
    if (hours.from().equals(hours.to())) {
      throw new InvalidInputException("to", "is the same as from");
    }
    reachability.agree(debtorId, hours, userId);
    timeline.addToOpenCases(debtorId, "HOURS", null, userId, "The debtor agreed to be contacted at these hours",
        hours.from() + " to " + hours.to());
  }

  private String international(String entered) {
    try {
      var number = numbers.parse(entered, null);
      if (numbers.isValidNumber(number)) {
        return numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
      }
    } catch (NumberParseException notANumber) {
      // It is refused below, in words that do not repeat what was entered.
    }
    throw new InvalidInputException("number", "must be a phone number with its country code, such as +44 20 7946 0100");
  }

  private static LocalTime time(String field, String entered) {
    try {
      return LocalTime.parse(entered == null ? "" : entered.strip());
    } catch (DateTimeParseException notATime) {
      throw new InvalidInputException(field, "must be a time of day such as 22:00");
    }
  }
}
