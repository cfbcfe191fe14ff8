package io.remit.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.complaint.Complaint;
import io.remit.complaint.Complaints;
import io.remit.hold.Hold;
import io.remit.process.CaseModel;
import io.remit.process.TaskCards;
import io.remit.process.story.CaseWorld;
import io.remit.process.story.ProcessTest;
import io.remit.process.story.TestedCase;
import io.remit.process.story.Worker;
import io.remit.process.task.TaskClaims;
import io.remit.process.task.TaskViews;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who a debtor is, what people wrote of him and what he promised stay in Remit's own tables, out of the engine's. */
@ProcessTest
class EngineStorageTest {

  private static final String NOTE = "marker-of-a-note";
  private static final String REPRESENTATIVE = "marker-of-a-representative";
  private static final String AMOUNT = "123.45";
  private static final String DATE = "2007-09-14";
  private static final List<String> DEBTOR =
      List.of("Marker Debtor", "+870301234542", "marker@example.com", "42 Marker Street", "Markerville");

  @Autowired
  private CaseWorld world;
  @Autowired
  private TaskViews views;
  @Autowired
  private Complaints complaints;

  @BeforeEach
  void theSearchFindsWhatIsThere() {
    assertThat(foundInEngine("collection-case")).isNotEmpty();
  }

  private TestedCase open(int daysPastDue, String at) {
    TestedCase opened = world.open(world.account(daysPastDue).with("debtor_name", "Marker Debtor")
        .with("phone", "+870301234542").with("email", "marker@example.com").with("address", "42 Marker Street")
        .with("city", "Markerville").with("owns_property", "true"));
    world.moveTo(at);
    return opened;
  }

  private String viewOf(String task, String userId) {
    return views.of(task, userId).orElseThrow().get(TaskViews.CASE_VIEW);
  }

  /** Sees the case in the form, of which the engine itself has nothing, and sends it with more than it asks for. */
  private void work(TestedCase opened, Worker worker, Map<String, Object> fields) {
    String task = opened.task().getId();
    assertThat(world.engine.getFormService().getTaskFormVariables(task).get(TaskViews.CASE_VIEW)).isEqualTo("{}");
    assertThat(viewOf(task, "somebody")).doesNotContain("Marker").contains(opened.number());
    world.engine.getTaskService().setAssignee(task, worker.id());
    assertThat(viewOf(task, worker.id())).contains("Marker Debtor");
    assertNothingPersonalStored();
    Map<String, Object> sent = new HashMap<>(fields);
    sent.put("note", NOTE);
    sent.put("extra", "marker-of-an-extra-variable");
    sent.put("debtorName", "Marker Debtor");
    opened.submit(worker, sent);
    assertNothingPersonalStored();
    assertNoVariablesButTheModels(opened);
  }

  private void assertNothingPersonalStored() {
    for (String marker : List.of(NOTE, AMOUNT, DATE, REPRESENTATIVE, "marker-of-an-extra-variable")) {
      assertThat(foundInEngine(marker)).as(marker).isEmpty();
    }
    for (String marker : DEBTOR) {
      assertThat(foundInEngine(marker)).as(marker).isEmpty();
    }
  }

  private void assertNoVariablesButTheModels(TestedCase opened) {
    assertThat(world.database.sql("""
        select distinct v.name_ from act_ru_variable v join act_ru_execution e on e.id_ = v.proc_inst_id_
          join act_ru_execution root on root.id_ = e.root_proc_inst_id_ where root.business_key_ = :case
        """).param("case", opened.number()).query(String.class).list()).isSubsetOf(CaseModel.STAGE,
            CaseModel.VISIT_ELIGIBLE, CaseModel.OUTCOME, TaskViews.CASE_VIEW, TaskCards.OVERDUE_AMOUNT,
            TaskCards.DUE_SINCE, TaskClaims.CLAIMED_AT);
  }

