package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A legal officer decides whether a case goes to court; the dossier goes out, and the court's answer comes back. */
@ProcessTest
class CourtTest {

  @Autowired
  private CaseWorld world;
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

    assertThat(court).hasPassedInOrder("court_case_begins", "task_review_court_case", "court_approved", "write_dossier")
        .isWaitingAt("task_record_court_result").hasNotPassed("end_court_declined");
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
  @ValueSource(strings = {"JUDGMENT", "DISMISSED", "SETTLED", "WITHDRAWN"})
  void theCourtsAnswerIsRecordedAndTheCaseGoesOn(String result) {
    TestedCase filed = caseToReview();
    ProcessInstance court = filed.called("court-case");
    filed.submit(Worker.LEGAL_OFFICER, "APPROVED");
    world.moveTo("2007-11-01T10:00:00Z");

    filed.submit(Worker.LEGAL_OFFICER, result);

    assertThat(court).isEnded().hasPassedInOrder("write_dossier", "task_record_court_result", "end_court_result");
    assertThat(filingOf(filed)).containsEntry("STATUS", "DECIDED").containsEntry("RESULT", result);
    assertThat(filed.process()).isWaitingAt("legal_treatment_due");
    world.runDueJobs();
    assertThat(filed.messages()).endsWith("2007-11-01T10:00:00Z LETTER overdue-letter");
    assertThat(filed.dueDates()).containsEntry("legal_treatment_due", Instant.parse("2007-12-17T09:00:00Z"));
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
