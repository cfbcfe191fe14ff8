package io.remit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.contact.conversation.RobotCallResult.AnsweredBy;
import io.remit.contact.conversation.RobotCallResult.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sandbox robot pretends, as docs/channels.md says. */
class PretendedAnswerTest {

  @ParameterizedTest
  @CsvSource({"+4930123450, DEBTOR, NONE", "+4930123451, DEBTOR, PROMISED", "+4930123452, DEBTOR, DISPUTED",
      "+4930123453, DEBTOR, HARDSHIP", "+4930123454, DEBTOR, ASKED_FOR_HUMAN", "+4930123455, THIRD_PARTY, NONE",
      "+4930123456, MACHINE, NONE", "+4930123457, NOBODY, NONE", "+4930123458, WRONG_NUMBER, NONE",
      "+4930123459, DEBTOR, REFUSED", "+4930123499, DEBTOR, OPTED_OUT"})
  void theLastDigitDecides(String number, AnsweredBy answeredBy, Outcome outcome) {
    PretendedAnswer answer = PretendedAnswer.of(number);

    assertThat(answer.answeredBy()).isEqualTo(answeredBy);
    assertThat(answer.outcome()).isEqualTo(outcome);
    assertThat(answer.length()).isPositive();
  }
}
