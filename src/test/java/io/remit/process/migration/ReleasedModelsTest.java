package io.remit.process.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.CollectionCase.Status;
import io.remit.eventlog.CaseProofs;
import io.remit.hold.Hold;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.process.story.ArrearsRow;
import io.remit.process.story.CaseWorld;
import io.remit.process.story.ProcessTest;
import io.remit.process.story.TestedCase;
import io.remit.process.story.Worker;
import io.remit.release.migration.MigrationDesk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Cases that were begun with each model that was ever released stand at each place where a case can wait, follow it to
 * the models of today, and end.
 */
@ProcessTest
class ReleasedModelsTest {

  private static final Path RELEASED = Path.of("src", "test", "resources", "released");
  private static final Path TODAY = Path.of("bpmn");
  /** Where a case waits, by itself or in a process that it called. */
  private static final Set<String> WAITS = Set.of("reminder_treatment_due", "wait_in_reminder",
      "message_treatment_due", "telephone_treatment_due", "call_in_telephone", "task_call_debtor",
      "visit_treatment_due", "visit_in_visit", "task_visit_debtor", "legal_treatment_due", "court_in_legal",
      "task_review_court_case", "task_record_court_result", "outsourcing_treatment_due", "place_in_outsourcing",
      "task_approve_placement", "task_follow_placement", "held");

  @Autowired
  private CaseWorld world;
  @Autowired
  private CaseProofs proofs;
  @Autowired
  private ApplicationContext application;

  private MigrationDesk desk;
  private final List<String> deployments = new ArrayList<>();
  private final Map<TestedCase, ArrearsRow> opened = new LinkedHashMap<>();

  @BeforeEach
  void takeTheDesk() {
    desk = new MigrationDesk(application);
  }

  @AfterEach
  void forgetTheOtherVersions() {
    deployments.forEach(deployment -> world.engine.getRepositoryService().deleteDeployment(deployment, true));
    world.database.sql("delete from model_migration_item").update();
    world.database.sql("delete from model_migration").update();
  }

