package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.hold.Hold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a form sends is checked where it arrives: the message names the field, nothing is recorded, the task stays. */
@ProcessTest
class FormInputTest {

  @Autowired
  private CaseWorld world;

  private TestedCase caseToCall() {
    TestedCase opened = world.open(world.account(30));
    world.moveTo("2007-09-03T09:00:00Z");
    return opened;
  }

  private TestedCase caseToVisit() {
    TestedCase opened = world.open(world.account(90).with("owns_property", "true"));
    world.moveTo("2007-09-03T09:00:00Z");
    return opened;
  }

  private void isRefused(TestedCase opened, Worker worker, Map<String, Object> fields, String message) {
    String task = opened.openTask();
    List<?> timeline = world.timeline.of(opened.number());
    int treatments = opened.facts().treatmentsInStage();

    assertThatThrownBy(() -> opened.submit(worker, fields)).hasMessageContaining(message);

    assertThat(opened.openTask()).isEqualTo(task);
    assertThat(world.timeline.of(opened.number())).isEqualTo(timeline);
    assertThat(opened.promises()).isEmpty();
    assertThat(opened.contacts()).noneMatch(attempt -> attempt.outcome() != null);
    assertThat(opened.facts().treatmentsInStage()).isEqualTo(treatments);
    assertThat(opened.facts().collector()).isNull();
  }

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @CsvSource(delimiter = '|', value = {
      "460.01      | 2007-09-10 | promiseAmount: is more than what is owed",
      "0           | 2007-09-10 | promiseAmount: must be above zero",
      "0.00        | 2007-09-10 | promiseAmount: must be above zero",
      "-5          | 2007-09-10 | promiseAmount: must be an amount such as 46.00",
      "1.005       | 2007-09-10 | promiseAmount: has more decimals than EUR",
      "100,00      | 2007-09-10 | promiseAmount: must be an amount such as 46.00",
      "1e2         | 2007-09-10 | promiseAmount: must be an amount such as 46.00",
      "''          | 2007-09-10 | promiseAmount: must be an amount such as 46.00",
      "100         | 2007-09-02 | promiseDate: lies in the past",
      "100         | 2007-10-19 | promiseDate: is too far ahead; 2007-10-18 at the latest",
      "45.99       | 2007-09-10 | promiseAmount: is less than can be accepted; at least EUR 46.00",
      "100         | 10.09.2007 | promiseDate: must be a date such as 2026-12-24",
      "100         | 2007-02-30 | promiseDate: must be a date such as 2026-12-24",
      "100         | ''         | promiseDate: must be a date such as 2026-12-24"})
  void aPromiseThatCannotBeIsNotTaken(String amount, String date, String message) {
    Map<String, Object> promise = Map.of("outcome", "PROMISED", "promiseAmount", amount, "promiseDate", date);

    isRefused(caseToCall(), Worker.COLLECTOR, promise, message);
    isRefused(caseToVisit(), Worker.FIELD_AGENT, promise, message);
  }

