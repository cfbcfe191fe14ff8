package io.remit.gateway.robot;

import io.remit.contact.conversation.RobotCallResult;
import io.remit.contact.conversation.RobotCallResult.AnsweredBy;
import io.remit.contact.conversation.RobotCallResult.Outcome;
import io.remit.gateway.callback.CallbackFields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the result of a call from a call-back, and refuses what contradicts itself. */
final class ResultFields {

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,189}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,4})?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** What may have been said, by who took the call: nobody else can promise or dispute in the debtor's place. */
  private static final Map<AnsweredBy, Set<Outcome>> POSSIBLE = Map.of(
      AnsweredBy.DEBTOR, EnumSet.allOf(Outcome.class),
      AnsweredBy.THIRD_PARTY, EnumSet.of(Outcome.NONE, Outcome.REFUSED, Outcome.OPTED_OUT, Outcome.ASKED_FOR_HUMAN),
      AnsweredBy.MACHINE, EnumSet.of(Outcome.NONE),
      AnsweredBy.NOBODY, EnumSet.of(Outcome.NONE),
      AnsweredBy.WRONG_NUMBER, EnumSet.of(Outcome.NONE));

  private ResultFields() {
  }

  static RobotCallResult read(CallbackFields fields) {
    String reference = fields.text("reference", REFERENCE, "the reference of a call");
    AnsweredBy answeredBy = fields.choice("answeredBy", AnsweredBy.class);
    Outcome outcome = fields.choice("outcome", Outcome.class);
    if (!POSSIBLE.getOrDefault(answeredBy, Set.of()).contains(outcome)) {
      throw fields.malformed("outcome", "cannot be " + outcome + " when answeredBy is " + answeredBy);
    }
    Optional<String> amount = amount(fields);
    Optional<String> date = date(fields);
    requireWithPromise(fields, "promiseAmount", amount, outcome);
    requireWithPromise(fields, "promiseDate", date, outcome);
    return new RobotCallResult(RobotChannel.NAME, reference, answeredBy, outcome, amount.orElse(null),
        date.orElse(null), fields.instant("at"));
  }

  private static Optional<String> amount(CallbackFields fields) {
    Optional<String> amount = fields.optionalText("promiseAmount", AMOUNT, "a text such as \"120.50\"");
    if (amount.isPresent() && new BigDecimal(amount.get()).signum() == 0) {
      throw fields.malformed("promiseAmount", "must be more than 0");
    }
    return amount;
  }

  private static Optional<String> date(CallbackFields fields) {
    Optional<String> date = fields.optionalText("promiseDate", DATE, "a date such as 2026-12-24");
    try {
      date.ifPresent(LocalDate::parse);
      return date;
    } catch (DateTimeException noSuchDay) {
      throw fields.malformed("promiseDate", "is no day of the calendar");
    }
  }

  private static void requireWithPromise(CallbackFields fields, String name, Optional<String> value, Outcome outcome) {
    if (outcome == Outcome.PROMISED && value.isEmpty()) {
      throw fields.malformed(name, "is missing: the outcome is PROMISED");
    }
    if (outcome != Outcome.PROMISED && value.isPresent()) {
      throw fields.malformed(name, "is only for the outcome PROMISED");
    }
  }
}
