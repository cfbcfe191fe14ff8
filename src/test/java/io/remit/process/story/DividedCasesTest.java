package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.CollectionCase.Status;
import io.remit.complaint.Complaints;
import io.remit.division.Absence;
import io.remit.division.Collector;
import io.remit.division.CollectorRegister;
import io.remit.hold.Hold;
import io.remit.process.AbsenceKey;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case that comes to the collectors has one of them, who can work it and is there. */
@ProcessTest
class DividedCasesTest {

  private static final String FIRST = Worker.COLLECTOR.id();
  private static final String SECOND = Worker.OTHER_COLLECTOR.id();

  @Autowired
  private CaseWorld world;
  @Autowired
  private CollectorRegister register;
  @Autowired
  private Complaints complaints;

  /** Nobody has anything to do yet, whatever other tests have left. */
  @BeforeEach
  void employ() {
    world.database.sql("update collection_case set collector = null, expected_minutes = 0").update();
    register.save(collector(FIRST, Set.of("en"), 400));
    register.save(collector(SECOND, Set.of("de"), 400));
  }

  /** Other tests know of no collectors. */
  @AfterEach
  void dismiss() {
    world.database.sql("delete from collector_absence").update();
    register.remove(FIRST);
    register.remove(SECOND);
  }

  @Test
  void aNewCaseOnTheTelephoneHasACollectorWhoSpeaksTheDebtorsLanguage() {
    TestedCase opened = world.open(world.account(60).with("language", "de-AT"));

    assertThat(opened.process()).hasPassedInOrder("decide_stage", "which_stage").isWaitingAt("stage_telephone");
    assertThat(opened.facts().collector()).isEqualTo(SECOND);
    assertThat(opened.timeline("DIVIDED"))
        .containsExactly("Divided to collector2: has the smallest load of the 1 who suit");
    assertThat(opened.dueDates()).containsEntry("telephone_treatment_due", Instant.parse("2007-09-03T09:00:00Z"));
    assertThat(opened.contacts()).isEmpty();
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
    assertThat(opened.task().getAssignee()).isEqualTo(SECOND);
  }

  @Test
  void aCaseHasACollectorAsSoonAsItGrowsOldEnoughAndNotBefore() {
    TestedCase opened = world.open(world.account(29));
    assertThat(opened.dueDates()).containsEntry("timer_telephone_due", Instant.parse("2007-09-04T06:00:00Z"));
    world.moveTo("2007-09-04T05:59:59Z");
    assertThat(opened.facts().collector()).isNull();

    world.moveTo("2007-09-04T06:00:00Z");

    assertThat(opened.process()).hasPassedInOrder("which_stage", "timer_telephone_due").isWaitingAt("stage_telephone")
        .hasNotPassed("case_changed");
    assertThat(opened.facts().collector()).isEqualTo(FIRST);
  }

  @Test
  void aDebtorWithCasesInTwoCurrenciesHasOneCollector() {
    register.save(collector(SECOND, Set.of("en"), 400));
    ArrearsRow first = world.account(60);
    TestedCase inEuro = world.open(first);
    TestedCase other = world.open(world.account(60));

    TestedCase inDollar = world.open(world.accountOf(first.debtorId(), 60).currency("USD"));

    assertThat(inDollar.facts().collector()).isEqualTo(inEuro.facts().collector());
    assertThat(other.facts().collector()).isNotEqualTo(inEuro.facts().collector());
  }

  @Test
  void whereNobodySuitsTheCallIsOfferedToAllAndTheTimelineSaysWhy() {
    TestedCase opened = world.open(world.account(60).with("language", "zh"));

    assertThat(opened.facts().collector()).isNull();
    assertThat(opened.timeline("DIVIDED"))
        .containsExactly("Divided to nobody: nobody suits: the language zh is missing");
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
    assertThat(opened.task().getAssignee()).isNull();
  }

  @Test
  void aDebtorWhoComplainedAboutACollectorIsNotDividedToHimAgain() {
    register.save(collector(SECOND, Set.of("en", "de"), 400));
    TestedCase opened = world.open(world.account(40));
    String collector = opened.facts().collector();
    complaints.open(opened.number(), "CALL", collector, "Shouted at me", "supervisor1");
    assertThat(opened.facts().collector()).isNull();

    world.moveTo(opened.dueDates().get("timer_visit_due"));

    assertThat(opened.process()).isWaitingAt("stage_visit");
    assertThat(opened.facts().collector()).isEqualTo(collector.equals(FIRST) ? SECOND : FIRST);
  }