  static List<String> releases() throws IOException {
    try (Stream<Path> all = Files.list(RELEASED)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void itsCasesFollowItToTheModelsOfToday(String release) throws IOException {
    deploy(ModelFolder.in(RELEASED.resolve(release)));
    openCasesEverywhere();
    assertThat(places()).as("where cases wait").containsAll(WAITS);
    Map<String, String> before = all();

    ModelFolder today = todaysOf(release);
    deploy(today);
    desk.deployed(ModelFolder.in(TODAY));
    for (String process : processesOf(today)) {
      desk.preview(process).stream().filter(each -> each.contains(" MINOR: "))
          .forEach(each -> desk.start(process, each.split(" ")[1], "owner1"));
    }
    desk.work();

    assertThat(all()).isEqualTo(before);
    for (String process : processesOf(today)) {
      assertThat(desk.preview(process)).as("open cases of older versions").isEmpty();
    }
    assertThatNoneIsWrong();
    goOn();
  }

  private void deploy(ModelFolder files) {
    DeploymentBuilder deployment = world.engine.getRepositoryService().createDeployment();
    files.files().stream().filter(ModelFile::isDeployed)
        .forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
    deployments.add(0, deployment.deploy().getId());
  }

  private static ModelFolder todaysOf(String release) throws IOException {
    Set<String> names = ModelFolder.in(RELEASED.resolve(release)).files().stream().map(ModelFile::name)
        .collect(Collectors.toSet());
    return new ModelFolder(ModelFolder.in(TODAY).files().stream().filter(file -> names.contains(file.name())).toList(),
        List.of());
  }

  private static List<String> processesOf(ModelFolder files) {
    return files.files().stream().map(file -> file.name().replace(".bpmn", "")).toList();
  }

  private TestedCase open(int daysPastDue) {
    return open(world.account(daysPastDue));
  }

  private TestedCase open(ArrearsRow account) {
    TestedCase its = world.open(account);
    opened.put(its, account);
    return its;
  }

  private void openCasesEverywhere() {
    open(-10);
    open(30);
    TestedCase held = open(30);
    open(world.account(95).with("owns_property", "true"));
    open(180);
    TestedCase atCourt = open(180);
    open(400);
    TestedCase approved = open(400);
    TestedCase placed = open(400);
    world.moveTo("2007-09-17T09:00:00Z");
    held.hold(Hold.Reason.CREDITOR_REQUEST, "2007-12-20");
    atCourt.submit(Worker.LEGAL_OFFICER, "APPROVED");
    placed.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    world.runDueJobs();
    approved.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    for (int daysPastDue : new int[] {-2, 10, 40, 100, 200, 450}) {
      open(daysPastDue);
    }
  }

  private List<ProcessInstance> processesOf(TestedCase its) {
    return world.engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(its.number())
        .list();
  }

  private Set<String> places() {
    return opened.keySet().stream().flatMap(each -> placesOf(each).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> placesOf(TestedCase its) {
    return processesOf(its).stream().flatMap(process ->
        world.engine.getRuntimeService().getActiveActivityIds(process.getId()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All that must stay: where a case is, its tasks and dates, what was said, sent and passed. */
  private Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    opened.keySet().forEach(each -> all.put(each.number(), placesOf(each) + " " + tasksOf(each) + " " + datesOf(each)
        + " " + world.timeline.of(each.number()).stream().filter(event -> !event.type().equals("MIGRATED")).toList()
        + " " + each.contacts() + " " + each.facts() + " " + passed(each)));
    return all;
  }

  private List<String> tasksOf(TestedCase its) {
    return processesOf(its).stream().flatMap(process -> world.engine.getTaskService().createTaskQuery()
        .processInstanceId(process.getId()).list().stream()).map(ReleasedModelsTest::told).sorted().toList();
  }

  private static String told(Task task) {
    return task.getTaskDefinitionKey() + " " + task.getId() + " " + task.getAssignee() + " " + task.getDueDate() + " "
        + task.getPriority() + " " + task.getCreateTime();
  }

  /** Of the timers that older drawings have, too. */
  private Map<String, Instant> datesOf(TestedCase its) {
    Map<String, Instant> dates = its.dueDates();
    dates.remove("placement_term_ends");
    return dates;
  }

  private List<String> passed(TestedCase its) {
    return world.engine.getHistoryService().createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(its.number()).list().stream().flatMap(process ->
            world.engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(process.getId())
                .list().stream())
        .map(step -> step.getActivityId() + " " + step.getStartTime() + " " + step.getEndTime()).sorted().toList();
  }

  private void assertThatNoneIsWrong() {
    Set<String> numbers = opened.keySet().stream().map(TestedCase::number).collect(Collectors.toSet());
    assertThat(proofs.check().notRight()).filteredOn(each -> numbers.contains(each.caseNumber())).isEmpty();
  }

  /** Each goes on where it stands, and ends with its payment. */
  private void goOn() {
    for (TestedCase each : opened.keySet()) {
      Task call = each.task("task_call_debtor");
      if (call != null) {
        each.submit(Worker.COLLECTOR, call, Map.of("outcome", "NOT_REACHED"));
      }
      Task visit = each.task("task_visit_debtor");
      if (visit != null) {
        each.submit(Worker.FIELD_AGENT, visit, Map.of("outcome", "NOBODY_MET"));
      }
    }
    opened.keySet().stream().filter(each -> each.task("task_record_court_result") != null).toList()
        .forEach(each -> each.submit(Worker.LEGAL_OFFICER, "DISMISSED"));
    world.moveDays(40);
    assertThatNoneIsWrong();
    opened.forEach((each, account) -> world.pay(account, world.outstanding(account).toPlainString()));
    world.runDueJobs();
    assertThat(opened.keySet()).allSatisfy(each ->
        assertThat(each.facts().status()).as(each.number()).isEqualTo(Status.CLOSED));
    assertThatNoneIsWrong();
  }
}
