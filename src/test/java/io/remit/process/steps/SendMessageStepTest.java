package io.remit.process.steps;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.remit.contact.treatment.StepText;
import io.remit.contact.treatment.Treatments;
import java.util.NoSuchElementException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the step "Send message" sends: what was decided, or what the drawing says. */
class SendMessageStepTest {

  private final Treatments treatments = mock();
  private final DelegateExecution execution = mock();
  private final JavaDelegate step = new CollectionCaseSteps().sendMessage(treatments);

  @BeforeEach
  void ofACase() {
    when(execution.getProcessBusinessKey()).thenReturn("C100001");
  }

  @Test
  void withoutATextItSendsWhatWasDecided() throws Exception {
    step.execute(execution);

    verify(treatments).planMessage("C100001");
    verifyNoMoreInteractions(treatments);
  }

  @Test
  void aTextOfTheDrawingIsSentWhateverWasDecided() throws Exception {
    when(execution.getVariableLocal("text")).thenReturn("before-court-letter");
    when(execution.getVariableLocal("days")).thenReturn("14");

    step.execute(execution);

    verify(treatments).planMessage("C100001", StepText.of("before-court-letter").orElseThrow(), 14);
    verifyNoMoreInteractions(treatments);
  }

  @Test
  void aTextThatNeedsMoreThanTheCaseIsNotSent() {
    when(execution.getVariableLocal("text")).thenReturn("promise-confirmation-sms");
    when(execution.getVariableLocal("days")).thenReturn("14");

    assertThatThrownBy(() -> step.execute(execution)).isInstanceOf(NoSuchElementException.class);
    verifyNoMoreInteractions(treatments);
  }
}
