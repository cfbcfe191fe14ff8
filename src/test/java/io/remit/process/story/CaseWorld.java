package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.ForkFolder;
import io.remit.cases.CaseLifecycle;
import io.remit.cases.CaseRepository;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempts;
import io.remit.contact.dispatch.ContactWork;
import io.remit.hold.HoldEnd;
import io.remit.hold.Holds;
import io.remit.intake.ArrearsIntake;
import io.remit.intake.PaymentsIntake;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.intake.delivery.PaymentsResult;
import io.remit.ledger.AccountRepository;
import io.remit.partner.PartnersForTests;
import io.remit.process.time.DueJobs;
import io.remit.promise.Promises;
import jakarta.annotation.PostConstruct;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** What happens around the cases in a test: time passes, files come in, money comes in. */
@TestComponent
public class CaseWorld {

  /** A visit as it has to be. */
  public static final Map<String, Object> AT_THE_DOOR =
      Map.of("identityShown", "YES", "entry", "STAYED_OUTSIDE", "othersTold", "NO");

  public static final String WORK_FOLDER = ForkFolder.named("process-tests");

  /** When each test begins: a Monday, an hour before the debtors of {@link ArrearsRow} may be contacted. */
  public static final Instant BEGIN = Instant.parse("2007-09-03T08:00:00Z");

  private static final AtomicLong NUMBERS = new AtomicLong();

  @Autowired
  private DueJobs dueJobs;
  @Autowired
  private ContactWork contactWork;
  @Autowired
  private ArrearsIntake arrears;
  @Autowired
  private PaymentsIntake payments;
  @Autowired
  private PartnersForTests partners;

  @Autowired
  public ProcessEngine engine;
  @Autowired
  public CaseRepository cases;
  @Autowired
  public CaseLifecycle lifecycle;
  @Autowired
  public AccountRepository accounts;
  @Autowired
  public ContactAttempts contacts;
  @Autowired
  public Promises promises;
  @Autowired
  public Holds holds;
  @Autowired
  public HoldEnd holdEnd;
  @Autowired
  public Timeline timeline;
  @Autowired
  public ScriptedChannel textMessages;
  @Autowired
  public JdbcClient database;

  /** The coverage report reads the models in the name of whoever completes a task. */
  @PostConstruct
  public void letEverybodyReadModels() {
    AuthorizationService authorizations = engine.getAuthorizationService();
    Authorization everybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
    everybody.setResource(Resources.PROCESS_DEFINITION);
    everybody.setResourceId(Authorization.ANY);
    everybody.addPermission(ProcessDefinitionPermissions.READ);
    authorizations.saveAuthorization(everybody);
  }

  public void begin() {
    BpmnAwareTests.init(engine);
    Worker.employAll(engine.getIdentityService());
    clock(BEGIN);
    emptyWorkFolder();
    partners.begin();
    textMessages.behave();
  }

  /** Ends what still runs, so that no later test runs its jobs and rounds; what it passed stays in the history. */
  public void end() {
    engine.getIdentityService().clearAuthentication();
    engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().forEach(running ->
        engine.getRuntimeService().deleteProcessInstance(running.getId(), "test over", true, true, true, false));
    database.sql("update collection_case set status = 'CLOSED', closed_at = opened_at where status <> 'CLOSED'")
        .update();
    // another thread may be at the proof
    database.sql("delete from daily_work where work <> 'PROOF'").update();
    database.sql("delete from partner_choice").update();
    database.sql("update proposed_batch set outcome = 'SINGLY' where outcome is null").update();
    database.sql("update court_referral set status = 'ENDED' where status in ('REFERRED', 'DELIVERED')").update();
    database.sql("update placement set status = 'ENDED' where status in ('APPROVED', 'PLACED')").update();
    database.sql("delete from partner_change_mark").update();
    database.sql("delete from partner_change_round").update();
    database.sql("""
        insert into partner_told (placement_id, fact, told_value)
        select placement_id, 'END', 'test over' from placement p where p.status = 'ENDED' and not exists (
          select 1 from partner_told t where t.placement_id = p.placement_id and t.fact = 'END')
        """).update();
    ClockUtil.reset();
    BpmnAwareTests.reset();
  }

