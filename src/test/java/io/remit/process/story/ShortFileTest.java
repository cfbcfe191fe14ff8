package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.intake.ArrearsIntake;
import io.remit.intake.csv.Rejection;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.intake.delivery.IntakeStatus;
import io.remit.process.task.TaskViews;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A complete file that is too short closes nothing until a person who did not send it says that it is whole. */
@ProcessTest
class ShortFileTest {

  private static final AtomicInteger PRODUCTS = new AtomicInteger();
  private static final int ACCOUNTS = 20;

  @Autowired
  private CaseWorld world;
  @Autowired
  private ArrearsIntake arrears;
  @Autowired
  private TaskViews views;
  @Autowired
  private ObjectMapper json;

  private List<ArrearsRow> all;

  @BeforeEach
  void twentyAccounts() {
    all = accounts("SHORT-" + PRODUCTS.incrementAndGet());
    world.load(all.toArray(ArrearsRow[]::new));
  }

  private List<ArrearsRow> accounts(String product) {
    return IntStream.range(0, ACCOUNTS).mapToObj(each -> world.account(40).with("product", product)).toList();
  }

  private ArrearsResult complete(List<ArrearsRow> rows) {
    return world.loadComplete(rows.toArray(ArrearsRow[]::new));
  }

  private Task task() {
    return world.engine.getTaskService().createTaskQuery().taskDefinitionKey("task_approve_closing").singleResult();
  }

  private ProcessInstance asked() {
    return world.engine.getRuntimeService().createProcessInstanceQuery()
        .processInstanceId(task().getProcessInstanceId()).singleResult();
  }

  private long open(List<ArrearsRow> rows) {
    return rows.stream().filter(row -> world.caseOf(row).facts().status() != Status.CLOSED).count();
  }

  private JsonNode view() throws Exception {
    world.engine.getTaskService().setAssignee(task().getId(), Worker.SUPERVISOR.id());
    return json.readTree(views.of(task().getId(), Worker.SUPERVISOR.id()).orElseThrow().get("closingView"));
  }

  @Test
  void theFirstPageClosesNothingAndAsksAndWhatItNamesIsApplied() throws Exception {
    all.get(0).owes("80.00");

    ArrearsResult first = complete(all.subList(0, 7));

    assertThat(first.closed()).isZero();
    assertThat(first.closingsWaiting()).isEqualTo(13);
    assertThat(first.updated()).isEqualTo(1);
    assertThat(first.rows()).isEqualTo(first.opened() + first.updated() + first.unchanged() + first.rejected().size());
    assertThat(world.outstanding(all.get(0))).isEqualByComparingTo("80.00");
    assertThat(open(all)).isEqualTo(20);
    assertThat(asked()).isWaitingAt("task_approve_closing");
    assertThat(task().getDueDate().toInstant()).isEqualTo("2007-09-04T06:00:00Z");
    JsonNode view = view();
    assertThat(view.get("products").get(0).toString())
        .contains("\"open\":\"20\"", "\"leftOut\":\"13\"", "\"share\":\"65\"");
    assertThat(view.get("accounts")).hasSize(10);
    assertThat(view.get("facts").toString()).contains(String.valueOf(first.fileId()));
  }

