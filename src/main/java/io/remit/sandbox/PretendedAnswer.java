package io.remit.sandbox;

import io.remit.contact.conversation.RobotCallResult.AnsweredBy;
import io.remit.contact.conversation.RobotCallResult.Outcome;
import java.time.Duration;

/**
 * What is pretended to have come of a call: the last digit of the number decides.
 *
 * @param length how long the call is pretended to have taken
 */
record PretendedAnswer(AnsweredBy answeredBy, Outcome outcome, Duration length) {

  private static final String OPTS_OUT = "99";

  /** @param number ends with a digit */
  static PretendedAnswer of(String number) {
    if (number.endsWith(OPTS_OUT)) {
      return debtor(Outcome.OPTED_OUT, 30);
    }
    return switch (number.charAt(number.length() - 1)) {
      case '0' -> debtor(Outcome.NONE, 40);
      case '1' -> debtor(Outcome.PROMISED, 95);
      case '2' -> debtor(Outcome.DISPUTED, 80);
      case '3' -> debtor(Outcome.HARDSHIP, 85);
      case '4' -> debtor(Outcome.ASKED_FOR_HUMAN, 20);
      case '5' -> nothingSaid(AnsweredBy.THIRD_PARTY, 25);
      case '6' -> nothingSaid(AnsweredBy.MACHINE, 15);
      case '7' -> nothingSaid(AnsweredBy.NOBODY, 45);
      case '8' -> nothingSaid(AnsweredBy.WRONG_NUMBER, 20);
      case '9' -> debtor(Outcome.REFUSED, 35);
      default -> throw new IllegalArgumentException("A number ends with a digit");
    };
  }

  private static PretendedAnswer debtor(Outcome outcome, int seconds) {
    return new PretendedAnswer(AnsweredBy.DEBTOR, outcome, Duration.ofSeconds(seconds));
  }

  private static PretendedAnswer nothingSaid(AnsweredBy answeredBy, int seconds) {
    return new PretendedAnswer(answeredBy, Outcome.NONE, Duration.ofSeconds(seconds));
  }
}