  /** The columns of the engine's tables in which a text stands, bytes included. */
  private List<String> foundInEngine(String text) {
    List<String> found = new ArrayList<>();
    List<Map<String, Object>> columns = world.database.sql("""
        select table_name, column_name, data_type from information_schema.columns
         where table_name like 'ACT!_%' escape '!'
           and (data_type like 'CHARACTER%' or data_type = 'BINARY LARGE OBJECT')
        """).query().listOfRows();
    for (Map<String, Object> column : columns) {
      String name = column.get("TABLE_NAME") + "." + column.get("COLUMN_NAME");
      boolean bytes = column.get("DATA_TYPE").toString().startsWith("BINARY");
      // the models themselves stand in a table of the engine, too
      String where = column.get("TABLE_NAME").equals("ACT_GE_BYTEARRAY") && !text.equals("collection-case")
          ? " where deployment_id_ is null and " : " where ";
      String sql = "select count(*) from " + column.get("TABLE_NAME") + where + column.get("COLUMN_NAME");
      long rows = bytes
          ? world.database.sql("select " + column.get("COLUMN_NAME") + " from " + column.get("TABLE_NAME") + where
              + column.get("COLUMN_NAME") + " is not null").query(byte[].class).list().stream()
              .filter(content -> new String(content, StandardCharsets.ISO_8859_1).contains(text)).count()
          : world.database.sql(sql + " like :text").param("text", "%" + text + "%").query(Long.class).single();
      if (rows > 0) {
        found.add(name);
      }
    }
    return found;
  }

  @Test
  void nothingOfACallStaysInTheEngine() {
    TestedCase opened = open(30, "2007-09-03T09:00:00Z");
    work(opened, Worker.COLLECTOR,
        Map.of("outcome", "PROMISED", "promiseAmount", AMOUNT, "promiseDate", DATE, "representative", REPRESENTATIVE,
            "overdueReason", "FORGOT", "complaint", "marker-of-a-complaint", "complaintAbout", "collector2"));

    assertThat(foundInEngine("marker-of-a-complaint")).isEmpty();
    assertThat(complaints.ofCase(opened.number(), "manager1")).extracting(Complaint::words)
        .containsExactly("marker-of-a-complaint");
    assertThat(opened.promises()).singleElement().satisfies(promise -> {
      assertThat(promise.amount()).isEqualByComparingTo(AMOUNT);
      assertThat(promise.given().representative()).isEqualTo(REPRESENTATIVE);
    });
    world.moveTo("2007-09-15T09:00:00Z");
    assertNothingPersonalStored();
  }

  @Test
  void nothingOfAVisitStaysInTheEngine() {
    work(open(90, "2007-09-03T09:00:00Z"), Worker.FIELD_AGENT,
        Map.of("outcome", "PROMISED", "promiseAmount", AMOUNT, "promiseDate", DATE));
  }

  @Test
  void nothingOfAnotherReasonToPauseStaysInTheEngine() {
    TestedCase opened = open(30, "2007-09-03T09:00:00Z");

    work(opened, Worker.COLLECTOR, Map.of("outcome", "PAUSE", "holdReason", "INSOLVENCY"));

    assertThat(foundInEngine("INSOLVENCY")).isEmpty();
  }

  @Test
  void nothingOfInstalmentsThatWereAskedForStaysInTheEngine() {
    TestedCase opened = open(30, "2007-09-03T09:00:00Z");
    work(opened, Worker.COLLECTOR,
        Map.of("outcome", "PLAN_ASKED", "planInstalments", "4", "planFirstDate", "2007-10-01"));
    world.runDueJobs();
    work(opened, Worker.SUPERVISOR,
        Map.of("outcome", "ACCEPTED", "acceptedHow", "IN_PERSON", "acceptedOn", "2007-09-03"));

    assertThat(foundInEngine("IN_PERSON")).isEmpty();
  }

  @Test
  void nothingOfAPauseStaysInTheEngine() {
    TestedCase opened = open(30, "2007-09-03T09:00:00Z");
    work(opened, Worker.COLLECTOR, Map.of("outcome", "DISPUTED"));
    assertThat(opened.holds().get(0).note()).isEqualTo(NOTE);
    work(opened, Worker.SUPERVISOR, Map.of("outcome", "MORE_TIME", "moreTimeUntil", DATE));
    world.moveTo(DATE + "T06:00:00Z");
    work(opened, Worker.SUPERVISOR, Map.of("outcome", "REJECTED", "reason", "NOT_PAID"));
  }