  @Test
  void approvedItClosesThoseThatNoLaterFileNames() {
    complete(all.subList(0, 7));
    ProcessInstance asked = asked();
    world.load(all.get(19));

    world.submit(Worker.SUPERVISOR, task(), Map.of("outcome", "APPROVED"));
    world.runDueJobs();

    assertThat(asked).isEnded().hasPassedInOrder("accounts_left_out", "task_approve_closing", "close_missing",
        "end_closed");
    assertThat(open(all)).isEqualTo(8);
    assertThat(world.caseOf(all.get(10)).facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(world.caseOf(all.get(19)).facts().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void rejectedItLeavesAllOpen() {
    complete(all.subList(0, 7));
    ProcessInstance asked = asked();

    assertThatThrownBy(() -> world.submit(Worker.SUPERVISOR, task(), Map.of("outcome", "REJECTED")))
        .hasMessageContaining("note: say why");
    world.submit(Worker.SUPERVISOR, task(), Map.of("outcome", "REJECTED", "note", "the first page only"));
    world.runDueJobs();

    assertThat(asked).isEnded().hasPassed("end_not_closed").hasNotPassed("close_missing");
    assertThat(open(all)).isEqualTo(20);
  }

  @Test
  void whoSentItDoesNotDecide() throws Exception {
    String content = ArrearsRow.HEADER + "\n" + all.get(0).csv() + "\n";
    arrears.apply(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), true, null,
        Worker.SUPERVISOR.id());

    assertThatThrownBy(() -> world.submit(Worker.SUPERVISOR, task(), Map.of("outcome", "APPROVED")))
        .hasMessageContaining("you sent this file yourself");
    world.submit(Worker.OTHER_SUPERVISOR, task(), Map.of("outcome", "APPROVED"));
    world.runDueJobs();

    assertThat(open(all)).isEqualTo(1);
  }

  @Test
  void theWholeFileMakesTheQuestionOld() {
    complete(all.subList(0, 7));
    ProcessInstance asked = asked();

    assertThat(complete(all).closingsWaiting()).isZero();

    assertThat(asked).isEnded().hasPassed("end_superseded");
    assertThat(task()).isNull();
    assertThat(open(all)).isEqualTo(20);
  }

  @Test
  void theShortFileSentAgainAsksNothingNew() {
    String content = ArrearsRow.HEADER + "\n" + all.get(0).csv() + "\n";

    ArrearsResult first = world.loadFile(content, true);
    ArrearsResult again = world.loadFile(content, true);

    assertThat(first.closingsWaiting()).isEqualTo(19);
    assertThat(again.status()).isEqualTo(IntakeStatus.ALREADY_APPLIED);
    assertThat(again.closingsWaiting()).isEqualTo(19);
    assertThat(task()).isNotNull();
  }

  @Test
  void whatIsPaidFromOneDayToTheNextIsClosedByItself() {
    assertThat(complete(all.subList(0, 15)).closed()).isEqualTo(5);
    assertThat(task()).isNull();
    assertThat(open(all)).isEqualTo(15);
  }

  @Test
  void ofFewAccountsAllButOneMayBePaid() {
    List<ArrearsRow> few = accounts("FEW-" + PRODUCTS.get()).subList(0, 9);
    world.load(few.toArray(ArrearsRow[]::new));

    assertThat(complete(few.subList(0, 1)).closed()).isEqualTo(8);
    assertThat(task()).isNull();
  }

  @Test
  void oneProductThatIsCutOffHoldsBackTheOthersToo() {
    List<ArrearsRow> others = accounts("OTHER-" + PRODUCTS.get());
    world.load(others.toArray(ArrearsRow[]::new));
    List<ArrearsRow> file = new ArrayList<>(all.subList(0, 19));
    file.addAll(others.subList(0, 3));

    ArrearsResult result = complete(file);

    assertThat(result.closed()).isZero();
    assertThat(result.closingsWaiting()).isEqualTo(18);
    assertThat(open(all)).isEqualTo(20);
  }

  @Test
  void aProductThatIsMissingWhollyIsLeftAsItIs() {
    List<ArrearsRow> others = accounts("OTHER-" + PRODUCTS.get());
    world.load(others.toArray(ArrearsRow[]::new));

    ArrearsResult result = complete(all);

    assertThat(result.closed()).isZero();
    assertThat(result.closingsWaiting()).isZero();
    assertThat(open(others)).isEqualTo(20);
  }

  @Test
  void aFileWithoutRowsIsRefusedAndClosesNothing() {
    ArrearsResult result = world.loadFile(ArrearsRow.HEADER + "\n", true);

    assertThat(result.status()).isEqualTo(IntakeStatus.REFUSED);
    assertThat(result.rejected()).extracting(Rejection::rule).containsExactly("no-rows");
    assertThat(open(all)).isEqualTo(20);
  }

  @Test
  void aFileThatIsCutInTheMiddleOfARowClosesNothing() {
    String row = all.get(18).csv();
    String content = ArrearsRow.HEADER + "\n"
        + String.join("\n", all.subList(0, 18).stream().map(ArrearsRow::csv).toList())
        + "\n" + row.substring(0, row.length() / 2);

    ArrearsResult result = world.loadFile(content, true);

    assertThat(result.rejected()).singleElement().satisfies(cut -> {
      assertThat(cut.rule()).isEqualTo("column-count");
      assertThat(cut.message()).contains("no account was closed as missing");
    });
    assertThat(result.closed()).isZero();
    assertThat(open(all)).isEqualTo(20);
  }
}
