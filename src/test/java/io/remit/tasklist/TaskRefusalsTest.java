package io.remit.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.remit.translation.Translations;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class TaskRefusalsTest {

  private static final String LISTENER = "Cannot submit task form 1f1ec6f7-e8cd-6668-bcbb-11faf6f8d58b: ENGINE-03051"
      + " There was an exception while invoking the TaskListener. Message: '%s'";

  private final ObjectMapper json = new ObjectMapper();
  private final TaskRefusals refusals = new TaskRefusals(Mockito.mock(Translations.class), json);

  private int statusFor(String message) {
    ObjectNode answer = json.createObjectNode().put("type", "RestException").put("message", message).put("code", 0);
    return refusals.statusFor(500, answer);
  }

  @Test
  void whoIsSlowerIsToldSoAlsoWhereTheProcessEndedWhileItsTaskWasRead() {
    assertThat(statusFor(LISTENER.formatted("This expression is one of models; it means nothing here"))).isEqualTo(409);
  }

  @Test
  void anotherFailureOfAListenerIsNone() {
    assertThat(statusFor(LISTENER.formatted("A model asks for the variable x, which is not there"))).isEqualTo(500);
  }
}
