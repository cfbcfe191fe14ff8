package io.remit.outsourcing.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.Channel;
import io.remit.cases.InvalidInputException;
import io.remit.complaint.Complaints;
import io.remit.exchange.openpgp.Gpg;
import io.remit.exchange.openpgp.OpenPgp;
import io.remit.exchange.openpgp.OwnKey;
import io.remit.exchange.openpgp.RefusedFileException;
import io.remit.gate.ContactPreferences;
import io.remit.gate.ContactPreferences.EnteredHours;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.ReachabilityRepository;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldRequest;
import io.remit.outsourcing.OpenedBatch;
import io.remit.partner.PartnerKeys;
import io.remit.partner.PartnerRegister;
import io.remit.partner.PartnersForTests;
import io.remit.process.story.ArrearsRow;
import io.remit.process.story.CaseWorld;
import io.remit.process.story.ProcessTest;
import io.remit.process.story.TestedCase;
import io.remit.process.story.Worker;
import io.remit.region.RegionalRelief;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a partner is told of the cases that it has, when, and what it is never told. */
@ProcessTest
class PartnerChangesTest {

  /** A thousand with {@code -Dremit.test.cases=1000}. */
  private static final int MANY = Integer.getInteger("remit.test.cases", 200);
  private static final int PAYMENTS = 50;
  private static final List<Reason> HOLDS = List.of(Reason.BREATHING_SPACE, Reason.DISPUTE, Reason.HARDSHIP,
      Reason.DECEASED, Reason.INSOLVENCY, Reason.FRAUD, Reason.VULNERABLE, Reason.MILITARY_SERVICE,
      Reason.CREDITOR_REQUEST, Reason.TO_BE_READ);

  @Autowired
  private CaseWorld world;
  @Autowired
  private PartnerChanges changes;
  @Autowired
  private ChangeFiles files;
  @Autowired
  private ContactPreferences wishes;
  @Autowired
  private ReachabilityRepository reachability;
  @Autowired
  private Complaints complaints;
  @Autowired
  private RegionalRelief regions;
  @Autowired
  private PartnerRegister register;
  @Autowired
  private PartnersForTests partners;
  @Autowired
  private PartnerKeys keys;
  @Autowired
  private OpenPgp openPgp;

  private ArrearsRow account;

  private TestedCase placed() {
    return placed(world.account(400));
  }

  private TestedCase placed(ArrearsRow row) {
    account = row;
    return placed(List.of(row)).get(0);
  }

