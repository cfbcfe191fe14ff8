package io.remit.outsourcing.answer;

import io.remit.cases.Channel;
import io.remit.contact.ConversationOutcome;
import io.remit.ledger.Money;
import io.remit.outsourcing.answer.Lines.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a partner did or heard.
 *
 * @param line where it stands
 * @param id the partner's own, unique for ever
 * @param channel by which it was; null for a payment
 * @param outcome of a contact; null for anything else
 * @param amount promised or paid; null for anything else
 * @param currency ISO 4217, of the amount; null if there is none
 * @param date for which it was promised, or on which it was paid; null for anything else
 * @param text in the partner's words; null if there is none
 */
record Activity(Line line, String id, String caseNumber, Type type, @Nullable Channel channel,
    @Nullable ConversationOutcome outcome, @Nullable BigDecimal amount, @Nullable String currency,
    @Nullable LocalDate date, @Nullable String text) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern CASE = Pattern.compile("[A-Za-z0-9-]{1,40}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,4})?");

  /** What a line can tell. */
  enum Type {
    CONTACT, PROMISE, PAYMENT, COMPLAINT
  }

  /** @throws FaultException if a cell cannot be what it should be */
  static Activity of(Line line) {
    line.checked();
    Type type = choice(line, "type", Type.class);
    Channel channel = type == Type.PAYMENT ? null : choice(line, "channel", Channel.class);
    boolean hasAmount = type == Type.PROMISE || type == Type.PAYMENT;
    String currency = hasAmount ? line.get("currency") : null;
    return new Activity(line, matching(line, "activity_id", ID), matching(line, "case_number", CASE), type, channel,
        type == Type.CONTACT ? outcome(line, Objects.requireNonNull(channel)) : null,
        currency == null ? null : amount(line, currency), currency, hasAmount ? date(line) : null,
        line.get("text").isEmpty() ? null : line.get("text"));
  }

  private static ConversationOutcome outcome(Line line, Channel channel) {
    ConversationOutcome outcome = choice(line, "outcome", ConversationOutcome.class);
    if (outcome == ConversationOutcome.PROMISED || outcome == ConversationOutcome.PAUSE
        || outcome == ConversationOutcome.PLAN_ASKED
        || !ConversationOutcome.reportedBy(channel).contains(outcome)) {
      throw line.fault("outcome", "wrong-outcome", "This cannot be told of a contact by this channel");
    }
    return outcome;
  }

  /** An amount above zero, with no more decimals than the currency has. */
  static BigDecimal amount(Line line, String currency) {
    try {
      BigDecimal amount = new BigDecimal(matching(line, "amount", AMOUNT));
      if (amount.signum() > 0) {
        return Money.inScaleOf(currency, amount);
      }
    } catch (ArithmeticException | IllegalArgumentException wrong) {
      throw line.fault("amount", "wrong-amount", "The amount does not fit the currency");
    }
    throw line.fault("amount", "wrong-amount", "An amount is above zero");
  }

  private static LocalDate date(Line line) {
    try {
      return LocalDate.parse(line.get("date"));
    } catch (DateTimeParseException wrong) {
      throw line.fault("date", "wrong-date", "Must be a date such as 2026-03-02");
    }
  }

  private static String matching(Line line, String column, Pattern form) {
    String cell = line.get(column);
    if (!form.matcher(cell).matches()) {
      throw line.fault(column, "wrong-form", "Is missing, too long or has other characters than are allowed");
    }
    return cell;
  }

  private static <E extends Enum<E>> E choice(Line line, String column, Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants()).filter(each -> each.name().equals(line.get(column))).findFirst()
        .orElseThrow(() -> line.fault(column, "unknown-word", "Is none of the words that are known here"));
  }
}
