package io.remit.contact;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CollectionCase;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.ledger.Money;
import io.remit.promise.Promises;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Checks a promise as it was entered, and takes it. */
@Component
class PromiseEntry {

  private static final int LONGEST_PROMISE_DAYS = 92;
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");

  private final CaseFigures figures;
  private final Promises promises;
  private final BusinessCalendar calendar;

  PromiseEntry(CaseFigures figures, Promises promises, BusinessCalendar calendar) {
    this.figures = figures;
    this.promises = promises;
    this.calendar = calendar;
  }

  /** A promise that can be accepted. */
  record Checked(BigDecimal amount, LocalDate date) {
  }

  /**
   * Checks a promise.
   *
   * @param enteredAmount in the case's currency, with a decimal point
   * @param enteredDate ISO date
   * @throws InvalidInputException if a field cannot be accepted
   */
  Checked check(CollectionCase current, String enteredAmount, String enteredDate) {
    BigDecimal amount = amount(enteredAmount, current.currency());
    if (amount.compareTo(figures.of(current.caseNumber()).outstanding()) > 0) {
      throw new InvalidInputException("promiseAmount", "is more than what is owed");
    }
    return new Checked(amount, date(enteredDate));
  }

  void take(CollectionCase current, Checked promise, String channel, String actor) {
    promises.take(current.caseNumber(), promise.amount(), current.currency(), promise.date(), channel, actor);
  }

  private LocalDate date(String entered) {
    LocalDate date = EnteredText.date("promiseDate", entered);
    if (date.isBefore(calendar.today())) {
      throw new InvalidInputException("promiseDate", "lies in the past");
    }
    if (date.isAfter(calendar.today().plusDays(LONGEST_PROMISE_DAYS))) {
      throw new InvalidInputException("promiseDate", "lies more than " + LONGEST_PROMISE_DAYS + " days ahead");
    }
    return date;
  }

  private static BigDecimal amount(String entered, String currency) {
    if (entered == null || !AMOUNT.matcher(entered.strip()).matches()) {
      throw new InvalidInputException("promiseAmount", "must be an amount such as 46.00");
    }
    BigDecimal amount = new BigDecimal(entered.strip());
    if (amount.stripTrailingZeros().scale() > Money.decimalsOf(currency)) {
      throw new InvalidInputException("promiseAmount", "has more decimals than " + currency);
    }
    if (amount.signum() == 0) {
      throw new InvalidInputException("promiseAmount", "must be above zero");
    }
    return Money.inScaleOf(currency, amount);
  }
}