  public Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  public LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.UTC);
  }

  /** Sets the clock and runs nothing, as if no node was up in between. */
  public void clock(Instant moment) {
    ClockUtil.setCurrentTime(Date.from(moment));
  }

  public void clock(String moment) {
    clock(Instant.parse(moment));
  }

  /** Deploys the treatment decision with one change, as a process owner would, and returns the deployment's id. */
  public String deployTreatments(String found, String replacement) throws IOException {
    try (InputStream shipped = getClass().getResourceAsStream("/bpmn/next-treatment.dmn")) {
      String changed = new String(shipped.readAllBytes(), StandardCharsets.UTF_8).replace(found, replacement);
      return engine.getRepositoryService().createDeployment().addString("next-treatment.dmn", changed).deploy().getId();
    }
  }

  /** Sends what is planned, and lets no job run. */
  public void runContactWork() {
    contactWork.runUntilQuiet();
  }

  /** Runs what is due at this moment. */
  public void runDueJobs() {
    dueJobs.runUntilQuiet();
  }

  /** Moves the clock ahead and runs everything that falls due on the way, each at its time. */
  public void moveTo(Instant moment) {
    assertThat(moment).as("the clock goes ahead only").isAfterOrEqualTo(now());
    dueJobs.runUpTo(moment);
    clock(moment);
  }

  public void moveTo(String moment) {
    moveTo(Instant.parse(moment));
  }

  public void moveDays(int days) {
    moveTo(now().plusSeconds(days * 86_400L));
  }

  /** An account of a new debtor. */
  public ArrearsRow account(int daysPastDue) {
    return accountOf("D" + NUMBERS.incrementAndGet(), daysPastDue);
  }

  /** One more account of a debtor. */
  public ArrearsRow accountOf(String debtorId, int daysPastDue) {
    return new ArrearsRow("A" + NUMBERS.incrementAndGet(), debtorId, today(), daysPastDue);
  }

  /** Delivers the account in a file and gives the case that it opened or joined. */
  public TestedCase open(ArrearsRow account) {
    load(account);
    return caseOf(account);
  }

  /** Delivers an arrears file that does not list all accounts. */
  public ArrearsResult load(ArrearsRow... rows) {
    return deliver(false, rows);
  }

  /** Delivers an arrears file that lists all open accounts. */
  public ArrearsResult loadComplete(ArrearsRow... rows) {
    return deliver(true, rows);
  }

  private ArrearsResult deliver(boolean complete, ArrearsRow... rows) {
    ArrearsResult result = loadFile(fileOf(rows), complete);
    assertThat(result.rejected()).isEmpty();
    return result;
  }

  /** A blank line more each time: the same rows in another file. */
  private static String fileOf(ArrearsRow... rows) {
    return Stream.concat(Stream.of(ArrearsRow.HEADER), Stream.of(rows).map(ArrearsRow::csv))
        .collect(Collectors.joining("\n")) + "\n".repeat((int) NUMBERS.incrementAndGet());
  }

  /** Delivers an arrears file that contains the bookings of a day whole. */
  public ArrearsResult loadBooksOf(LocalDate asOf, ArrearsRow... rows) {
    return loadBooksOf(asOf, false, rows);
  }

  /** The same of all open accounts. */
  public ArrearsResult loadCompleteBooksOf(LocalDate asOf, ArrearsRow... rows) {
    return loadBooksOf(asOf, true, rows);
  }

  private ArrearsResult loadBooksOf(LocalDate asOf, boolean complete, ArrearsRow... rows) {
    try {
      return arrears.apply(stream(fileOf(rows)), complete, asOf, null);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public ArrearsResult loadFile(String content, boolean complete) {
    try {
      return arrears.apply(stream(content), complete);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The newest case of the account's debtor in its currency. */
  public TestedCase caseOf(ArrearsRow account) {
    String caseNumber = database.sql("select case_number from account where account_number = :account")
        .param("account", account.accountNumber()).query(String.class).single();
    return new TestedCase(this, caseNumber);
  }

  /** A payment of today comes in. */
  public String pay(ArrearsRow account, String amount) {
    return pay(account, amount, today());
  }

  /** A payment comes in that counts from a day. */
  public String pay(ArrearsRow account, String amount, LocalDate valueDate) {
    String reference = "P" + NUMBERS.incrementAndGet();
    post(reference + "," + account.accountNumber() + ",PAYMENT," + amount + "," + account.currency() + "," + valueDate
        + ",");
    return reference;
  }

  /** A payment is taken back today. */
  public void reverse(ArrearsRow account, String amount, String payment) {
    post("R" + NUMBERS.incrementAndGet() + "," + account.accountNumber() + ",REVERSAL," + amount + ","
        + account.currency() + "," + today() + "," + payment);
  }

  /** A payment comes in that was booked on one day, null where nobody tells, and counts from another. */
  public String pay(ArrearsRow account, String amount, LocalDate bookedOn, LocalDate valueDate) {
    String reference = "P" + NUMBERS.incrementAndGet();
    postBooked(reference + "," + account.accountNumber() + ",PAYMENT," + amount + "," + account.currency() + ","
        + valueDate + ",," + (bookedOn == null ? "" : bookedOn));
    return reference;
  }

  /** A payment is taken back, as booked on one day and valued on another. */
  public void reverse(ArrearsRow account, String amount, String payment, LocalDate bookedOn, LocalDate valueDate) {
    postBooked("R" + NUMBERS.incrementAndGet() + "," + account.accountNumber() + ",REVERSAL," + amount + ","
        + account.currency() + "," + valueDate + "," + payment + "," + bookedOn);
  }

  private void postBooked(String row) {
    PaymentsResult result = payments(
        "payment_reference,account_number,type,amount,currency,value_date,reverses,booking_date\n" + row + "\n");
    assertThat(result.rejected()).isEmpty();
    assertThat(result.posted()).isEqualTo(1);
  }

  private void post(String row) {
    PaymentsResult result =
        payments("payment_reference,account_number,type,amount,currency,value_date,reverses\n" + row + "\n");
    assertThat(result.posted()).isEqualTo(1);
  }

  /** Delivers a payments file, in whatever format. */
  public PaymentsResult payments(String content) {
    try {
      return payments.apply(stream(content));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What is owed on the account. */
  public BigDecimal outstanding(ArrearsRow account) {
    return accounts.find(account.accountNumber()).orElseThrow().outstandingAmount();
  }

  /** The running process of what is no case: a rule for a region, an absence. */
  public ProcessInstance process(String businessKey) {
    return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(businessKey)
        .singleResult();
  }

  /** When each waiting job of a process falls due, by the element that it belongs to. */
  public Map<String, Instant> dueDates(ProcessInstance process) {
    return dueDates(jobs(process));
  }

  public Map<String, Instant> dueDates(List<Job> jobs) {
    Map<String, Instant> dueDates = new TreeMap<>();
    for (Job job : jobs) {
      dueDates.put(elementOf(job), job.getDuedate().toInstant());
    }
    return dueDates;
  }

  public List<Job> jobs(ProcessInstance process) {
    return engine.getManagementService().createJobQuery().processInstanceId(process.getId()).list();
  }

  /** The element at which a job waits. */
  public String elementOf(Job job) {
    return engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId())
        .singleResult().getActivityId();
  }

  /**
   * Sends a task's form, as Tasklist does; of a visit that was made as it has to be, and of a review for
   * our own counsel, unless the fields say else.
   */
  public void submit(Worker worker, Task task, Map<String, Object> fields) {
    Map<String, Object> sent = new HashMap<>();
    if (task.getTaskDefinitionKey().equals("task_visit_debtor")) {
      sent.putAll(AT_THE_DOOR);
    }
    if (task.getTaskDefinitionKey().equals("task_review_court_case")) {
      sent.put("counsel", "OWN");
    }
    sent.putAll(fields);
    as(worker, () -> engine.getFormService().submitTaskForm(task.getId(), sent));
  }

  /** Does something of the engine in the name of who works. */
  public void as(Worker worker, Runnable work) {
    engine.getIdentityService().setAuthentication(worker.id(), List.of(worker.group()));
    try {
      work.run();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  /** The files that Remit wrote below a folder of the work folder. */
  public List<Path> filesIn(String folder) {
    Path root = Path.of(WORK_FOLDER, folder);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(root)) {
      return found.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a file where a folder should be, so that nothing can be written there. */
  public Path block(String folder) {
    try {
      Path inTheWay = Path.of(WORK_FOLDER, folder);
      Files.createDirectories(inTheWay.getParent());
      return Files.createFile(inTheWay);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void unblock(Path inTheWay) {
    try {
      Files.delete(inTheWay);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void emptyWorkFolder() {
    try {
      FileSystemUtils.deleteRecursively(Path.of(WORK_FOLDER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream stream(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }
}
