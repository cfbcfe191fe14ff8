package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.casefile.CaseView;
import io.remit.cases.Channel;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The forms of calls and visits say what the case will do after each outcome; and that is what it does. */
@ProcessTest
class OutlookTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private CaseView views;
  @Autowired
  private ObjectMapper json;

  private TestedCase caseOf(ArrearsRow account) {
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    return opened;
  }

  private JsonNode outlook(TestedCase opened, Channel channel) throws IOException {
    return json.readTree(views.forConversation(opened.number(), channel, "collector1")).path("next");
  }

  @ParameterizedTest
  @CsvSource({"REFUSED, 2007-09-10", "NOT_REACHED, 2007-09-06", "THIRD_PARTY, 2007-09-06"})
  void afterACallTheNextOneComesOnTheDayThatTheFormSaid(String outcome, String day) throws IOException {
    TestedCase called = caseOf(world.account(30));

    assertThat(outlook(called, Channel.CALL).path(outcome).asText()).isEqualTo("a call, not before " + day);

    called.submit(Worker.COLLECTOR, outcome);
    world.moveTo(day + "T08:59:59Z");
    assertThat(called.openTask()).isEqualTo("none");
    world.moveTo(day + "T09:00:00Z");
    assertThat(called.openTask()).startsWith("task_call_debtor");
  }

  @Test
  void anotherChannelIsNamed() throws IOException {
    TestedCase called = caseOf(world.account(30));
    called.submit(Worker.COLLECTOR, "NOT_REACHED");
    world.moveTo("2007-09-06T09:00:00Z");

    JsonNode next = outlook(called, Channel.CALL);

    assertThat(next.path("NOT_REACHED").asText()).isEqualTo("sms, not before 2007-09-09");
    assertThat(next.path("REFUSED").asText()).isEqualTo("a call, not before 2007-09-13");
  }

  @Test
  void theNextStageIsNamedWhereItBeginsBefore() throws IOException {
    TestedCase called = caseOf(world.account(86));

    JsonNode next = outlook(called, Channel.CALL);

    assertThat(next.path("NOT_REACHED").asText()).isEqualTo("a call, not before 2007-09-06");
    assertThat(next.path("REFUSED").asText()).isEqualTo("VISIT begins on 2007-09-07");
    called.submit(Worker.COLLECTOR, "REFUSED");
    world.moveTo("2007-09-07T06:00:00Z");
    assertThat(called.facts().stage().name()).isEqualTo("VISIT");
  }

  @ParameterizedTest
  @CsvSource({"NOBODY_MET, a visit, 2007-09-17, task_visit_debtor", "MOVED_AWAY, a call, 2007-10-03, task_call_debtor",
      "REFUSED, a visit, 2007-09-17, task_visit_debtor"})
  void afterAVisitTheNextStepComesOnTheDayThatTheFormSaid(String outcome, String step, String day, String task)
      throws IOException {
    TestedCase visited = caseOf(world.account(90).with("owns_property", "true"));

    assertThat(outlook(visited, Channel.VISIT).path(outcome).asText()).isEqualTo(step + ", not before " + day);

    visited.submit(Worker.FIELD_AGENT, outcome);
    world.moveTo(day + "T09:00:00Z");
    assertThat(visited.openTask()).startsWith(task);
  }

  @Test
  void everyOutcomeThatAFormOffersHasItsWords() throws IOException {
    assertThat(outlook(caseOf(world.account(30)), Channel.CALL).properties()).extracting(entry -> entry.getKey())
        .contains("PROMISED", "PLAN_ASKED", "REFUSED", "DISPUTED", "HARDSHIP", "PAUSE", "NOT_REACHED", "WRONG_NUMBER",
            "THIRD_PARTY", "CONTACT_PERSON_ASKED", "CONTACT_PERSON_REFUSED");
    assertThat(outlook(caseOf(world.account(90).with("owns_property", "true")), Channel.VISIT).properties())
        .extracting(entry -> entry.getKey())
        .contains("PROMISED", "PLAN_ASKED", "REFUSED", "DISPUTED", "HARDSHIP", "PAUSE", "NOBODY_MET", "MOVED_AWAY");
  }

  @Test
  void askingChangesNothing() throws IOException {
    TestedCase called = caseOf(world.account(30));
    outlook(called, Channel.CALL);
    String before = called.facts().toString();

    outlook(called, Channel.CALL);

    assertThat(called.facts()).hasToString(before);
    assertThat(called.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
  }
}
