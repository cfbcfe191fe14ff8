package io.remit.gate;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.remit.cases.Channel;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.gate.ContactQuestion.Address;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What debtors told staff of how and when they want to be reached; it holds for all their cases. */
@Component
public class ContactPreferences {

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final ReachabilityRepository reachability;
  private final OptOuts optOuts;
  private final Timeline timeline;

  ContactPreferences(ReachabilityRepository reachability, OptOuts optOuts, Timeline timeline) {
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
    timeline.addToOpenCases(debtorId, EntryKind.NUMBER, userId, "The debtor has another phone number", null);
  }

  /**
   * A number is never to be used again, as that of the debtor's work.
   *
   * @param entered with its country code
   * @throws InvalidInputException if it is not a phone number
   */
  @Transactional
  public void refuseNumber(String debtorId, String entered, String userId) {
    // a creditor may have told one that no table of numbers knows
    reachability.mark(debtorId, international(entered, numbers::isPossibleNumber), Address.UNWANTED, userId);
    timeline.addToOpenCases(debtorId, EntryKind.NUMBER, userId, "The debtor does not want a number to be used", null);
  }

  /** Hours as they were entered: all of one kind may be null or blank, if none were told. */
  public record EnteredHours(@Nullable String from, @Nullable String to, @Nullable String notFrom,
      @Nullable String notTo) {

    /** Whether any is told. */
    public boolean areEntered() {
      return Stream.of(from, to, notFrom, notTo).anyMatch(time -> !isBlank(time));
    }
  }

  /**
   * Remembers the hours that suit the debtor, in the debtor's own time zone, in place of all that was said before;
   * they may go past midnight, and narrow what the rules allow. Without any hours every hour that the rules
   * allow suits again.
   *
   * @param entered {@code from} and {@code to}: only then; {@code notFrom} and {@code notTo}: not then; such as
   *     {@code 22:00}
   * @throws InvalidInputException if one is no time of day, both of a kind are the same, or nothing is left between
   *     them
   */
  @Transactional
  public void suit(String debtorId, EnteredHours entered, String userId) {
    Hours onlyThen = hours("from", entered.from(), "to", entered.to());
    Hours notThen = hours("notFrom", entered.notFrom(), "notTo", entered.notTo());
    if (onlyThen != null && notThen != null && notThen.contain(onlyThen.from()) && notThen.coversAllOf(onlyThen)) {
      throw new InvalidInputException("notTo", "leaves no hour in which the debtor may be contacted");
    }
    reachability.suit(debtorId, new SuitableHours(onlyThen, notThen), userId);
    if (onlyThen == null && notThen == null) {
      timeline.addToOpenCases(debtorId, EntryKind.HOURS, userId, "Every hour suits the debtor again", null);
    }
    if (onlyThen != null) {
      timeline.addToOpenCases(debtorId, EntryKind.HOURS, userId, "The debtor wants to be contacted at these hours only",
          onlyThen.from() + " to " + onlyThen.to());
    }
    if (notThen != null) {
      timeline.addToOpenCases(debtorId, EntryKind.HOURS, userId,
          "The debtor does not want to be contacted at these hours", notThen.from() + " to " + notThen.to());
    }
  }

  private static @Nullable Hours hours(String fromField, @Nullable String from, String toField,
      @Nullable String to) {
    if (isBlank(from) && isBlank(to)) {
      return null;
    }
    Hours hours = new Hours(time(fromField, from), time(toField, to));
    if (hours.from().equals(hours.to())) {
      throw new InvalidInputException(toField, "is the same as the beginning");
    }
    return hours;
  }

  private static boolean isBlank(@Nullable String entered) {
    return entered == null || entered.isBlank();
  }

  private String international(String entered) {
    return international(entered, numbers::isValidNumber);
  }

  private String international(String entered, Predicate<PhoneNumber> accepted) {
    try {
      PhoneNumber number = numbers.parse(entered, null);
      if (accepted.test(number)) {
        return numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
      }
    } catch (NumberParseException notANumber) {
      // It is refused below, in words that do not repeat what was entered.
    }
    throw new InvalidInputException("number", "must be a phone number with its country code, such as +44 20 7946 0100");
  }

  private static LocalTime time(String field, @Nullable String entered) {
    try {
      return LocalTime.parse(entered == null ? "" : entered.strip());
    } catch (DateTimeParseException notATime) {
      throw new InvalidInputException(field, "must be a time of day such as 22:00");
    }
  }
}
