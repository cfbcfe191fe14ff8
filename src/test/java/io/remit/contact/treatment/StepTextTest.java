package io.remit.contact.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts a drawing may send by itself. */
class StepTextTest {

  @ParameterizedTest
  @CsvSource({"overdue-sms, SMS", "before-court-letter, LETTER", "missed-call-email, EMAIL", "robot-script, ROBOT_CALL",
      "robot-second-try-script, ROBOT_CALL", "contact-person-sms, SMS"})
  void goesByTheChannelThatItsNameEndsIn(String template, Channel channel) {
    assertThat(StepText.of(template)).contains(new StepText(template, channel));
  }

  @ParameterizedTest
  @ValueSource(strings = {"promise-confirmation-sms", "plan-offer-email", "plan-ended-letter",
      "settlement-offer-letter", "dispute-upheld-email", "complaint-answer-upheld-letter", "stop-confirmed-sms",
      "call-script", "opt-out-line", "overdue-fax", "sms", "", "${dataSource}"})
  void whatIsSentByWhatItIsAboutIsNoStepOfItsOwn(String template) {
    assertThat(StepText.of(template)).isEmpty();
  }
}