  @Test
  void nothingOfAHoldStaysInTheEngine() {
    TestedCase opened = open(30, "2007-09-03T09:00:00Z");
    opened.hold(Hold.Reason.INSOLVENCY, DATE);
    work(opened, Worker.SUPERVISOR, Map.of("outcome", "RESUME", "contactName", "marker-of-a-name", "contactPhone",
        "+442079460000"));
    assertThat(foundInEngine("marker-of-a-name")).isEmpty();
  }

  @Test
  void nothingOfAHardshipStaysInTheEngine() {
    TestedCase opened = open(30, "2007-09-03T09:00:00Z");
    opened.hold(Hold.Reason.HARDSHIP, DATE);
    world.moveTo(DATE + "T06:00:00Z");
    work(opened, Worker.OTHER_SUPERVISOR, Map.of("outcome", "LOWER_INSTALMENTS", "until", DATE, "amount", AMOUNT,
        "planInstalments", "4", "planFirstDate", "2007-10-01"));
    assertThat(foundInEngine("2007-10-01")).isEmpty();
  }

  @Test
  void nothingOfAComplaintStaysInTheEngine() {
    TestedCase opened = open(20, "2007-09-03T08:00:00Z");
    complaints.open(opened.number(), "CALL", null, NOTE, "collector2");
    work(opened, Worker.SUPERVISOR, Map.of("outcome", "UPHELD", "measures", "marker-of-a-measure"));
    assertThat(foundInEngine("marker-of-a-measure")).isEmpty();
  }

  @Test
  void nothingOfACourtCaseStaysInTheEngine() {
    TestedCase opened = open(180, "2007-09-17T09:00:00Z");
    work(opened, Worker.LEGAL_OFFICER, Map.of("outcome", "APPROVED"));
    world.runDueJobs();
    work(opened, Worker.LEGAL_OFFICER, Map.of("outcome", "JUDGMENT"));
  }

  @Test
  void nothingOfAPlacementStaysInTheEngine() {
    TestedCase opened = open(400, "2007-09-03T09:00:00Z");
    work(opened, Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    world.runDueJobs();
    work(opened, Worker.OUTSOURCING_OFFICER, Map.of("outcome", "RETURNED"));
  }

  @Test
  void nothingOfARefusedFormStaysInTheEngine() {
    TestedCase opened = open(30, "2007-09-03T09:00:00Z");

    assertThatThrownBy(() -> opened.submit(Worker.COLLECTOR, Map.of("outcome", "PROMISED", "promiseAmount", AMOUNT,
        "promiseDate", "marker-of-a-date", "note", NOTE))).hasMessageContaining("promiseDate");

    assertThat(foundInEngine("marker-of-a-date")).isEmpty();
    assertNothingPersonalStored();
  }

  @Test
  void nothingOfAFailedMessageStaysInTheEngine() {
    world.block("outbox/sms");
    open(10, "2007-09-03T12:00:00Z");

    assertNothingPersonalStored();
  }

  @Test
  void aClientCannotPassForTheModelByNamingItsVariables() {
    TestedCase opened = open(30, "2007-09-03T09:00:00Z");

    opened.submit(Worker.COLLECTOR, Map.of("outcome", "REFUSED", CaseModel.STAGE, "OUTSOURCING", CaseModel.TREATMENT,
        "COURT", CaseModel.CHANGE, "CURED", CaseModel.VISIT_ELIGIBLE, true, TaskViews.CASE_VIEW, "{}"));

    assertThat(opened.facts().stage().name()).isEqualTo("TELEPHONE");
    assertThat(world.engine.getRuntimeService().getVariables(opened.process().getId()))
        .containsOnly(Map.entry(CaseModel.STAGE, "TELEPHONE"));
    assertThat(opened.dueDates()).containsKeys("telephone_treatment_due", "timer_visit_due");
  }
}