  @Test
  void afterAHoldTheSameCollectorGoesOn() {
    register.save(collector(SECOND, Set.of("en", "de"), 400));
    TestedCase opened = world.open(world.account(40));
    String collector = opened.facts().collector();
    held(opened);

    opened.submit(Worker.SUPERVISOR, "RESUME");

    assertThat(opened.process()).hasPassedInOrder("case_changed", "held", "what_changed", "decide_stage")
        .isWaitingAt("stage_telephone");
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.facts().collector()).isEqualTo(collector);
    assertThat(opened.timeline("DIVIDED")).hasSize(1);
  }

  @Test
  void afterAHoldAnotherGoesOnIfTheCollectorIsAwayByThen() {
    register.save(collector(SECOND, Set.of("en", "de"), 400));
    TestedCase opened = world.open(world.account(40));
    String collector = opened.facts().collector();
    held(opened);
    register.addAbsence(collector, "2007-09-04", "2007-09-20", "supervisor1");
    world.moveTo("2007-09-05T10:00:00Z");
    assertThat(opened.process()).isWaitingAtExactly("held");
    assertThat(opened.facts().collector()).as("a case on hold needs nobody").isEqualTo(collector);

    opened.submit(Worker.SUPERVISOR, "RESUME");

    String other = collector.equals(FIRST) ? SECOND : FIRST;
    assertThat(opened.process()).hasPassedInOrder("held", "what_changed", "decide_stage")
        .isWaitingAt("stage_telephone");
    assertThat(opened.facts().collector()).isEqualTo(other);
    assertThat(opened.contacts()).isEmpty();
  }

  @Test
  void whenAnAbsenceBeginsOthersWorkTheCasesAndTheirOpenCallsFollow() {
    TestedCase english = world.open(world.account(60));
    TestedCase german = world.open(world.account(60).with("language", "de"));
    register.save(collector(SECOND, Set.of("en", "de"), 400));
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(english.task().getAssignee()).isEqualTo(FIRST);

    Absence absence = register.addAbsence(FIRST, "2007-09-04", "2007-09-07", "supervisor1");

    ProcessInstance process = processOf(absence);
    assertThat(process).hasPassed("absence_entered").isWaitingAtExactly("absence_begins");
    assertThat(world.dueDates(process)).containsOnly(entry("absence_begins", Instant.parse("2007-09-04T06:00:00Z")));
    assertThat(english.facts().collector()).isEqualTo(FIRST);
    Task call = english.task();

    world.moveTo("2007-09-04T06:00:00Z");

    assertThat(process).isEnded().hasPassedInOrder("absence_begins", "divide_cases_anew", "end_divided");
    assertThat(english.facts().collector()).isEqualTo(SECOND);
    assertThat(english.task().getId()).isEqualTo(call.getId());
    assertThat(english.task().getAssignee()).isEqualTo(SECOND);
    assertThat(english.timeline("DIVIDED")).last().isEqualTo("Divided to collector2: has the smallest load of the 1 who"
        + " suit: Absence from 2007-09-04 to 2007-09-07");
    assertThat(german.timeline("DIVIDED")).hasSize(1);
    assertThat(english.process()).isWaitingAt("stage_telephone").hasNotPassed("case_changed");
    assertThat(english.contacts()).isEmpty();
  }

  @Test
  void anAbsenceThatWasTakenBackMovesNothing() {
    register.save(collector(SECOND, Set.of("en"), 1));
    TestedCase opened = world.open(world.account(60));
    Absence absence = register.addAbsence(FIRST, "2007-09-04", "2007-09-07", "supervisor1");
    ProcessInstance process = processOf(absence);

    assertThat(register.removeAbsence(FIRST, absence.absenceId())).isTrue();
    world.moveTo("2007-09-04T06:00:00Z");

    assertThat(process).isEnded().hasPassedInOrder("divide_cases_anew", "end_divided");
    assertThat(opened.facts().collector()).isEqualTo(FIRST);
  }

  @Test
  void aCallIsNotAssignedToSomebodyWhoIsNoCollectorAnyMore() {
    TestedCase opened = world.open(world.account(60));
    world.cases.setCollector(opened.number(), "left-long-ago");

    world.moveTo("2007-09-03T09:00:00Z");

    assertThat(opened.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
    assertThat(opened.task().getAssignee()).isNull();
  }

  @Test
  void aCaseInAnEarlierStageHasNoCollector() {
    TestedCase opened = world.open(world.account(10));

    assertThat(opened.process()).isWaitingAt("stage_message");
    assertThat(opened.facts().collector()).isNull();
    assertThat(opened.timeline("DIVIDED")).isEmpty();
  }

  private void held(TestedCase opened) {
    world.moveTo("2007-09-03T09:00:00Z");
    opened.hold(Hold.Reason.CREDITOR_REQUEST, "2007-09-20");
    assertThat(opened.facts().status()).isEqualTo(Status.HELD);
  }

  private ProcessInstance processOf(Absence absence) {
    return world.process(AbsenceKey.of(absence.absenceId()));
  }

  private static Collector collector(String userId, Set<String> languages, int dailyMinutes) {
    return new Collector(userId, languages, Set.of(), Set.of(), Set.of(), dailyMinutes,
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
  }
}
