package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.Channel;
import io.remit.cases.DebtorRepository;
import io.remit.cases.Stage;
import io.remit.contact.ContactAttempt.Status;
import io.remit.contact.conversation.AtTheDoor;
import io.remit.contact.conversation.ContactResult;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.contact.conversation.ConversationReport;
import io.remit.contact.conversation.ReportedContacts;
import io.remit.gate.ContactPreferences;
import io.remit.gate.Person;
import io.remit.promise.PromiseEntry;
import io.remit.safety.SafetyNote;
import io.remit.safety.SafetyNotes;
import io.remit.sql.Moments;
import io.remit.visit.AgentsNeeded;
import io.remit.visit.VisitReport;
import io.remit.visit.VisitReports;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is visited, and what follows from a visit. */
@ProcessTest
class VisitTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private SafetyNotes safety;
  @Autowired
  private ContactsByPeople people;
  @Autowired
  private VisitReports visits;
  @Autowired
  private AgentsNeeded needed;
  @Autowired
  private DebtorRepository debtors;
  @Autowired
  private ReportedContacts reports;

  private TestedCase caseToVisit() {
    TestedCase opened = world.open(world.account(90).with("owns_property", "true"));
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.openTask()).isEqualTo("task_visit_debtor 2007-09-10T06:00:00Z");
    return opened;
  }

  @ParameterizedTest(name = "{0} {1} owing {2}, property: {3}")
  @CsvSource({"PERSON, 277 Example Street, 50.00, true", "COMPANY, 277 Example Street, 50.00, false",
      "PERSON, 277 Example Street, 1000.00, false"})
  void whoCanBeFoundAndCanPayIsVisited(String type, String address, String amount, String ownsProperty) {
    TestedCase visited = world.open(world.account(90).with("debtor_type", type).with("address", address).owes(amount)
        .with("owns_property", ownsProperty));
    world.moveTo("2007-09-03T09:00:00Z");

    assertThat(visited.process()).hasPassedInOrder("visit_begins", "visit_treatment_due", "decide_visit_eligibility",
        "decide_visit_treatment", "which_visit_treatment").isWaitingAt("visit_in_visit")
        .hasNotPassed("call_in_visit", "send_visit_message");
    assertThat(visited.called("visit-debtor")).isWaitingAt("task_visit_debtor");
    assertThat(visited.task().getAssignee()).isNull();
  }

  @ParameterizedTest(name = "{0} at \"{1}\" owing {2}, property: {3}")
  @CsvSource({"PERSON, 277 Example Street, 999.99, false", "PERSON, 277 Example Street, 49.99, true",
      "COMPANY, 277 Example Street, 49.99, false", "COMPANY, '', 5000.00, true"})
  void elseTheDebtorIsCalled(String type, String address, String amount, String ownsProperty) {
    TestedCase called = world.open(world.account(90).with("debtor_type", type).with("address", address).owes(amount)
        .with("owns_property", ownsProperty));
    world.moveTo("2007-09-03T09:00:00Z");

    assertThat(called.process()).isWaitingAt("call_in_visit").hasNotPassed("visit_in_visit", "send_visit_message");
    assertThat(called.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
  }

  @Test
  void whoCanNeitherBeVisitedNorCalledIsWrittenTo() {
    TestedCase written = world.open(world.account(90).without("phone"));
    world.moveTo("2007-10-01T00:00:00Z");

    assertThat(written.messages()).containsExactly("2007-09-03T09:00:00Z LETTER contact-request-letter",
        "2007-09-24T09:00:00Z LETTER contact-request-letter");
    assertThat(written.process()).hasPassed("send_visit_message").hasNotPassed("visit_in_visit", "call_in_visit");
  }

  @Test
  void whomTwoOtherWaysDidNotReachIsVisitedForLess() {
    TestedCase tried = world.open(world.account(90).owes("950.00"));
    TestedCase small = world.open(world.account(90).owes("250.00"));
    world.moveTo("2007-09-03T09:00:00Z");
    for (TestedCase called : List.of(tried, small)) {
      called.submit(Worker.COLLECTOR, "NOT_REACHED");
      world.database.sql("""
          insert into contact_attempt (case_number, debtor_id, stage, channel, person, status, actor, planned_at,
            allowed, answer)
          values (:case, :debtor, 'VISIT', 'LETTER', 'DEBTOR', 'SENT', 'remit', :at, true, false)
          """).param("case", called.number()).param("debtor", called.facts().debtorId())
          .param("at", Moments.utc(world.now())).update();
    }
    world.moveTo("2007-09-20T09:00:00Z");

    assertThat(tried.process()).isWaitingAt("visit_in_visit");
    assertThat(small.process()).isWaitingAt("call_in_visit");
  }

  @Test
  void whereNobodyGoesThereIsNoVisit() {
    TestedCase island = world.open(world.account(90).with("owns_property", "true").with("country", "SJ"));
    world.moveTo("2007-09-03T09:00:00Z");

    assertThat(island.process()).hasPassed("decide_visit_eligibility").hasNotPassed("visit_in_visit");
  }

  @Test
  void aDebtThatIsAMonthOldIsNotVisitedAlsoIfSomebodyMovedItAhead() {
    TestedCase moved = world.open(world.account(29).with("owns_property", "true"));
    world.lifecycle.moveTo(moved.number(), Stage.VISIT, "supervisor1", "test");
    world.moveTo("2007-09-03T10:00:00Z");

    assertThat(moved.process()).hasPassed("decide_visit_eligibility").hasNotPassed("visit_in_visit");
  }

  @Test
  void aSafetyNoteThatForbidsVisitsTakesTheVisitBackUntilASupervisorEndsIt() {
    TestedCase visited = caseToVisit();
    String debtorId = visited.facts().debtorId();

    long careful = safety.write(debtorId, new SafetyNotes.Entered("CAUTION", "a dog in the yard"), "field1");
    world.moveTo("2007-09-03T10:00:00Z");
    assertThat(visited.task("task_visit_debtor")).as("to be careful is no reason to stay away").isNotNull();
    long never = safety.write(debtorId, new SafetyNotes.Entered("NO_VISITS", "threatened with a weapon"), "field1");
    world.moveTo("2007-09-03T11:00:00Z");

    assertThat(visited.process()).isWaitingAt("call_in_visit");
    assertThat(people.open(visited.number(), Channel.VISIT, Person.DEBTOR, "field1").decision().rule())
        .isEqualTo("safety-note");
    assertThat(visited.timeline("SAFETY")).hasSize(2);
    assertThat(safety.levelFor(debtorId)).contains(SafetyNote.Level.NO_VISITS);
    assertThat(safety.end(debtorId, never, "supervisor1")).isTrue();
    assertThat(safety.end(debtorId, never, "supervisor1")).isFalse();
    assertThat(safety.of(debtorId)).extracting(SafetyNote::noteId).containsExactly(careful);
    visited.submit(Worker.COLLECTOR, "NOT_REACHED");
    world.moveTo("2007-09-14T09:00:00Z");
    assertThat(visited.process()).isWaitingAt("visit_in_visit");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"DANGEROUS, a dog, level: must be one of", "CAUTION, '', words: needs 1 to 500 characters"})
  void aSafetyNoteThatSaysNothingIsRefused(String level, String words, String message) {
    String debtorId = world.open(world.account(1)).facts().debtorId();
    assertThatThrownBy(() -> safety.write(debtorId, new SafetyNotes.Entered(level, words), "field1"))
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "{0}: {1}, next contact {3}")
  @CsvSource({
      "REFUSED,    rest_after_refusal,    end_refused,    2007-09-17T09:00:00Z, DELIVERED",
      "NOBODY_MET, rest_after_nobody_met, end_nobody_met, 2007-09-17T09:00:00Z, FAILED",
      "UNSAFE,     rest_after_unsafe,     end_unsafe,     2007-09-17T09:00:00Z, FAILED",
      "MOVED_AWAY, rest_after_moved_away, end_moved_away, 2007-10-03T09:00:00Z, FAILED"})
  void aVisitLeavesTheDebtorInPeaceAsLongAsTheModelSays(String outcome, String step, String end, Instant nextContact,
      Status status) {
    TestedCase visited = caseToVisit();
    ProcessInstance visit = visited.called("visit-debtor");

    visited.submit(Worker.FIELD_AGENT, Map.of("outcome", outcome, "note", "as it was"));

    assertThat(visit).isEnded().hasPassedInOrder("visit_due", "task_visit_debtor", "which_outcome", step, end)
        .hasNotPassed("raise_dispute", "raise_hardship", "end_promised");
    assertThat(visited.process()).hasPassed("visit_in_visit").hasNotPassed("hold_raised_in_contact")
        .isWaitingAt("visit_treatment_due");
    assertThat(visited.dueDates()).containsEntry("visit_treatment_due", nextContact)
        .containsEntry("timer_legal_due", Instant.parse("2007-12-02T06:00:00Z"));
    assertThat(visited.contacts()).singleElement().satisfies(attempt -> {
      assertThat(attempt.outcome()).isEqualTo(outcome);
      assertThat(attempt.status()).isEqualTo(status);
      assertThat(attempt.actor()).isEqualTo("field1");
    });
    assertThat(visited.facts().collector()).as("who visits does not become the caller").isNull();
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
  @CsvSource({"REFUSED, NO, STAYED_OUTSIDE, NO, identityShown: must be YES",
      "REFUSED, '', STAYED_OUTSIDE, NO, 'identityShown: must be one of YES, NO'",
      "REFUSED, YES, '', NO, 'entry: must be one of STAYED_OUTSIDE, WITH_CONSENT'",
      "PROMISED, YES, WITHOUT_ASKING, NO, entry: must be one of",
      "REFUSED, YES, WITH_CONSENT, YES, othersTold: must be NO",
      "HARDSHIP, YES, WITH_CONSENT, '', 'othersTold: must be one of YES, NO'",
      "NOBODY_MET, '', '', YES, othersTold: must be NO"})
  void nobodyIsMetButByWhoShowsWhoTheyAreAndIsAskedInAndTellsNobodyElse(String outcome, String shown, String entry,
      String told, String message) {
    TestedCase visited = caseToVisit();

    assertThatThrownBy(() -> visited.submit(Worker.FIELD_AGENT, Map.of("outcome", outcome, "identityShown", shown,
        "entry", entry, "othersTold", told, "promiseAmount", "100", "promiseDate", "2007-09-10")))
        .hasMessageContaining(message);

    assertThat(visited.task("task_visit_debtor")).isNotNull();
    assertThat(visits.of(visited.number())).isEmpty();
    assertThat(visited.promises()).isEmpty();
  }

  @Test
  void howAVisitWasMadeAndWhatWasSeenIsKeptForStaffAndNotInTheEngine() {
    TestedCase visited = caseToVisit();
    ProcessInstance visit = visited.called("visit-debtor");

    visited.submit(Worker.FIELD_AGENT, Map.of("outcome", "REFUSED", "entry", "WITH_CONSENT", "secondAgent", "field2",
        "evidence", "A new car before the house"));

    assertThat(visits.of(visited.number())).singleElement().satisfies(report -> {
      assertThat(report.agent()).isEqualTo("field1");
      assertThat(report.secondAgent()).isEqualTo("field2");
      assertThat(report.identityShown()).isTrue();
      assertThat(report.entry()).isEqualTo(VisitReport.Entry.WITH_CONSENT);
      assertThat(report.evidence()).isEqualTo("A new car before the house");
    });
    assertThat(world.engine.getHistoryService().createHistoricVariableInstanceQuery()
        .processInstanceId(visit.getId()).list()).extracting(HistoricVariableInstance::getName)
        .doesNotContain("evidence", "secondAgent", "note", "newAddress");
    assertThat(visited.timeline("CONVERSATION")).noneMatch(text -> text.contains("car"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"'', is missing: nobody goes there alone", "field1, must be the user id of another field agent",
      "collector1, must be the user id of another field agent", "nobody, must be the user id of another field agent"})
  void whereTwoAreNeededTheSecondIsAnotherFieldAgent(String second, String message) {
    TestedCase visited = caseToVisit();
    safety.write(visited.facts().debtorId(), new SafetyNotes.Entered("TWO_AGENTS", "loud"), "field1");

    assertThatThrownBy(() -> visited.submit(Worker.FIELD_AGENT, Map.of("outcome", "REFUSED", "secondAgent", second)))
        .hasMessageContaining("secondAgent: " + message);
    visited.submit(Worker.FIELD_AGENT, Map.of("outcome", "REFUSED", "secondAgent", "field2"));

    assertThat(visited.contacts().get(0).outcome()).isEqualTo("REFUSED");
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({"19999.99, 2007-09-03T09:00:00Z, 1", "20000.00, 2007-09-03T09:00:00Z, 2",
      "100.00, 2007-09-03T18:59:59Z, 1", "100.00, 2007-09-03T19:00:00Z, 2", "100.00, 2007-09-03T07:59:59Z, 2"})
  void howManyGoThereIsSaidByTheTable(String overdue, Instant at, int agents) {
    TestedCase visited = world.open(world.account(90).owes(overdue));

    assertThat(needed.forVisit(visited.facts(), at)).isEqualTo(agents);
  }

  @Test
  void afterAnUnsafeVisitNobodyGoesThereAloneInAnyCaseOfThePerson() {
    TestedCase visited = caseToVisit();
    assertThatThrownBy(() -> visited.submit(Worker.FIELD_AGENT, "UNSAFE")).hasMessageContaining("note: needs 1 to 500");

    visited.submit(Worker.FIELD_AGENT, Map.of("outcome", "UNSAFE", "note", "a dog was set on us"));

    assertThat(safety.of(visited.facts().debtorId())).singleElement().satisfies(note -> {
      assertThat(note.level()).isEqualTo(SafetyNote.Level.TWO_AGENTS);
      assertThat(note.words()).isEqualTo("a dog was set on us");
      assertThat(note.writtenBy()).isEqualTo("field1");
    });
    assertThat(needed.forVisit(visited.facts(), world.now())).isEqualTo(2);
    world.moveTo("2007-09-17T09:00:00Z");
    assertThatThrownBy(() -> visited.submit(Worker.OTHER_FIELD_AGENT, "REFUSED"))
        .hasMessageContaining("nobody goes there alone");
    visited.submit(Worker.OTHER_FIELD_AGENT, Map.of("outcome", "REFUSED", "secondAgent", "field1"));
  }

  @Test
  void whoMovedIsVisitedWhereTheyLiveNow() {
    ArrearsRow row = world.account(90).with("owns_property", "true");
    TestedCase visited = world.open(row);
    world.moveTo("2007-09-03T09:00:00Z");
    String debtorId = visited.facts().debtorId();

    visited.submit(Worker.FIELD_AGENT, Map.of("outcome", "MOVED_AWAY", "newAddress", "9 New Street", "newCity",
        "Newtown"));
    world.moveTo("2007-09-04T12:00:00Z");

    assertThat(debtors.get(debtorId).address()).isEqualTo("9 New Street");
    assertThat(visited.openTask()).as("the case need not wait for the creditor").startsWith("task_visit_debtor");
    assertThat(people.open(visited.number(), Channel.VISIT, Person.DEBTOR, "field1").address())
        .contains("9 New Street, Newtown");
    world.load(row);
    assertThat(debtors.get(debtorId).address()).as("the file tells what it told before").isEqualTo("9 New Street");
    world.load(row.with("address", "10 Newer Street"));
    assertThat(debtors.get(debtorId).address()).as("the creditor knows more").isEqualTo("10 Newer Street");
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource({"REFUSED, 9 New Street, '', newAddress: belongs to the outcome",
      "MOVED_AWAY, '', CN-HB, newAddress: needs 1 to 300",
      "MOVED_AWAY, 9 New Street, Hubei, newRegion: must be one of"})
  void aNewAddressThatMakesNoSenseIsRefused(String outcome, String address, String region, String message) {
    TestedCase visited = caseToVisit();

    assertThatThrownBy(() -> visited.submit(Worker.FIELD_AGENT, Map.of("outcome", outcome, "newAddress", address,
        "newRegion", region))).hasMessageContaining(message);
  }

  @Test
  void whatIsReportedOverRestIsAskedTheSame() {
    TestedCase visited = caseToVisit();
    ContactResult refused = new ContactResult("REFUSED", null, null, PromiseEntry.Entered.NONE,
        new ContactResult.PlanAsked(null, null), new ContactResult.Pause(null, null, null),
        new ContactResult.Complaint(null, null),
        new ContactResult.Wish(null, null, new ContactPreferences.EnteredHours(null, null, null, null)), null);
    people.open(visited.number(), Channel.VISIT, Person.DEBTOR, "field1");

    assertThatThrownBy(() -> reports.take(visited.number(),
        ConversationReport.byPerson(Channel.VISIT, refused, "field1"))).hasMessageContaining("identityShown");
    reports.take(visited.number(), ConversationReport.byPerson(Channel.VISIT, refused, new AtTheDoor(null, "YES",
        "STAYED_OUTSIDE", "NO", null, null, null, null), "field1"));

    assertThat(visits.of(visited.number())).hasSize(1);
    assertThat(visited.process()).isWaitingAt("visit_treatment_due");
  }

  @Test
  void afterTwoVisitsTheDebtorIsCalled() {
    TestedCase visited = caseToVisit();
    visited.submit(Worker.FIELD_AGENT, "NOBODY_MET");
    world.moveTo("2007-09-17T09:00:00Z");
    visited.submit(Worker.FIELD_AGENT, "NOBODY_MET");
    world.moveTo("2007-10-01T09:00:00Z");

    assertThat(visited.openTask()).isEqualTo("task_call_debtor 2007-10-01T20:00:00Z");
    assertThat(visited.process()).hasPassedInOrder("visit_in_visit", "visit_in_visit").isWaitingAt("call_in_visit");

    ProcessInstance call = visited.called("call-debtor");
    visited.submit(Worker.COLLECTOR, "REFUSED");
    assertThat(call).hasPassed("rest_after_refusal");
    assertThat(visited.dueDates()).containsEntry("visit_treatment_due", Instant.parse("2007-10-11T09:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"DISPUTED, raise_dispute, end_disputed, DISPUTE", "HARDSHIP, raise_hardship, end_hardship, HARDSHIP"})
  void whoObjectsOrIsInNeedDuringAVisitIsLeftInPeace(String outcome, String step, String end, String reason) {
    TestedCase visited = caseToVisit();
    ProcessInstance visit = visited.called("visit-debtor");

    visited.submit(Worker.FIELD_AGENT, outcome);

    assertThat(visit).isEnded().hasPassedInOrder("task_visit_debtor", "which_outcome", step, end);
    assertThat(visited.process()).hasPassed("hold_raised_in_contact").isWaitingAtExactly("held");
    assertThat(visited.holds()).singleElement().satisfies(hold -> {
      assertThat(hold.reason().name()).isEqualTo(reason);
      assertThat(hold.raisedBy()).isEqualTo("field1");
    });
    assertThat(visited.facts().status().name()).isEqualTo("HELD");
  }

  @Test
  void aPromiseMadeDuringAVisitRestsTheCase() {
    TestedCase visited = caseToVisit();
    ProcessInstance visit = visited.called("visit-debtor");

    visited.submitPromise(Worker.FIELD_AGENT, "100", "2007-10-05");

    assertThat(visit).isEnded().hasPassedInOrder("task_visit_debtor", "which_outcome", "end_promised");
    assertThat(visited.promises()).singleElement().satisfies(promise -> {
      assertThat(promise.channel()).isEqualTo(Channel.VISIT);
      assertThat(promise.takenBy()).isEqualTo("field1");
    });
    assertThat(visited.dueDates()).containsEntry("visit_treatment_due", Instant.parse("2007-10-08T09:00:00Z"));
  }
}
