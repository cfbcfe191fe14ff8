package io.remit.outsourcing.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.exchange.openpgp.OpenPgp;
import io.remit.exchange.openpgp.OwnKey;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldRequest;
import io.remit.outsourcing.answer.PartnerFile.Status;
import io.remit.outsourcing.change.OpenedChanges;
import io.remit.outsourcing.change.PartnerChanges;
import io.remit.partner.PartnerRegister;
import io.remit.partner.PartnersForTests;
import io.remit.process.story.ArrearsRow;
import io.remit.process.story.CaseWorld;
import io.remit.process.story.ProcessTest;
import io.remit.process.story.TestedCase;
import io.remit.process.story.Worker;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner acknowledges files of changes: what it took nobody tells by hand, what it did not take somebody does. */
@ProcessTest
class ChangesAcknowledgedTest {

  private static final String HEADER = String.join(",", ChangeAcknowledgementFile.HEADER);
  private static final String TELL = "task_tell_partner";

  @Autowired
  private CaseWorld world;
  @Autowired
  private PartnerFiles files;
  @Autowired
  private PartnerFileRepository repository;
  @Autowired
  private PartnerChanges changes;
  @Autowired
  private PartnerRegister register;
  @Autowired
  private OpenPgp openPgp;

  private ArrearsRow account;

  /** No partner has acknowledged anything yet: other tests of this application may have had one do so. */
  @BeforeEach
  @AfterEach
  void nobodyAcknowledged() {
    world.database.sql("update partner_change_file set acknowledged_at = null").update();
  }

  private TestedCase placed() {
    account = world.account(400);
    TestedCase opened = world.open(account);
    if (world.now().isBefore(Instant.parse("2007-09-03T09:00:00Z"))) {
      world.moveTo("2007-09-03T09:00:00Z");
    } else {
      world.runDueJobs();
    }
    opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    world.runDueJobs();
    return opened;
  }

  private OpenedChanges told() {
    world.runDueJobs();
    changes.look();
    world.runDueJobs();
    List<OpenedChanges> all = OpenedChanges.in(world, "agency1", openPgp);
    return all.get(all.size() - 1);
  }

  private static String acknowledged(OpenedChanges file, String... answers) {
    Stream<String> lines = answers.length > 0 ? Stream.of(answers)
        : file.lines().stream().map(line -> line.getField("line") + ",YES,");
    return Stream.concat(Stream.of(HEADER), lines.map(line -> file.reference() + "," + line))
        .collect(Collectors.joining("\r\n"));
  }

  private Status take(String content) {
    return take(content, PartnersForTests.PAIR);
  }

  private Status take(String content, OwnKey by) {
    OpenPgp theirs = new OpenPgp(() -> by, Clock.systemUTC());
    return files.take(register.get("agency1"), "answer.csv.pgp", theirs.seal(content.getBytes(UTF_8), "answer.csv",
        theirs.certificate(openPgp.ownPublicKey())));
  }

  private void refused(String rule, String content) {
    assertThat(take(content)).as(rule).isEqualTo(Status.REFUSED);
    assertThat(repository.of("agency1", 1).get(0).faults()).extracting(Fault::rule).containsExactly(rule);
  }

  private String line(OpenedChanges file, int index) {
    return file.lines().get(index).getField("line");
  }

  @Test
  void aRecallThatIsAcknowledgedNeedsNobody() {
    TestedCase its = placed();
    world.pay(account, "460.00");
    ProcessInstance telling = world.engine.getRuntimeService().createProcessInstanceQuery()
        .processInstanceBusinessKey(its.number()).processDefinitionKey("tell-partner").singleResult();
    assertThat(its.task(TELL)).as("nobody knows yet whether this partner takes such files").isNotNull();

    assertThat(take(acknowledged(told()))).isEqualTo(Status.APPLIED);

    assertThat(its.task(TELL)).isNull();
    assertThat(telling).isEnded().hasPassedInOrder("change_acknowledged", "end_partner_acknowledged");
    assertThat(its.timeline("PLACEMENT")).endsWith("The partner acknowledged what changed");

    TestedCase next = placed();
    world.pay(account, "460.00");
    assertThat(next.task(TELL)).as("from now on the file is enough").isNull();
    OpenedChanges file = told();
    take(acknowledged(file));
    world.moveDays(2);
    assertThat(next.openTask()).isEqualTo("none");
  }

  @Test
  void whatAPartnerThatAcknowledgesDoesNotAcknowledgeInTimeIsToldByHand() {
    placed();
    world.pay(account, "460.00");
    take(acknowledged(told()));
    TestedCase its = placed();
    world.pay(account, "460.00");
    told();
    assertThat(its.task(TELL)).isNull();

    world.moveDays(1);

    assertThat(its.task(TELL)).isNotNull();
    its.submit(Worker.OUTSOURCING_OFFICER, "TAKEN_BACK");
    assertThat(its.openTask()).isEqualTo("none");
  }

