package io.remit.promise;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.files.PlainText;
import io.remit.ledger.Money;
import io.remit.promise.Promise.Given;
import io.remit.promise.Promise.Method;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks a promise as it was entered, and takes it. */
@Component
public class PromiseEntry {

  private static final int LONGEST_NAME = 200;

  private final CaseFigures figures;
  private final Promises promises;
  private final PromisePolicy policy;
  private final BusinessCalendar calendar;

  PromiseEntry(CaseFigures figures, Promises promises, PromisePolicy policy, BusinessCalendar calendar) {
    this.figures = figures;
    this.promises = promises;
    this.policy = policy;
    this.calendar = calendar;
  }

  /**
   * A promise as it came; each field but the first two may be null.
   *
   * @param promiseAmount in the case's currency, with a decimal point
   * @param promiseDate ISO date
   * @param promiseMethod a {@link Method}; {@link Method#OTHER} if missing
   * @param promiseReminder YES or NO: whether the debtor agreed to a reminder; NO if missing
   * @param representative who promised in the debtor's place
   */
  public record Entered(@Nullable String promiseAmount, @Nullable String promiseDate,
      @Nullable String promiseMethod, @Nullable String promiseReminder, @Nullable String representative) {

    public static final Entered NONE = new Entered(null, null, null, null, null);
  }

  /** A promise that can be taken, and under which limits. */
  public record Checked(Given given, PromiseLimits limits) {
  }

  /**
   * Checks a promise.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public Checked check(CollectionCase current, Entered entered) {
    CaseFigures.Figures figure = figures.of(current.caseNumber());
    PromiseLimits limits = policy.limitsFor(current.stage(), figure.overdueAmount(),
        promises.notKept(current.caseNumber()));
    BigDecimal amount = amount(entered.promiseAmount(), current.currency());
    checkAmount(amount, figure, promises.stillPromised(current.caseNumber()), limits);
    return new Checked(new Given(amount, current.currency(), date(entered.promiseDate(), limits),
        method(entered.promiseMethod()), representative(entered.representative()),
        reminderAgreed(entered.promiseReminder())), limits);
  }

  /**
   * Takes a promise that was checked.
   *
   * @param channel of the conversation in which it was given
   * @param actor user id
   */
  public void take(CollectionCase current, Checked promise, Channel channel, String actor) {
    promises.take(current.caseNumber(), promise.given(), promise.limits(), channel, actor);
  }

  private static void checkAmount(BigDecimal amount, CaseFigures.Figures figure, BigDecimal promised,
      PromiseLimits limits) {
    BigDecimal most = figure.outstanding().subtract(promised).max(BigDecimal.ZERO);
    if (amount.compareTo(most) > 0) {
      throw new InvalidInputException("promiseAmount", promised.signum() == 0 ? "is more than what is owed"
          : "is more than what is owed beside what is promised already; at most " + figure.currency() + " "
              + most.toPlainString());
    }
    BigDecimal least = figure.overdue().multiply(BigDecimal.valueOf(limits.leastShare())).movePointLeft(2)
        .setScale(Money.decimalsOf(figure.currency()), RoundingMode.UP).min(most);
    if (amount.compareTo(least) < 0) {
      throw new InvalidInputException("promiseAmount", "is less than can be accepted; at least " + figure.currency()
          + " " + least.toPlainString());
    }
  }

  private LocalDate date(@Nullable String entered, PromiseLimits limits) {
    LocalDate date = EnteredText.date("promiseDate", entered);
    if (date.isBefore(calendar.today())) {
      throw new InvalidInputException("promiseDate", "lies in the past");
    }
    LocalDate latest = calendar.today().plusDays(limits.longestDays());
    if (date.isAfter(latest)) {
      throw new InvalidInputException("promiseDate", "is too far ahead; " + latest + " at the latest");
    }
    return date;
  }

  private static Method method(@Nullable String entered) {
    return entered == null || entered.isBlank() ? Method.OTHER
        : EnteredText.choice("promiseMethod", entered, Method.class);
  }

  /** What is said to a question with two answers. */
  private enum Answer {
    YES, NO
  }

  private static boolean reminderAgreed(@Nullable String entered) {
    return entered != null && !entered.isBlank()
        && EnteredText.choice("promiseReminder", entered, Answer.class) == Answer.YES;
  }

  private static @Nullable String representative(@Nullable String entered) {
    if (entered == null || entered.isBlank()) {
      return null;
    }
    String name = PlainText.inOneLine(entered);
    if (name.length() > LONGEST_NAME) {
      throw new InvalidInputException("representative", "is longer than " + LONGEST_NAME + " characters");
    }
    return name;
  }

  private static BigDecimal amount(@Nullable String entered, String currency) {
    BigDecimal amount = EnteredText.amount("promiseAmount", entered, currency);
    if (amount.signum() == 0) {
      throw new InvalidInputException("promiseAmount", "must be above zero");
    }
    return amount;
  }
}