  @Test
  void aPromiseNeedsAmountAndDate() {
    TestedCase opened = caseToCall();

    isRefused(opened, Worker.COLLECTOR, Map.of("outcome", "PROMISED", "promiseDate", "2007-09-10"), "promiseAmount:");
    isRefused(opened, Worker.COLLECTOR, Map.of("outcome", "PROMISED", "promiseAmount", "100"), "promiseDate:");
  }

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({"460.00, 2007-10-18", "46.00, 2007-09-03"})
  void aPromiseMayBeForTodayForAllAndAsFarAheadAsTheLimitsSay(String amount, String date) {
    TestedCase opened = caseToCall();

    opened.submitPromise(Worker.COLLECTOR, " " + amount + " ", " " + date + " ");

    assertThat(opened.promises()).hasSize(1);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(delimiter = '|', value = {
      "promiseMethod   | CHEQUE | promiseMethod: must be one of BANK_TRANSFER, CARD, DIRECT_DEBIT, CASH, OTHER",
      "promiseReminder | maybe  | promiseReminder: must be one of YES, NO",
      "overdueReason   | BROKE  | overdueReason: must be one of CHANCE_TAKING, DISPUTE, FRAUD, SHORT_OF_MONEY",
      "overdueReason   | DISPUTE | overdueReason: is a dispute: choose it as the outcome, so that collection stops"})
  void whatElseBelongsToAPromiseIsCheckedToo(String field, String entered, String message) {
    Map<String, Object> promise = Map.of("outcome", "PROMISED", "promiseAmount", "100", "promiseDate", "2007-09-10",
        field, entered);

    isRefused(caseToCall(), Worker.COLLECTOR, promise, message);
    isRefused(caseToVisit(), Worker.FIELD_AGENT, promise, message);
  }

  @Test
  void theNameOfARepresentativeHasItsLength() {
    isRefused(caseToCall(), Worker.COLLECTOR, Map.of("outcome", "PROMISED", "promiseAmount", "100", "promiseDate",
        "2007-09-10", "representative", "x".repeat(201)), "representative: is longer than 200 characters");
  }

  @Test
  void onlyTheDebtorCanTellWhyHeIsOverdue() {
    isRefused(caseToCall(), Worker.COLLECTOR, Map.of("outcome", "NOT_REACHED", "overdueReason", "FORGOT"),
        "overdueReason: can only be told by the debtor, who was not reached");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DISPUTE", "CREDITOR_REQUEST", "PLAN", "RELIEF", "TIRED"})
  void anotherReasonToPauseIsOneOfFive(String reason) {
    Map<String, Object> pause = Map.of("outcome", "PAUSE", "holdReason", reason);
    String message = "holdReason: must be one of BREATHING_SPACE, INSOLVENCY, DECEASED, FRAUD, VULNERABLE";

    isRefused(caseToCall(), Worker.COLLECTOR, pause, message);
    isRefused(caseToVisit(), Worker.FIELD_AGENT, pause, message);
  }

  @Test
  void anAmountThatArrivesAsANumberIsTaken() {
    TestedCase opened = caseToCall();

    opened.submit(Worker.COLLECTOR,
        Map.of("outcome", "PROMISED", "promiseAmount", 100, "promiseDate", "2007-09-10"));

    assertThat(opened.promises().get(0).amount()).isEqualByComparingTo("100");
  }

  static List<Map<String, Object>> noOutcomeOfACall() {
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("outcome", null);
    return List.of(Map.of(), nothing, Map.of("outcome", ""), Map.of("outcome", "promised"),
        Map.of("outcome", "NOBODY_MET"), Map.of("outcome", "APPROVED"), Map.of("outcome", 1),
        Map.of("outcome", true), Map.of("outcome", "${caseClosed}"));
  }

  @ParameterizedTest
  @MethodSource("noOutcomeOfACall")
  void aCallNeedsAnOutcomeThatItsFormOffers(Map<String, Object> fields) {
    isRefused(caseToCall(), Worker.COLLECTOR, fields, "outcome: must be one of those that the form offers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NOT_REACHED", "WRONG_NUMBER", "THIRD_PARTY"})
  void aVisitNeedsAnOutcomeThatItsFormOffers(String outcome) {
    isRefused(caseToVisit(), Worker.FIELD_AGENT, Map.of("outcome", outcome),
        "outcome: must be one of those that the form offers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PROMISED", "RETURNED"})
  void aReviewForCourtNeedsADecision(String outcome) {
    TestedCase opened = world.open(world.account(180));
    world.moveTo("2007-09-17T09:00:00Z");

    isRefused(opened, Worker.LEGAL_OFFICER, Map.of("outcome", outcome),
        "outcome: must be one of APPROVED, DECLINED");
  }

  @Test
  void aCourtsAnswerIsOneOfThoseThatThereAre() {
    TestedCase opened = world.open(world.account(180));
    world.moveTo("2007-09-17T09:00:00Z");
    opened.submit(Worker.LEGAL_OFFICER, "APPROVED");
    world.runDueJobs();

    isRefused(opened, Worker.LEGAL_OFFICER, Map.of("outcome", "APPROVED"),
        "outcome: must be one of FILED, HEARING, JUDGMENT, DISMISSED, SETTLED, WITHDRAWN");
  }

  @Test
  void aPlacementIsApprovedOrDeclinedAndReturnedOrRecalled() {
    TestedCase opened = world.open(world.account(400));
    world.moveTo("2007-09-03T09:00:00Z");

    isRefused(opened, Worker.OUTSOURCING_OFFICER, Map.of(), "outcome: must be one of APPROVED, DECLINED");
    isRefused(opened, Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", ""),
        "partnerId: must be one of the partners that suit this case");
    opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    world.runDueJobs();
    isRefused(opened, Worker.OUTSOURCING_OFFICER, Map.of("outcome", "LOST"),
        "outcome: must be one of RETURNED, RECALLED");
  }

  @ParameterizedTest(name = "{0} until {1}: {2}")
  @CsvSource(delimiter = '|', value = {
      "''     | ''         | outcome: must be one of RESUME, EXTEND, UPHELD",
      "EXTEND | ''         | reviewDate: must be a date such as 2026-12-24",
      "EXTEND | next week  | reviewDate: must be a date such as 2026-12-24",
      "EXTEND | 2007-09-03 | reviewDate: must lie ahead, not after 2008-09-02",
      "EXTEND | 2008-09-03 | reviewDate: must lie ahead, not after 2008-09-02"})
  void aDecisionOnAPauseNeedsADayIfThePauseGoesOn(String outcome, String date, String message) {
    TestedCase held = caseToCall();
    held.hold(Hold.Reason.CREDITOR_REQUEST, "2007-09-10");
    List<?> timeline = world.timeline.of(held.number());

    assertThatThrownBy(() -> held.submit(Worker.SUPERVISOR, Map.of("outcome", outcome, "reviewDate", date)))
        .hasMessageContaining(message);

    assertThat(held.openTask()).isEqualTo("task_review_hold 2007-09-10T06:00:00Z");
    assertThat(world.timeline.of(held.number())).isEqualTo(timeline);
    assertThat(held.holds()).singleElement().satisfies(hold -> assertThat(hold.inForce()).isTrue());
  }

  @Test
  void aNoteThatIsTooLongIsRefusedByName() {
    isRefused(caseToCall(), Worker.COLLECTOR, Map.of("outcome", "REFUSED", "note", "x".repeat(2001)),
        "note: is longer than 2000 characters");
  }
}
