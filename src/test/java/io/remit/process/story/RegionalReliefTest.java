package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.Channel;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.WaitingCheck;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.gate.GateDecision;
import io.remit.gate.Person;
import io.remit.hold.Hold;
import io.remit.region.RegionalRelief;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** In an epidemic or after a flood a region is left in peace, or not visited, from one day to another. */
@ProcessTest
class RegionalReliefTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private RegionalRelief relief;
  @Autowired
  private ContactsByPeople people;
  @Autowired
  private WaitingCheck check;
  @Autowired
  private RuntimeService runtime;

  private ArrearsRow accountIn(String country, int daysPastDue) {
    return world.account(daysPastDue).with("country", country);
  }

  private ProcessInstance rule(String country, String from, String until) {
    long ruleId = relief.add(new RegionalRelief.Entered(country, from, until, "ALL", "Flood"), "supervisor1");
    return world.process("R" + ruleId);
  }

  private static long idOf(ProcessInstance rule) {
    return Long.parseLong(rule.getBusinessKey().substring(1));
  }

  @Test
  void casesOfTheRegionPauseOnTheFirstDayAndGoOnAfterTheLastWithTheTimeThatRemained() {
    TestedCase inside = world.open(accountIn("NO", 20));
    TestedCase outside = world.open(accountIn("FI", 20));
    ProcessInstance rule = rule("NO", "2007-09-04", "2007-10-04");
    assertThat(rule).isWaitingAt("relief_begins");
    assertThat(world.dueDates(rule)).containsOnly(entry("relief_begins", Instant.parse("2007-09-04T06:00:00Z")));
    assertThat(inside.facts().status()).isEqualTo(Status.OPEN);

    world.moveTo("2007-09-04T06:00:00Z");
    int before = inside.contacts().size();

    assertThat(rule).hasPassedInOrder("relief_begins", "pause_region", "more_to_pause").isWaitingAt("relief_ends");
    assertThat(world.dueDates(rule)).containsOnly(entry("relief_ends", Instant.parse("2007-10-04T06:00:00Z")));
    assertThat(inside.process()).isWaitingAtExactly("held");
    assertThat(inside.dueDates()).isEmpty();
    assertThat(outside.facts().status()).isEqualTo(Status.OPEN);
    world.moveTo("2007-10-04T05:59:59Z");
    assertThat(inside.contacts()).hasSize(before);
    assertThat(outside.contacts()).isNotEmpty();
    world.moveTo("2007-10-04T06:00:00Z");

    assertThat(rule).isEnded().hasPassedInOrder("relief_ends", "resume_region", "more_to_resume", "end_relief_over");
    assertThat(inside.facts().ageShift().pausedDays()).isEqualTo(30);
    assertThat(inside.process()).isWaitingAt("stage_message");
    assertThat(inside.dueDates()).containsEntry("timer_telephone_due", Instant.parse("2007-10-13T06:00:00Z"));
    assertThat(inside.holds()).singleElement()
        .satisfies(hold -> assertThat(hold.decision()).isEqualTo("RELIEF_OVER"));
  }

  @Test
  void aPausedCaseWaitsForTheLastDayOfTheRuleAsLongAsItsProcessKnowsIt() {
    TestedCase inside = world.open(accountIn("GR", 20));
    ProcessInstance rule = rule("GR", "2007-09-04", "2007-10-04");
    world.moveTo("2007-09-04T06:00:00Z");
    assertThat(inside.process()).isWaitingAtExactly("held");
    assertThat(whyBroken(inside)).isEmpty();

    runtime.deleteProcessInstance(rule.getId(), "test");

    assertThat(whyBroken(inside)).containsExactly(WaitingCheck.Why.NO_DATE);
  }

  private List<WaitingCheck.Why> whyBroken(TestedCase its) {
    return check.broken().stream().filter(broken -> broken.caseNumber().equals(its.number()))
        .map(WaitingCheck.Broken::why).toList();
  }

  @Test
  void reliefThatIsOverBeforeAnythingIsDueChangesNothing() {
    TestedCase inside = world.open(accountIn("NL", -40));
    TestedCase outside = world.open(accountIn("RO", -40));
    rule("NL", "2007-09-04", "2007-10-04");
    world.moveTo("2007-10-04T10:00:00Z");
    assertThat(inside.holds()).singleElement()
        .satisfies(hold -> assertThat(hold.decision()).isEqualTo("RELIEF_OVER"));
    assertThat(inside.facts().ageShift().pausedDays()).isZero();

    world.moveTo("2007-11-13T10:00:00Z");

    assertThat(inside.facts().stage()).isEqualTo(outside.facts().stage());
    assertThat(days(inside)).isNotEmpty().isEqualTo(days(outside));
  }

  /** On which days which messages went out. */
  private static List<String> days(TestedCase opened) {
    return opened.messages().stream().map(message -> message.substring(0, 10) + message.substring(20)).toList();
  }

  @Test
  void aCaseThatIsOpenedMeanwhileBeginsOnHoldAndGoesOnWithTheOthers() {
    ProcessInstance rule = rule("SE", "2007-09-03", "2007-09-20");
    world.moveTo("2007-09-05T08:00:00Z");

    TestedCase opened = world.open(accountIn("SE", 40));

    assertThat(opened.process()).isWaitingAtExactly("held");
    assertThat(opened.holds()).singleElement().satisfies(hold -> {
      assertThat(hold.reason()).isEqualTo(Hold.Reason.RELIEF);
      assertThat(hold.until()).isEqualTo("2007-09-20");
    });
    assertThat(opened.contacts()).isEmpty();
    world.moveTo("2007-09-20T06:00:00Z");
    assertThat(rule).isEnded();
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.contacts()).isEmpty();
  }

  @Test
  void reliefThatEndsLeavesAnotherReasonToPauseAlone() {
    TestedCase opened = world.open(accountIn("DK", 20));
    ProcessInstance rule = rule("DK", "2007-09-03", "2007-09-20");
    world.runDueJobs();
    opened.hold(Hold.Reason.CREDITOR_REQUEST, "2007-10-01");
    world.moveTo("2007-09-20T06:00:00Z");

    assertThat(rule).isEnded();
    assertThat(opened.process()).isWaitingAtExactly("held");
    assertThat(opened.facts().status()).isEqualTo(Status.HELD);
    opened.submit(Worker.SUPERVISOR, "RESUME");
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.facts().ageShift().pausedDays()).isEqualTo(17);
    assertThat(opened.contacts()).isEmpty();
  }

  @Test
  void aRuleThatIsEndedBeforeItsTimeEndsAtOnceAndOneThatNeverBeganPausesNobody() {
    TestedCase opened = world.open(accountIn("IS", 20));
    ProcessInstance running = rule("IS", "2007-09-03", "2007-12-01");
    ProcessInstance planned = rule("IS", "2007-10-01", "2007-12-01");
    world.runDueJobs();
    assertThat(opened.facts().status()).isEqualTo(Status.HELD);
    world.moveTo("2007-09-10T10:00:00Z");

    assertThat(relief.end(idOf(running), "supervisor1")).isTrue();
    assertThat(relief.end(idOf(running), "supervisor1")).isFalse();
    relief.end(idOf(planned), "supervisor1");
    assertThat(world.dueDates(running)).containsOnly(entry("relief_ends", Instant.parse("2007-09-10T10:00:00Z")));
    world.runDueJobs();

    assertThat(running).isEnded();
    assertThat(planned).isEnded();
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.holds()).hasSize(1);
  }

  @Test
  void aPaymentOfEverythingEndsTheCaseDuringTheRelief() {
    ArrearsRow account = accountIn("EE", 20);
    TestedCase opened = world.open(account);
    ProcessInstance rule = rule("EE", "2007-09-03", "2007-09-20");
    world.runDueJobs();

    world.pay(account, "460.00");

    assertThat(opened.process()).isEnded().hasPassedInOrder("held", "what_changed", "end_cured");
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
    world.moveTo("2007-09-20T06:00:00Z");
    assertThat(rule).isEnded();
    assertThat(opened.contacts()).isEmpty();
  }

  @Test
  void moreCasesThanOneBatchAllPauseAndAllGoOn() {
    List<ArrearsRow> rows = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      rows.add(accountIn("FO", 20));
    }
    world.load(rows.toArray(ArrearsRow[]::new));
    ProcessInstance rule = rule("FO", "2007-09-03", "2007-09-20");
    world.runDueJobs();

    assertThat(rows).allSatisfy(row -> assertThat(world.caseOf(row).facts().status()).isEqualTo(Status.HELD));
    world.moveTo("2007-09-20T06:00:00Z");
    assertThat(rule).isEnded();
    assertThat(rows).allSatisfy(row -> assertThat(world.caseOf(row).facts().status()).isEqualTo(Status.OPEN));
  }

  @Test
  void whereARegionIsClosedForVisitsTheStageGoesOnWithoutThem() {
    TestedCase visited = world.open(accountIn("LV", 95).with("owns_property", "true"));
    relief.add(new RegionalRelief.Entered("LV", "2007-09-03", "2007-09-20", "VISIT", "Epidemic"), "supervisor1");
    world.moveTo("2007-09-03T10:00:00Z");

    assertThat(visited.facts().status()).isEqualTo(Status.OPEN);
    assertThat(visited.process()).hasPassed("decide_visit_eligibility").hasNotPassed("visit_in_visit")
        .isWaitingAt("call_in_visit");
    GateDecision decision = people.open(visited.number(), Channel.VISIT, Person.DEBTOR, "field1").decision();
    assertThat(decision.rule()).isEqualTo("region-closed");
    assertThat(decision.nextAllowedAt()).isEqualTo(Instant.parse("2007-09-20T09:00:00Z"));
    assertThat(people.open(visited.number(), Channel.CALL, Person.DEBTOR, "collector1").decision().allowed()).isTrue();
  }

  private long closedForVisits(String country, String from, String until) {
    return relief.add(new RegionalRelief.Entered(country, from, until, "VISIT", "Epidemic"), "supervisor1");
  }

  @Test
  void aVisitIsTakenBackWhenTheRegionClosesAndAskedForAgainWithTheTimeThatRemained() {
    TestedCase visited = world.open(accountIn("LT", 90).with("owns_property", "true"));
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(visited.process()).isWaitingAt("visit_in_visit");
    Instant court = visited.dueDates().get("timer_legal_due");
    assertThat(court).isEqualTo(Instant.parse("2007-12-02T06:00:00Z"));

    closedForVisits("LT", "2007-09-03", "2007-11-12");
    world.moveTo("2007-09-03T10:00:00Z");
    assertThat(visited.process()).isWaitingAt("call_in_visit");
    assertThat(visited.dueDates()).as("70 days later").containsEntry("timer_legal_due",
        Instant.parse("2008-02-10T06:00:00Z"));
    visited.submit(Worker.COLLECTOR, "NOT_REACHED");
    world.moveTo("2007-09-14T09:00:00Z");
    visited.submit(Worker.COLLECTOR, "NOT_REACHED");
    world.moveTo("2007-11-12T10:00:00Z");
    relief.tellOfVisitsOn(world.today());
    relief.tellOfVisitsOn(world.today());
    world.runDueJobs();
    assertThat(visited.facts().treatmentsInStage()).as("two calls in place of visits are no visits").isZero();
    visited.submit(Worker.COLLECTOR, "NOT_REACHED");
    world.moveTo("2007-11-23T10:00:00Z");

    assertThat(visited.facts().ageShift().pausedDays()).isEqualTo(70);
    assertThat(visited.dueDates()).containsEntry("timer_legal_due", Instant.parse("2008-02-10T06:00:00Z"));
    assertThat(visited.process()).isWaitingAt("visit_in_visit");
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
  @CsvSource({"Nowhere, 2007-09-03, 2007-09-20, ALL, region: must be one of ISO 3166-2",
      "XX-1, 2007-09-03, 2007-09-20, ALL, region: must be one of ISO 3166-2",
      "NO, 2007-09-02, 2007-09-20, ALL, from: lies in the past",
      "NO, 2007-09-03, 2007-09-03, ALL, until: must lie ahead",
      "NO, 2007-09-03, 2008-09-03, ALL, until: must lie ahead",
      "NO, soon, 2007-09-20, ALL, from: must be a date",
      "NO, 2007-09-03, 2007-09-20, CALL, 'stops: must be one of VISIT, ALL'"})
  void aRuleThatMakesNoSenseIsRefused(String region, String from, String until, String stops, String message) {
    assertThatThrownBy(() -> relief.add(new RegionalRelief.Entered(region, from, until, stops, "Flood"), "supervisor1"))
        .hasMessageContaining(message);
  }
}