  @Test
  void whetherThePartnerKeepsACaseOfOneWhoDiedAnOfficerDecidesAndAPauseWithAnEndTheFileTells() {
    placed();
    world.pay(account, "460.00");
    take(acknowledged(told()));
    TestedCase dead = placed();
    dead.hold(Reason.DECEASED, "2007-10-01");
    TestedCase region = placed();
    world.holds.raise(new HoldRequest(region.number(), Reason.RELIEF, null, "supervisor1", null,
        LocalDate.parse("2007-09-20")));
    assertThat(dead.task(TELL)).isNotNull();
    assertThat(region.task(TELL)).isNull();

    take(acknowledged(told()));

    assertThat(dead.task(TELL)).as("that is no question of a file").isNotNull();
    dead.submit(Worker.OUTSOURCING_OFFICER, dead.task(TELL), Map.of("outcome", "TAKEN_BACK"));
    assertThat(told().of(dead.number())).containsExactly("ENDED field=REASON value=RECALLED");
  }

  @Test
  void whatThePartnerDidNotTakeOrNameSomebodyTellsAndItsLastWordCounts() {
    TestedCase refused = placed();
    TestedCase unnamed = placed();
    refused.hold(Reason.FRAUD, "2007-10-01");
    unnamed.hold(Reason.RELIEF, "2007-10-01");
    OpenedChanges file = told();
    int ofRefused = file.lines().get(0).getField("case_number").equals(refused.number()) ? 0 : 1;

    assertThat(take(acknowledged(file, line(file, ofRefused) + ",NO,we closed it"))).isEqualTo(Status.APPLIED);

    assertThat(refused.timeline("PLACEMENT")).endsWith("The partner did not take what changed: we closed it");
    assertThat(refused.task(TELL)).isNotNull();
    assertThat(unnamed.timeline("PLACEMENT")).last().asString()
        .startsWith("The partner did not acknowledge what changed");
    assertThat(unnamed.task(TELL)).isNotNull();
    assertThat(take(acknowledged(file, line(file, ofRefused) + ",NO,we closed it"))).as("again")
        .isEqualTo(Status.ALREADY_APPLIED);
    assertThat(take(acknowledged(file))).isEqualTo(Status.APPLIED);
    assertThat(unnamed.task(TELL)).as("named by now").isNull();
    assertThat(refused.task(TELL)).as("whether the partner keeps it an officer decides").isNotNull();
  }

  @Test
  void whatSomebodyToldBeforeTheTimeWasOverIsNotToldAgainAndALateAcknowledgementEndsTheTask() {
    TestedCase told = placed();
    world.pay(account, "460.00");
    TestedCase late = placed();
    world.pay(account, "10.00");
    world.clock(world.now().plusSeconds(9 * 3600));
    OpenedChanges file = told();
    told.submit(Worker.OUTSOURCING_OFFICER, "TAKEN_BACK");
    assertThat(file.lines()).isNotEmpty();

    world.moveDays(1);

    assertThat(told.openTask()).as("an officer told it").isEqualTo("none");
    assertThat(late.task(TELL)).isNotNull();
    OpenedChanges.in(world, "agency1", openPgp).forEach(each -> take(acknowledged(each)));
    assertThat(late.task(TELL)).isNull();
  }

  @Test
  void anAcknowledgementThatIsWrongIsRefusedAndNothingOfItIsApplied() {
    TestedCase its = placed();
    its.hold(Reason.RELIEF, "2007-10-01");
    OpenedChanges file = told();
    String good = line(file, 0) + ",YES,";

    refused("unknown-line", acknowledged(file, good, "999999,YES,"));
    refused("doubled-line", acknowledged(file, good, good));
    refused("wrong-form", acknowledged(file, good, "1e3,YES,"));
    refused("unknown-word", acknowledged(file, line(file, 0) + ",MAYBE,"));
    refused("formula", acknowledged(file, line(file, 0) + ",NO,=1+1"));
    refused("unknown-file", HEADER + "\r\nlocalcn1-20070903-c1," + good);
    refused("empty", HEADER);
    assertThat(take(acknowledged(file), OwnKey.generate("Another", Instant.EPOCH))).isEqualTo(Status.REFUSED);
    assertThat(repository.of("agency1", 1).get(0).faults()).extracting(Fault::rule).containsExactly("wrong-signer");

    assertThat(its.task(TELL)).as("nothing was acknowledged").isNotNull();
    assertThat(world.database.sql("select count(*) from partner_change where taken is not null and placement_id in "
        + "(select placement_id from placement where case_number = :case)").param("case", its.number())
        .query(Long.class).single()).isZero();
    take(acknowledged(file));
    assertThat(its.task(TELL)).isNull();
  }

  @Test
  void filesThatAreAcknowledgedOutOfOrderCountEachForItself() {
    TestedCase its = placed();
    its.hold(Reason.RELIEF, "2007-10-01");
    OpenedChanges first = told();
    world.clock(world.now().plusSeconds(60));
    world.pay(account, "460.00");
    OpenedChanges second = told();
    assertThat(second.of(its.number())).last().isEqualTo("ENDED field=REASON value=PAID");

    take(acknowledged(first));
    assertThat(its.task(TELL)).as("what came after it was not told by it").isNotNull();
    take(acknowledged(second));
    assertThat(its.task(TELL)).isNull();
  }
}