  private List<TestedCase> placed(List<ArrearsRow> rows) {
    world.load(rows.toArray(ArrearsRow[]::new));
    List<TestedCase> opened = rows.stream().map(world::caseOf).toList();
    if (world.now().isBefore(Instant.parse("2007-09-03T09:00:00Z"))) {
      world.moveTo("2007-09-03T09:00:00Z");
    } else {
      world.runDueJobs();
    }
    opened.forEach(its -> its.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId",
        "agency1")));
    world.runDueJobs();
    return opened;
  }

  /** What the partner finds after the next look, beside what it found before. */
  private List<OpenedChanges> told() {
    world.runDueJobs();
    changes.look();
    world.runDueJobs();
    return OpenedChanges.in(world, "agency1", openPgp);
  }

  private OpenedChanges lastTold() {
    List<OpenedChanges> all = told();
    return all.get(all.size() - 1);
  }

  private String newest(String partnerId) {
    return world.database.sql("""
        select reference from partner_change_file where partner_id = :partner order by change_file_id desc limit 1
        """).param("partner", partnerId).query(String.class).single();
  }

  private String debtorOf(TestedCase its) {
    return its.facts().debtorId();
  }

  private static List<String> of(List<OpenedChanges> told, TestedCase its) {
    return told.stream().flatMap(file -> file.of(its.number()).stream()).toList();
  }

  private List<Map<String, Object>> placementsOf(TestedCase its) {
    return world.database.sql("select status, end_reason from placement where case_number = :case")
        .param("case", its.number()).query().listOfRows();
  }

  @Test
  void ofManyPlacedCasesThePartnerLearnsWhatChangedAndNothingElse() throws Exception {
    List<ArrearsRow> rows = IntStream.range(0, MANY).mapToObj(each -> world.account(400 + each % 90)).toList();
    List<TestedCase> all = placed(rows);
    assertThat(told()).as("nothing changed since they were handed over").isEmpty();

    IntStream.range(0, PAYMENTS).forEach(each -> world.pay(rows.get(each), "10.00"));
    List<TestedCase> held = all.subList(PAYMENTS, PAYMENTS + HOLDS.size());
    IntStream.range(0, HOLDS.size()).forEach(each -> world.holds.raise(new HoldRequest(held.get(each).number(),
        HOLDS.get(each), "said that they are ill", "supervisor1", null, LocalDate.parse("2007-09-20"))));
    List<TestedCase> wishing = all.subList(60, 65);
    wishes.refuseNumber(debtorOf(wishing.get(0)), ArrearsRow.phoneOf(debtorOf(wishing.get(0))), "collector1");
    wishes.setChannel(debtorOf(wishing.get(1)), Channel.LETTER, false, "collector1");
    wishes.suit(debtorOf(wishing.get(2)), new EnteredHours("18:00", "20:00", null, null), "collector1");
    wishing.get(3).hold(Reason.CEASE, "2007-10-01");
    wishing.get(4).hold(Reason.REPRESENTED, "2007-10-01");
    List<TestedCase> complaining = all.subList(65, 68);
    complaining.forEach(its -> complaints.open(its.number(), "CALL", null, "They shouted at me", "collector1"));
    TestedCase recalled = all.get(68);
    recalled.submit(Worker.OUTSOURCING_OFFICER, "RECALLED");

    List<OpenedChanges> told = told();

    assertThat(told).allSatisfy(file -> assertThat(file.reference()).startsWith("agency1-20070903-c"));
    all.subList(0, PAYMENTS).forEach(its -> assertThat(of(told, its)).containsExactly(
        "PAYMENT booked_on=2007-09-03 amount=10.00 currency=EUR outstanding_amount=450.00 overdue_amount=450.00"));
    IntStream.range(0, HOLDS.size()).filter(each -> HOLDS.get(each) != Reason.VULNERABLE).forEach(each ->
        assertThat(of(told, held.get(each))).singleElement().asString().matches("DO_NOT_CONTACT( until=[0-9-]+)?"));
    assertThat(of(told, held.get(HOLDS.indexOf(Reason.VULNERABLE)))).as("neither robots nor visits")
        .containsExactly("DO_NOT_CONTACT channel=ROBOT_CALL until=2007-09-20",
            "DO_NOT_CONTACT channel=VISIT until=2007-09-20");
    assertThat(of(told, held.get(0))).containsExactly("DO_NOT_CONTACT until="
        + held.get(0).holds().get(0).until());
    assertThat(of(told, wishing.get(0))).containsExactly("DATA field=PHONE");
    assertThat(of(told, wishing.get(1))).containsExactly("DO_NOT_CONTACT channel=LETTER");
    assertThat(of(told, wishing.get(2))).containsExactly("HOURS field=ONLY value=18:00-20:00");
    assertThat(of(told, wishing.get(3))).containsExactly("DO_NOT_CONTACT");
    assertThat(of(told, wishing.get(4))).containsExactly("DO_NOT_CONTACT");
    complaining.forEach(its -> assertThat(of(told, its)).containsExactly("DO_NOT_CONTACT"));
    assertThat(of(told, recalled)).containsExactly("ENDED field=REASON value=RECALLED");
    assertThat(told.stream().flatMap(file -> file.lines().stream()).map(line -> line.getField("line")))
        .as("and of no other case a word").hasSize(PAYMENTS + HOLDS.size() + 1 + 5 + 3 + 1).doesNotHaveDuplicates();
    assertThat(told.stream().map(file -> file.checkedManifest().at("/sums/0/paid").decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("500.00");

    String list = told.stream().map(file -> new String(file.opened().file("changes.csv"), StandardCharsets.UTF_8))
        .collect(Collectors.joining());
    assertThat(list).as("never why, by whom, or what was said")
        .doesNotContain("ill", "shouted", "collector1", "supervisor1", "DECEASED", "VULNERABLE", "CEASE", "Xu Diaz")
        .doesNotContain(rows.stream().map(ArrearsRow::accountNumber).toList());
    all.forEach(its -> assertThat(placementsOf(its)).as("neither ended nor doubled").singleElement()
        .satisfies(only -> assertThat(only.get("STATUS")).isEqualTo(its == recalled ? "ENDED" : "PLACED")));
    assertNobodyElseReads(told.get(0), all.get(0).number());
    assertThat(told()).as("told once").hasSameSizeAs(told);
  }

  private void assertNobodyElseReads(OpenedChanges told, String number) throws Exception {
    try (Stream<Path> found = Files.walk(Path.of(CaseWorld.WORK_FOLDER))) {
      assertThat(found.filter(Files::isRegularFile)
          .filter(file -> new String(OpenedChanges.read(file), StandardCharsets.ISO_8859_1).contains(number)))
          .as("files with plain text").isEmpty();
    }
    byte[] flipped = told.sealed().clone();
    flipped[flipped.length / 2] ^= 1;
    assertThatThrownBy(() -> OpenedBatch.of(flipped, PartnersForTests.PAIR, openPgp.ownPublicKey()))
        .isInstanceOf(RefusedFileException.class);
    assertThatThrownBy(() -> OpenedBatch.of(told.sealed(),
        OwnKey.generate("Another", Instant.parse("2000-01-01T00:00:00Z")), openPgp.ownPublicKey()))
        .isInstanceOf(RefusedFileException.class);
    if (Gpg.mustStart()) {
      try (Gpg gpg = new Gpg()) {
        gpg.take(PartnersForTests.PAIR.armoredSecretKey());
        gpg.take(openPgp.ownPublicKey());
        assertThat(OpenedBatch.ofZip(gpg.open(told.sealed())).file("changes.csv"))
            .isEqualTo(told.opened().file("changes.csv"));
        assertThat(gpg.said()).contains("GOODSIG", "GOODMDC");
      }
    }
  }

  @Test
  void moneyWaitsForTheHourOfTheDayAndWhatStopsContactDoesNot() {
    TestedCase paying = placed();
    ArrearsRow paid = account;
    TestedCase ill = placed();
    String first = world.pay(paid, "60.00");
    assertThat(told()).isEmpty();

    ill.hold(Reason.FRAUD, "2007-10-01");
    assertThat(told()).singleElement().satisfies(file -> {
      assertThat(file.of(ill.number())).containsExactly("DO_NOT_CONTACT");
      assertThat(file.of(paying.number())).isEmpty();
    });
    world.moveTo("2007-09-03T17:29:00Z");
    assertThat(told()).hasSize(1);

    world.moveTo("2007-09-03T17:30:00Z");
    assertThat(lastTold().of(paying.number())).containsExactly(
        "PAYMENT booked_on=2007-09-03 amount=60.00 currency=EUR outstanding_amount=400.00 overdue_amount=400.00");
    world.reverse(paid, "60.00", first);
    world.moveTo("2007-09-04T17:30:00Z");
    OpenedChanges next = lastTold();
    assertThat(next.of(paying.number())).containsExactly("PAYMENT_TAKEN_BACK booked_on=2007-09-03 amount=60.00"
        + " currency=EUR outstanding_amount=460.00 overdue_amount=460.00");
    assertThat(next.reference()).startsWith("agency1-20070904-c");
    assertThat(next.lines().get(0).getField("line")).as("numbers go on from file to file")
        .isEqualTo(String.valueOf(Long.parseLong(told().get(1).lines().get(0).getField("line")) + 1));

    world.load(paid.owes("300.00").asOf(world.today()));
    world.moveTo("2007-09-05T17:30:00Z");
    assertThat(lastTold().of(paying.number())).as("the creditor puts right what is owed")
        .containsExactly("OWED currency=EUR outstanding_amount=300.00 overdue_amount=300.00");
  }

  @Test
  void aPauseThatIsOverAndANewNumberAreToldAndAPauseWithinThePauseIsNot() {
    TestedCase its = placed();
    var hold = its.hold(Reason.HARDSHIP, "2007-10-01");
    assertThat(lastTold().of(its.number())).containsExactly("DO_NOT_CONTACT");
    var second = its.hold(Reason.FRAUD, "2007-10-01");
    assertThat(told()).as("nothing new for the partner").hasSize(1);

    world.holdEnd.lift(hold, "supervisor1", "RESUMED");
    assertThat(told()).as("the other is left").hasSize(1);
    world.holdEnd.lift(second, "supervisor1", "RESUMED");
    wishes.refuseNumber(debtorOf(its), ArrearsRow.phoneOf(debtorOf(its)), "collector1");
    assertThat(lastTold().of(its.number())).containsExactly("DATA field=PHONE", "MAY_CONTACT");
    wishes.addNumber(debtorOf(its), "+44 20 7946 0101", "collector1");

    assertThat(lastTold().of(its.number())).as("quoted as in the list of cases")
        .containsExactly("DATA field=PHONE value='+442079460101");
  }

  @Test
  void aMoratoriumOfARegionIsToldWithItsEnd() {
    TestedCase all = placed(world.account(400).with("country", "CN").with("region", "CN-QH"));
    TestedCase visits = placed(world.account(400).with("country", "CN").with("region", "CN-NX"));
    told();
    regions.add(new RegionalRelief.Entered("CN-QH", "2007-09-03", "2007-10-01", "ALL", "flood"), "supervisor1");
    regions.add(new RegionalRelief.Entered("CN-NX", "2007-09-03", "2007-09-20", "VISIT", "flood"), "supervisor1");

    OpenedChanges told = lastTold();

    assertThat(told.of(all.number())).containsExactly("DO_NOT_CONTACT until=2007-10-01");
    assertThat(told.of(visits.number())).containsExactly("DO_NOT_CONTACT channel=VISIT until=2007-09-20");
    world.moveTo("2007-09-20T17:30:00Z");
    assertThat(lastTold().of(visits.number())).containsExactly("MAY_CONTACT channel=VISIT");
  }

  @Test
  void whatStoppedContactBeforeIsToldRightAfterTheHandOverAndOnlyForMeansThatThePartnerHas() {
    partners.ensure("agency1", PartnersForTests.agencyAllowed(List.of("CALL"), List.of("DEBTOR_NAME", "PHONE")));
    ArrearsRow row = world.account(400);
    world.load(row);
    wishes.setChannel(row.debtorId(), Channel.EMAIL, false, "collector1");
    wishes.suit(row.debtorId(), new EnteredHours(null, null, "08:00", "12:00"), "collector1");
    TestedCase its = placed(row);

    assertThat(lastTold().of(its.number())).containsExactly("HOURS field=NOT value=08:00-12:00");
    world.pay(row, "10.00");
    world.moveTo("2007-09-03T17:30:00Z");
    assertThat(lastTold().of(its.number())).as("what is owed is none of its fields")
        .containsExactly("PAYMENT booked_on=2007-09-03 amount=10.00 currency=EUR");
  }

  @Test
  void aCaseThatIsPaidIsToldWithItsLastMoneyAndThenNoMore() {
    TestedCase its = placed();
    world.pay(account, "460.00");

    assertThat(lastTold().of(its.number())).containsExactly("PAYMENT booked_on=2007-09-03 amount=460.00 currency=EUR"
        + " outstanding_amount=0.00 overdue_amount=0.00", "ENDED field=REASON value=PAID");
    wishes.setChannel(debtorOf(its), Channel.CALL, false, "collector1");
    world.moveDays(3);
    assertThat(told()).hasSize(1);
  }

  @Test
  void aFileThatCouldNotBeBroughtIsSeenTriedAgainAsItWasAndStopsNoOtherPartner() throws Exception {
    TestedCase its = placed();
    ArrearsRow older = world.account(400).with("country", "CN");
    world.load(older);
    world.runDueJobs();
    TestedCase firm = world.caseOf(older);
    firm.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "localcn1"));
    world.runDueJobs();
    Path folder = Path.of(CaseWorld.WORK_FOLDER, "outsourcing", "agency1");
    Path away = folder.resolveSibling("away");
    Files.move(folder, away);
    Path inTheWay = world.block("outsourcing/agency1");
    its.hold(Reason.FRAUD, "2007-10-01");
    firm.hold(Reason.FRAUD, "2007-10-01");
    world.runDueJobs();
    changes.look();
    world.runDueJobs();

    assertThat(OpenedChanges.in(world, "localcn1", openPgp)).hasSize(1);
    ProcessInstance file = world.process(newest("agency1"));
    assertThat(file).isWaitingAt("bring_changes", "acknowledgement_due");
    byte[] sealed = OpenedChanges.read(world.filesIn("sealed/agency1").stream()
        .filter(each -> each.toString().contains(newest("agency1"))).findFirst().orElseThrow());
    world.moveTo("2007-09-03T10:30:00Z");
    assertThat(world.engine.getRuntimeService().createIncidentQuery().processInstanceId(file.getId()).list())
        .singleElement().extracting(Incident::getIncidentMessage).asString().contains("agency1");
    world.unblock(inTheWay);
    Files.move(away, folder);
    world.engine.getManagementService().setJobRetries(world.jobs(file).stream()
        .filter(job -> world.elementOf(job).equals("bring_changes")).findFirst().orElseThrow().getId(), 1);
    world.runDueJobs();

    assertThat(OpenedChanges.in(world, "agency1", openPgp)).singleElement().satisfies(told -> {
      assertThat(told.sealed()).as("the same bytes").isEqualTo(sealed);
      assertThat(told.of(its.number())).containsExactly("DO_NOT_CONTACT");
    });
    assertThat(file).hasPassed("end_changes_brought");
  }

  @Test
  void whatIsNotBroughtOrAcknowledgedInTimeSomebodyTells() {
    TestedCase its = placed();
    world.pay(account, "60.00");
    world.moveTo("2007-09-03T17:30:00Z");
    OpenedChanges told = lastTold();
    ProcessInstance file = world.process(told.reference());
    assertThat(world.dueDates(file)).containsEntry("acknowledgement_due", Instant.parse("2007-09-04T17:30:00Z"));
    assertThat(its.task("task_tell_partner")).isNull();

    world.moveTo("2007-09-04T17:30:00Z");

    assertThat(file).isEnded().hasPassedInOrder("acknowledgement_due", "ask_for_acknowledgement", "end_changes_told");
    assertThat(its.task("task_tell_partner").getDueDate().toInstant()).isEqualTo("2007-09-06T06:00:00Z");
    assertThat(its.timeline("PLACEMENT"))
        .endsWith("The partner did not acknowledge what changed: " + told.reference());
  }

  @Test
  void whatIsSentAgainIsTheSameFileUnlessThePartnerHasAnotherKeyOrMayGetNothing() throws Exception {
    TestedCase its = placed();
    wishes.addNumber(debtorOf(its), "+44 20 7946 0102", "collector1");
    reachability.mark(debtorOf(its), ArrearsRow.phoneOf(debtorOf(its)), Address.WRONG, "collector1");
    OpenedChanges told = lastTold();
    assertThat(told.of(its.number())).containsExactly("DATA field=PHONE value='+442079460102");
    Path file = OpenedChanges.files(world, "agency1").get(0);
    Files.delete(file);
    ChangeFile known = files.find(register.get("agency1"), told.reference()).orElseThrow();

    files.sendAgain(known, register.get("agency1"));
    assertThat(OpenedChanges.read(file)).isEqualTo(told.sealed());

    register.suspend("agency1", "a breach", "supervisor1");
    assertThatThrownBy(() -> files.sendAgain(known, register.get("agency1"))).isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("suspended");
    register.resume("agency1");
    keys.confirm("agency1", keys.enter("agency1", OwnKey.generate("New", Instant.parse("2000-01-01T00:00:00Z"))
        .armoredPublicKey(), PartnersForTests.OFFICER).fingerprint(), PartnersForTests.SECOND_PERSON);
    assertThatThrownBy(() -> files.sendAgain(known, register.get("agency1"))).isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("another key");
  }

  @Test
  void aSuspendedPartnerIsToldWhatStopsItAndNothingNewOfTheDebtor() {
    TestedCase its = placed();
    register.suspend("agency1", "a breach", "supervisor1");
    reachability.mark(debtorOf(its), ArrearsRow.phoneOf(debtorOf(its)), Address.WRONG, "collector1");
    assertThat(lastTold().of(its.number())).containsExactly("DATA field=PHONE");
    wishes.addNumber(debtorOf(its), "+44 20 7946 0103", "collector1");
    its.hold(Reason.FRAUD, "2007-10-01");

    assertThat(lastTold().of(its.number())).containsExactly("DO_NOT_CONTACT");
    register.resume("agency1");
    world.moveTo("2007-09-03T17:30:00Z");
    assertThat(lastTold().of(its.number())).containsExactly("DATA field=PHONE value='+442079460103");
  }

  @Test
  void aPartnerThatIsSuspendedBeforeTheFileIsBroughtDoesNotGetWhatItTellsOfTheDebtor() {
    TestedCase its = placed();
    reachability.mark(debtorOf(its), ArrearsRow.phoneOf(debtorOf(its)), Address.WRONG, "collector1");
    wishes.addNumber(debtorOf(its), "+44 20 7946 0104", "collector1");
    changes.look();
    register.suspend("agency1", "a breach", "supervisor1");
    world.runDueJobs();

    assertThat(OpenedChanges.files(world, "agency1")).isEmpty();
    ProcessInstance file = world.process(newest("agency1"));
    register.resume("agency1");
    world.moveTo("2007-09-03T09:10:00Z");
    assertThat(lastTold().of(its.number())).containsExactly("DATA field=PHONE value='+442079460104");
    assertThat(file).hasPassed("end_changes_brought");
  }

  @Test
  void aTryThatWasKilledIsFollowedByTheSameFileAndNoChangeIsToldTwice() {
    TestedCase its = placed();
    its.hold(Reason.FRAUD, "2007-10-01");
    world.runDueJobs();
    changes.look();
    String kept = newest("agency1");
    files.bring(kept);
    byte[] arrived = OpenedChanges.in(world, "agency1", openPgp).get(0).sealed();
    world.database.sql("update partner_change_file set delivered_at = null where reference = :reference")
        .param("reference", kept).update();

    assertThat(told()).as("brought once more by the job that was not told of it").singleElement()
        .satisfies(file -> assertThat(file.sealed()).isEqualTo(arrived));
    changes.look();
    world.moveTo("2007-09-03T17:30:00Z");
    assertThat(told()).hasSize(1);
  }
}
