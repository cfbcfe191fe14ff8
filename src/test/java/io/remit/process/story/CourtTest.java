package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Stage;
import io.remit.hold.Hold;
import io.remit.legal.CourtEligibility;
import io.remit.legal.CourtStep;
import io.remit.legal.CourtStep.Kind;
import io.remit.legal.CourtSteps;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A legal officer decides whether a case goes to court; the dossier goes out, and the court's answer comes back. */
@ProcessTest
class CourtTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private CourtSteps steps;
  @Autowired
  private CourtEligibility eligibility;
  private ArrearsRow account;

  /** The debtor was written to on 3 September; two weeks later a legal officer is asked. */
  private TestedCase caseToReview() {
    account = world.account(180);
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-17T09:00:00Z");
    return opened;
  }

  private Map<String, Object> filingOf(TestedCase filed) {
    return world.database.sql("select status, result, dossier, decided_by from court_filing where case_number = :case")
        .param("case", filed.number()).query().singleRow();
  }

  @Test
  void theDebtorHearsOfTheReviewTwoWeeksBeforeIt() {
    TestedCase opened = world.open(world.account(180));

    world.moveTo("2007-09-17T08:59:59Z");
    assertThat(opened.messages()).containsExactly("2007-09-03T09:00:00Z LETTER before-court-letter");
    assertThat(opened.openTask()).isEqualTo("none");
    assertThat(opened.process()).hasPassedInOrder("legal_begins", "legal_treatment_due", "decide_legal_treatment",
        "which_legal_treatment", "send_legal_message").isWaitingAt("legal_treatment_due")
        .hasNotPassed("court_in_legal");

    world.moveTo("2007-09-17T09:00:00Z");
    assertThat(opened.openTask()).isEqualTo("task_review_court_case 2007-10-01T06:00:00Z");
    assertThat(opened.process()).isWaitingAt("court_in_legal");
  }

  @Test
  void anApprovedCaseIsFiledAndWaitsForTheCourt() {
    TestedCase approved = caseToReview();
    ProcessInstance court = approved.called("court-case");

    approved.submit(Worker.LEGAL_OFFICER, "APPROVED");
    assertThat(approved.dueDates()).containsEntry("write_dossier", world.now());
    world.runDueJobs();

    assertThat(court).hasPassedInOrder("court_case_begins", "check_court_eligibility", "suit_possible",
        "task_review_court_case", "court_approved", "write_dossier", "still_suable")
        .isWaitingAt("task_record_court_result").hasNotPassed("end_court_declined", "end_not_filed");
    assertThat(approved.openTask()).isEqualTo("task_record_court_result 2007-12-16T06:00:00Z");
    assertThat(world.filesIn("court")).extracting(Path::getFileName).map(Path::toString)
        .containsExactly(approved.number() + ".pdf");
    assertThat(filingOf(approved)).containsEntry("STATUS", "FILED").containsEntry("DECIDED_BY", "legal1")
        .containsEntry("DOSSIER", "court/" + approved.number() + ".pdf");
    assertThat(approved.process()).isWaitingAt("court_in_legal");
  }

  @Test
  void whileTheCourtHasNotDecidedNoFurtherStageBegins() {
    TestedCase atCourt = caseToReview();
    Map<String, Instant> before = atCourt.dueDates();
    atCourt.submit(Worker.LEGAL_OFFICER, "APPROVED");
    world.moveDays(300);

    assertThat(atCourt.dueDates()).containsOnly(entry("timer_outsourcing_due", Instant.parse("9999-01-01T00:00:00Z")));
    assertThat(atCourt.process()).isWaitingAt("court_in_legal").hasNotPassed("timer_outsourcing_due");

    atCourt.submit(Worker.LEGAL_OFFICER, "DISMISSED");
    assertThat(atCourt.dueDates()).containsEntry("timer_outsourcing_due", before.get("timer_outsourcing_due"));
    world.runDueJobs();
    assertThat(atCourt.process()).hasPassedInOrder("court_in_legal", "timer_outsourcing_due")
        .isWaitingAt("stage_outsourcing");
  }

  @Test
  void aDeclinedCaseIsWrittenToAMonthLater() {
    TestedCase declined = caseToReview();
    ProcessInstance court = declined.called("court-case");

    declined.submit(Worker.LEGAL_OFFICER, "DECLINED");

    assertThat(court).isEnded().hasPassedInOrder("task_review_court_case", "court_approved", "end_court_declined")
        .hasNotPassed("write_dossier", "task_record_court_result");
    assertThat(world.filesIn("court")).isEmpty();
    assertThat(filingOf(declined)).containsEntry("STATUS", "DECLINED");
    assertThat(declined.dueDates()).containsEntry("legal_treatment_due", Instant.parse("2007-10-17T09:00:00Z"));
    world.moveTo("2007-10-17T09:00:00Z");
    assertThat(declined.messages()).endsWith("2007-10-17T09:00:00Z LETTER overdue-letter");
  }

  @Test
  void afterTheLastLetterTheCaseWaitsInQuiet() {
    TestedCase declined = caseToReview();
    declined.submit(Worker.LEGAL_OFFICER, "DECLINED");

    world.moveTo("2008-03-06T05:59:59Z");

    assertThat(declined.messages()).containsExactly("2007-09-03T09:00:00Z LETTER before-court-letter",
        "2007-10-17T09:00:00Z LETTER overdue-letter", "2007-12-01T09:00:00Z LETTER overdue-letter");
    assertThat(declined.process()).isWaitingAt("wait_in_legal");
    assertThat(declined.dueDates()).containsOnlyKeys("timer_outsourcing_due");
  }

  @ParameterizedTest
  @CsvSource({"DISMISSED, end_court_result", "SETTLED, end_suit_settled", "WITHDRAWN, end_suit_withdrawn"})
  void theCourtsAnswerIsRecordedAndTheCaseGoesOn(String result, String end) {
    TestedCase filed = caseToReview();
    ProcessInstance court = filed.called("court-case");
    filed.submit(Worker.LEGAL_OFFICER, "APPROVED");
    world.moveTo("2007-11-01T10:00:00Z");

    filed.submit(Worker.LEGAL_OFFICER, result);

    assertThat(court).isEnded().hasPassedInOrder("write_dossier", "task_record_court_result", "which_court_step", end);
    assertThat(filingOf(filed)).containsEntry("STATUS", "DECIDED").containsEntry("RESULT", result);
    assertThat(filed.process()).isWaitingAt("legal_treatment_due");
    world.runDueJobs();
    assertThat(filed.messages()).endsWith("2007-11-01T10:00:00Z LETTER overdue-letter");
    assertThat(filed.dueDates()).containsEntry("legal_treatment_due", Instant.parse("2007-12-17T09:00:00Z"));
  }

  private TestedCase filed() {
    TestedCase filed = caseToReview();
    filed.submit(Worker.LEGAL_OFFICER, "APPROVED");
    world.runDueJobs();
    return filed;
  }

  private BigDecimal outstanding() {
    return world.outstanding(account);
  }

  @Test
  void theSuitIsFiledHeardAndItsJudgmentEnforcedUntilItIsPaid() {
    TestedCase filed = filed();
    ProcessInstance court = filed.called("court-case");

    filed.submit(Worker.LEGAL_OFFICER, Map.of("outcome", "FILED", "court", "County Court at York", "reference",
        "07-1188", "happenedOn", "2007-09-17", "costs", "35.00", "costsOwed", "NO"));
    assertThat(filed.openTask()).isEqualTo("task_record_court_result 2007-12-16T06:00:00Z");
    assertThat(outstanding()).as("nobody has awarded them").isEqualByComparingTo("460.00");
    filed.submit(Worker.LEGAL_OFFICER, Map.of("outcome", "HEARING", "happenedOn", "2007-11-05"));
    assertThat(filed.openTask()).isEqualTo("task_record_court_result 2007-11-06T06:00:00Z");
    assertThat(filed.task().getPriority()).isEqualTo(60);

    world.moveTo("2007-11-06T09:00:00Z");
    filed.submit(Worker.LEGAL_OFFICER, Map.of("outcome", "JUDGMENT", "happenedOn", "2007-11-05", "amount", "460.00",
        "costs", "35.00", "costsOwed", "YES"));
    assertThat(filed.openTask()).isEqualTo("task_enforce_judgment 2007-12-06T06:00:00Z");
    assertThat(outstanding()).isEqualByComparingTo("495.00");
    assertThat(filed.process()).isWaitingAt("court_in_legal");
    assertThat(filingOf(filed)).containsEntry("STATUS", "ENFORCING").containsEntry("RESULT", "JUDGMENT");

    world.moveTo("2007-12-10T09:00:00Z");
    filed.submit(Worker.LEGAL_OFFICER, Map.of("outcome", "ENFORCEMENT", "amount", "100.00", "costs", "12.50",
        "note", "the bailiff took a car"));
    assertThat(filed.openTask()).isEqualTo("task_enforce_judgment 2008-01-09T06:00:00Z");
    world.pay(account, "495.00");
    assertThat(filed.facts().status()).isEqualTo(Status.OPEN);

    filed.submit(Worker.LEGAL_OFFICER, filed.task("task_enforce_judgment"), Map.of("outcome", "SATISFIED"));

    assertThat(court).isEnded().hasPassedInOrder("task_record_court_result", "which_court_step",
        "task_enforce_judgment", "which_enforcement", "end_judgment_paid");
    assertThat(filed.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(filed.openTask()).as("nothing is to be told any more").isEqualTo("none");
    assertThat(steps.of(filed.number())).extracting(CourtStep::kind).containsExactly(Kind.FILED, Kind.HEARING,
        Kind.JUDGMENT, Kind.ENFORCEMENT, Kind.SATISFIED);
    assertThat(filed.timeline("COURT")).contains("Filed with the court: County Court at York, 07-1188",
        "The court hears the case on 2007-11-05", "The court's result: judgment", "The judgment: enforcement");
  }

  @Test
  void aJudgmentThatBringsNothingIsNotEnforcedForEver() {
    TestedCase filed = filed();
    ProcessInstance court = filed.called("court-case");
    filed.submit(Worker.LEGAL_OFFICER, "JUDGMENT");
    filed.submit(Worker.LEGAL_OFFICER, "STOPPED");

    assertThat(court).isEnded().hasPassed("end_enforcement_stopped");
    assertThat(filingOf(filed)).containsEntry("STATUS", "DECIDED").containsEntry("RESULT", "JUDGMENT");
    assertThat(filed.process()).isWaitingAt("legal_treatment_due");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"FILED; court=X; reference: needs 1 to 100 characters",
      "FILED; reference=X; court: needs 1 to 200 characters", "HEARING; ; happenedOn: must be a date",
      "HEARING; happenedOn=2007-09-17; happenedOn: must lie ahead",
      "HEARING; happenedOn=2010-01-01; happenedOn: must lie ahead",
      "JUDGMENT; happenedOn=2007-09-18; happenedOn: lies ahead",
      "JUDGMENT; happenedOn=yesterday; happenedOn: must be a date",
      "JUDGMENT; amount=1e9; amount: must be an amount", "JUDGMENT; amount=0; amount: must be above zero",
      "JUDGMENT; costs=-1; costs: must be an amount", "JUDGMENT; costs=1.005; costs: has more decimals than EUR",
      "JUDGMENT; costsOwed=YES; costs: must be an amount",
      "SETTLED; costs=5,costsOwed=YES; costsOwed: are the debtor's only after a judgment that says so",
      "ENFORCEMENT; ; outcome: must be one of"})
  void aStepThatCannotBeIsRefusedByItsField(String outcome, String fields, String refusal) {
    TestedCase filed = filed();
    Map<String, Object> form = new HashMap<>(Map.of("outcome", outcome));
    for (String field : fields == null ? new String[0] : fields.split(",")) {
      form.put(field.split("=")[0], field.split("=")[1]);
    }

    assertThatThrownBy(() -> filed.submit(Worker.LEGAL_OFFICER, form)).hasMessageContaining(refusal);

    assertThat(filed.openTask()).startsWith("task_record_court_result");
    assertThat(steps.of(filed.number())).isEmpty();
    assertThat(outstanding()).isEqualByComparingTo("460.00");
  }

  @Test
  void whatWasPaidPausedOrBarredBetweenApprovalAndDossierIsNotFiled() {
    TestedCase paid = caseToReview();
    paid.submit(Worker.LEGAL_OFFICER, "APPROVED");
    ProcessInstance court = paid.called("court-case");
    world.pay(account, "460.00");
    assertThat(paid.facts().status()).isEqualTo(Status.OPEN);
    world.runDueJobs();

    assertThat(court).isEnded().hasPassedInOrder("write_dossier", "still_suable", "end_not_filed");
    assertThat(paid.process()).isEnded().hasPassed("end_cured");
    assertThat(world.filesIn("court")).isEmpty();
    assertThat(paid.openTask()).as("the court never knew").isEqualTo("none");
  }

  @Test
  void aPauseBetweenApprovalAndDossierComesFirst() {
    TestedCase paused = caseToReview();
    paused.submit(Worker.LEGAL_OFFICER, "APPROVED");
    paused.hold(Hold.Reason.DISPUTE, "2007-10-01");
    world.runDueJobs();

    assertThat(world.filesIn("court")).isEmpty();
    assertThat(paused.timeline("COURT")).endsWith("Not filed: ON_HOLD");
    assertThat(paused.process()).isWaitingAt("held");
  }

  @Test
  void aDebtThatIsBarredWhenItIsToBeFiledIsNotFiled() {
    // France: two years. The dossier folder is in the way until they are over.
    account = world.account(1).with("country", "FR").in("Europe/Paris").dueOn(world.today().minusDays(710));
    TestedCase opened = world.open(account);
    world.lifecycle.moveTo(opened.number(), Stage.LEGAL, "supervisor1", "a test");
    world.moveTo("2007-09-18T09:00:00Z");
    Path inTheWay = world.block("court");
    opened.submit(Worker.LEGAL_OFFICER, "APPROVED");
    world.runDueJobs();
    world.moveTo("2007-09-30T09:00:00Z");
    world.unblock(inTheWay);
    management().setJobRetries(opened.job("write_dossier").getId(), 1);
    world.runDueJobs();

    assertThat(world.filesIn("court")).isEmpty();
    assertThat(opened.timeline("COURT")).endsWith("Not filed: TIME_BARRED");
  }

  @Test
  void whatIsNotOverdueIsNobodysReview() {
    account = world.account(-3).owes("10000.00").with("next_due_amount", "").without("email");
    TestedCase unknown = world.open(account);
    world.lifecycle.moveTo(unknown.number(), Stage.LEGAL, "supervisor1", "a test");
    world.moveDays(20);

    assertThat(unknown.timeline("COURT")).containsExactly("No case for the court: NOTHING_DUE");
    assertThat(unknown.openTask()).isEqualTo("none");
    assertThat(unknown.process()).hasPassed("court_in_legal");
  }

  @Test
  void aSuitNeedsALetterWhoseDeadlineIsOver() {
    TestedCase told = caseToReview();
    world.database.sql("update contact_attempt set sent_at = :late where case_number = :case and template like 'bef%'")
        .param("late", OffsetDateTime.parse("2007-09-04T09:00:00Z")).param("case", told.number()).update();
    assertThatThrownBy(() -> told.submit(Worker.LEGAL_OFFICER, "APPROVED"))
        .hasMessageContaining("outcome: cannot be approved: DEADLINE_RUNS");
    world.database.sql("update contact_attempt set status = 'FAILED' where case_number = :case")
        .param("case", told.number()).update();
    assertThatThrownBy(() -> told.submit(Worker.LEGAL_OFFICER, "APPROVED"))
        .hasMessageContaining("outcome: cannot be approved: NO_LETTER");
    assertThat(told.openTask()).startsWith("task_review_court_case");
  }

  @Test
  void aSmallDebtIsNobodysSuitAndNoLetterSpeaksOfOne() {
    account = world.account(180).owes("49.99");
    TestedCase small = world.open(account);
    world.moveDays(150);

    assertThat(small.messages()).allSatisfy(message -> assertThat(message).doesNotContain("before-court"))
        .isNotEmpty();
    assertThat(small.process()).hasPassed("send_legal_message").hasNotPassed("court_in_legal");
    assertThat(small.openTask()).isEqualTo("none");
  }

  @Test
  void aDebtThatBecameSmallAfterTheLetterIsNotReviewed() {
    account = world.account(180);
    TestedCase small = world.open(account);
    world.moveTo("2007-09-10T09:00:00Z");
    world.pay(account, "410.01");
    world.moveTo("2007-09-17T09:00:00Z");
    assertThat(small.openTask()).isEqualTo("none");

    TestedCase edge = world.open(world.account(180).owes("50.00"));
    world.moveDays(14);
    assertThat(edge.openTask()).startsWith("task_review_court_case");
  }

  @Test
  void whatIsMissingToProveTheClaimIsNamedAndHasToComeFirst() {
    account = world.account(180).with("product", "UNKNOWN").without("address");
    TestedCase unproved = world.open(account);
    world.moveTo("2007-10-01T09:00:00Z");
    world.database.sql("update account set outstanding_amount = 461 where account_number = :account")
        .param("account", account.accountNumber()).update();

    assertThat(eligibility.doubtsOf(unproved.number())).extracting(Enum::name)
        .containsExactly("ACCOUNT_DATA", "LEDGER_DIFFERS", "NO_ADDRESS");
    assertThatThrownBy(() -> unproved.submit(Worker.LEGAL_OFFICER, "APPROVED"))
        .hasMessageContaining("outcome: cannot be approved: ACCOUNT_DATA, LEDGER_DIFFERS, NO_ADDRESS");

    world.database.sql("update account set outstanding_amount = 460, product = 'LOAN' where account_number = :account")
        .param("account", account.accountNumber()).update();
    assertThat(eligibility.doubtsOf(unproved.number())).extracting(Enum::name).containsExactly("NO_ADDRESS");
    unproved.submit(Worker.LEGAL_OFFICER, "APPROVED");
    world.runDueJobs();
    assertThat(world.filesIn("court")).hasSize(1);
  }

  @Test
  void theLetterNamesTheDayFromWhichTheSuitMayBeFiled() throws IOException {
    account = world.account(180);
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-16T23:59:00Z");
    assertThat(Files.readString(world.filesIn("outbox/letter").get(0))).contains("by 2007-09-17",
        "Your reply: case " + opened.number(),
        "I agree that I owe EUR 460.00", "1 Example Square");
    assertThat(opened.openTask()).isEqualTo("none");

    world.moveTo("2007-09-17T09:00:00Z");
    opened.submit(Worker.LEGAL_OFFICER, "APPROVED");
    world.runDueJobs();
    assertThat(world.filesIn("court")).hasSize(1);
  }

  @Test
  void aDossierThatCannotBeWrittenBecomesAnIncidentAndGoesOutOnceTheFolderIsMended() {
    TestedCase approved = caseToReview();
    ProcessInstance court = approved.called("court-case");
    Path inTheWay = world.block("court");
    approved.submit(Worker.LEGAL_OFFICER, "APPROVED");

    world.runDueJobs();
    assertThat(approved.job("write_dossier").getRetries()).isEqualTo(4);
    assertThat(approved.dueDates()).containsEntry("write_dossier", Instant.parse("2007-09-17T09:10:00Z"));
    assertThat(incidentsOf(court)).isZero();

    world.moveTo("2007-09-17T09:40:00Z");
    Job failed = approved.job("write_dossier");
    assertThat(failed.getRetries()).isZero();
    assertThat(incidentsOf(court)).isEqualTo(1);
    assertThat(court).isWaitingAt("write_dossier");
    assertThat(filingOf(approved)).containsEntry("STATUS", "APPROVED");

    world.unblock(inTheWay);
    management().setJobRetries(failed.getId(), 1);
    world.moveTo("2007-09-17T09:50:00Z");

    assertThat(incidentsOf(court)).isZero();
    assertThat(court).hasPassed("write_dossier").isWaitingAt("task_record_court_result");
    assertThat(filingOf(approved)).containsEntry("STATUS", "FILED");
    assertThat(world.filesIn("court")).hasSize(1);
  }

  private long incidentsOf(ProcessInstance process) {
    return world.engine.getRuntimeService().createIncidentQuery().processInstanceId(process.getId()).count();
  }

  private ManagementService management() {
    return world.engine.getManagementService();
  }
}
