package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.Channel;
import io.remit.cases.NewsRound;
import io.remit.cases.WaitingCheck;
import io.remit.cases.WaitingCheck.Broken;
import io.remit.cases.WaitingCheck.Why;
import io.remit.contact.treatment.UnreachableCases;
import io.remit.gate.Contact;
import io.remit.gate.ContactGate;
import io.remit.gate.ContactLimits;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.DebtorWishes;
import io.remit.gate.ReachabilityRepository;
import io.remit.gate.ReachableDebtors;
import io.remit.hold.Hold;
import io.remit.hold.HoldRequest;
import io.remit.hold.Holds;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.region.RegionalRelief;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Debtors of whom files tell odd things, of whom something becomes known, and whom nobody may visit or call. */
@ProcessTest
class NothingWaitsForEverTest {

  private static final String SOMEBODY = "supervisor1";
  private static final String NEWCOMER = "newcomer1";
  private static final AtomicInteger REGIONS = new AtomicInteger();

  @Autowired
  private CaseWorld world;
  @Autowired
  private DebtorWishes wishes;
  @Autowired
  private ReachabilityRepository reachability;
  @Autowired
  private ContactGate gate;
  @Autowired
  private ReachableDebtors reachable;
  @Autowired
  private ContactLimits limits;
  @Autowired
  private Holds holds;
  @Autowired
  private RegionalRelief regions;
  @Autowired
  private NewsRound news;
  @Autowired
  private WaitingCheck check;
  @Autowired
  private UnreachableCases unreachable;
  @Autowired
  private TaskService tasks;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private ManagementService management;
  @Autowired
  private IdentityService identities;
  @Autowired
  private RepositoryService repository;

  @AfterEach
  void dismiss() {
    identities.deleteUser(NEWCOMER);
    news.tellAll();
  }

  private static ArrearsRow american(ArrearsRow row, String region, String zone, String phone) {
    ArrearsRow placed = row.with("region", region).with("country", "US").in(zone).with("email", "a@example.org");
    return phone == null ? placed.without("phone") : placed.with("phone", phone);
  }

  private static void onlyBetween(TestedCase written, String zone, String from, String to) {
    assertThat(written.messages()).isNotEmpty().allSatisfy(message -> {
      LocalTime local = LocalTime.ofInstant(Instant.parse(message.split(" ")[0]), ZoneId.of(zone));
      assertThat(local).isBetween(LocalTime.parse(from), LocalTime.parse(to));
    });
  }

  @Test
  void rowsOfOneFileThatContradictEachOtherAreNamedAndAllCountUntilALaterFileTellsOfTheDebtor() {
    ArrearsRow west = american(world.account(8), "US-CA", "America/Los_Angeles", null);
    ArrearsRow east = american(world.accountOf(west.debtorId(), 8), "US-CA", "America/New_York", null);

    ArrearsResult file = world.load(west, east);

    assertThat(file.rejected()).isEmpty();
    assertThat(file.warnings()).singleElement().satisfies(warning -> {
      assertThat(warning.line()).isEqualTo(3);
      assertThat(warning.column()).isEqualTo("time_zone");
      assertThat(warning.rule()).isEqualTo("debtor-contradicted");
    });
    TestedCase written = world.caseOf(west);
    assertThat(limits.windowOf(west.debtorId()).next(Instant.parse("2007-09-04T13:00:00Z")))
        .contains(Instant.parse("2007-09-04T15:00:00Z"));
    assertThat(limits.windowOf(west.debtorId()).contains(Instant.parse("2007-09-05T01:30:00Z"))).isFalse();
    world.moveDays(2);
    onlyBetween(written, "America/Los_Angeles", "08:00", "18:00");

    world.load(american(east, "US-NY", "America/New_York", null));
    assertThat(limits.windowOf(west.debtorId()).next(Instant.parse("2007-09-06T11:00:00Z")))
        .as("he moved").contains(Instant.parse("2007-09-06T12:00:00Z"));
  }

  @Test
  void theStateBringsItsHoursAndNotOnlyItsRules() {
    TestedCase written =
        world.open(american(world.account(8), "US-HI", "America/New_York", "+12125550144"));
    TestedCase called = world.open(american(world.account(40), "US-HI", "America/New_York", "+12125550145"));

    world.moveTo("2007-09-04T12:30:00Z");
    assertThat(gate.look(Contact.ofDebtor(called.number(), Channel.CALL), 0).rule()).isEqualTo("contact-hours");
    world.moveTo("2007-09-04T19:30:00Z");
    assertThat(gate.look(Contact.ofDebtor(called.number(), Channel.CALL), 0).allowed()).isTrue();
    onlyBetween(written, "Pacific/Honolulu", "08:00", "15:00");
  }

  private ArrearsRow inAuckland(int daysPastDue, String phone) {
    return world.account(daysPastDue).with("region", "NZ-AUK").with("country", "NZ").in("Pacific/Auckland")
        .with("phone", phone).with("email", "z@example.org").with("address", "2 Queen Street").with("city", "Auckland");
  }

  @Test
  void whereNoHourSuitsLettersAndReviewsGoOnWithoutOne() {
    TestedCase young = world.open(inAuckland(8, "+447911123456"));
    TestedCase atCourt = world.open(inAuckland(200, "+447911123461"));
    TestedCase placed = world.open(inAuckland(400, "+447911123462"));
    TestedCase control = world.open(inAuckland(8, "+64211234567"));
    world.moveDays(25);

    assertThat(young.messages()).isNotEmpty().allSatisfy(message -> assertThat(message).contains("LETTER"));
    assertThat(atCourt.messages()).singleElement().asString().endsWith("LETTER before-court-letter");
    assertThat(atCourt.openTask()).startsWith("task_review_court_case");
    assertThat(placed.openTask()).startsWith("task_approve_placement");
    assertThat(control.messages()).first().asString().endsWith("SMS overdue-sms");
    assertThat(List.of(young, atCourt, placed)).allSatisfy(each -> assertThat(each.contacts())
        .noneSatisfy(attempt -> assertThat(attempt.channel()).isIn(Channel.SMS, Channel.CALL)));
  }

  @Test
  void aNumberThatIsWrongTellsNothingOfWhereHeIs() {
    ArrearsRow row = inAuckland(40, "+447911123470");
    TestedCase called = world.open(row);
    wishes.addNumber(row.debtorId(), "+64211234568", SOMEBODY);
    reachability.mark(row.debtorId(), "+447911123470", Address.WRONG, SOMEBODY);
    world.moveDays(2);

    assertThat(called.openTask()).startsWith("task_call_debtor");
  }

  @Test
  void aNumberThatIsFoundWakesTheCase() {
    ArrearsRow byFile = world.account(29).without("phone", "email", "address");
    ArrearsRow byPerson = world.account(29).without("phone", "email", "address");
    TestedCase first = world.open(byFile);
    TestedCase second = world.open(byPerson);
    world.moveDays(3);
    assertThat(first.process()).isWaitingAt("wait_in_telephone");
    assertThat(unreachable.open(1000)).extracting(UnreachableCases.Unreachable::caseNumber)
        .contains(first.number(), second.number());

    world.load(byFile.with("phone", "+870301234777").with("address", "5 New Road"));
    wishes.addNumber(byPerson.debtorId(), "+870301234778", SOMEBODY);
    world.moveDays(2);

    assertThat(first.openTask()).startsWith("task_call_debtor");
    assertThat(second.openTask()).startsWith("task_call_debtor");
    assertThat(unreachable.open(1000)).extracting(UnreachableCases.Unreachable::caseNumber)
        .doesNotContain(first.number(), second.number());
  }

  @Test
  void anOptInWakesTheCase() {
    ArrearsRow row = world.account(29).without("email", "address");
    TestedCase opened = world.open(row);
    wishes.setChannel(row.debtorId(), Channel.CALL, false, SOMEBODY);
    wishes.setChannel(row.debtorId(), Channel.SMS, false, SOMEBODY);
    world.moveDays(3);
    assertThat(opened.process()).isWaitingAt("wait_in_telephone");

    wishes.setChannel(row.debtorId(), Channel.CALL, true, SOMEBODY);
    world.moveDays(1);

    assertThat(opened.openTask()).startsWith("task_call_debtor");
  }

  /** New York asks for consent to e-mails: what the gate denies for good is not chosen, and is no way to the debtor. */
  @Test
  void aChannelThatTheLawAllowsOnlyWithConsentIsNotChosenWithoutOne() {
    ArrearsRow row = american(world.account(8), "US-NY", "America/New_York", null).without("address");
    TestedCase opened = world.open(row);
    world.moveDays(3);
    assertThat(opened.contacts()).isEmpty();
    assertThat(opened.process()).isWaitingAt("wait_in_message");
    assertThat(unreachable.open(1000)).extracting(UnreachableCases.Unreachable::caseNumber).contains(opened.number());

    wishes.setChannel(row.debtorId(), Channel.EMAIL, true, SOMEBODY);
    world.moveDays(1);

    assertThat(opened.messages()).singleElement().asString().endsWith("EMAIL overdue-email");
    assertThat(unreachable.open(1000)).extracting(UnreachableCases.Unreachable::caseNumber)
        .doesNotContain(opened.number());
  }

  /** A region of his own, which no other test closes. */
  private TestedCase visited(String region) {
    return world.open(world.account(90).with("owns_property", "true").with("region", region).with("country", "GB")
        .in("Europe/London").with("address", "1 Test Street"));
  }

  private void nobodyMayVisit(TestedCase visited, String region, String why) {
    String debtorId = visited.facts().debtorId();
    switch (why) {
      case "FRAIL" -> holds.raise(new HoldRequest(visited.number(), Hold.Reason.VULNERABLE, "frail", SOMEBODY, null,
          null));
      case "OPTED_OUT" -> wishes.setChannel(debtorId, Channel.VISIT, false, SOMEBODY);
      case "ADDRESS_WRONG" -> reachability.mark(debtorId, reachable.of(debtorId).debtor().address() == null ? ""
          : gate.lookFor(Contact.ofDebtor(visited.number(), Channel.VISIT), 0).address(), Address.WRONG, SOMEBODY);
      default -> regions.add(new RegionalRelief.Entered(region, world.today().toString(),
          world.today().plusDays(30).toString(), "VISIT", "flood"), SOMEBODY);
    }
  }

  @ParameterizedTest
  @CsvSource({"FRAIL", "OPTED_OUT", "REGION_CLOSED"})
  void aVisitThatNobodyMayMakeIsNotAskedFor(String why) {
    String region = "GB-Z" + REGIONS.incrementAndGet();
    TestedCase visited = visited(region);
    nobodyMayVisit(visited, region, why);
    world.moveDays(10);

    assertThat(visited.process()).hasNotPassed("visit_in_visit").isWaitingAt("call_in_visit");
    assertThat(visited.task("task_call_debtor")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"FRAIL", "OPTED_OUT", "ADDRESS_WRONG", "REGION_CLOSED"})
  void aVisitIsTakenBackWhenNobodyMayMakeItAnyMore(String why) {
    String region = "GB-Z" + REGIONS.incrementAndGet();
    TestedCase visited = visited(region);
    world.moveTo("2007-09-03T12:00:00Z");
    assertThat(visited.openTask()).startsWith("task_visit_debtor");

    nobodyMayVisit(visited, region, why);
    world.moveDays(1);

    assertThat(visited.task("task_call_debtor")).isNotNull();
    assertThat(visited.timeline("TASK")).contains("A task was taken back: nobody may contact the debtor in this way");
    assertThat(visited.facts().treatmentsInStage()).as("it was not made").isZero();
  }

  @Test
  void aCallIsTakenBackWhenTheDebtorWantsNoneAndHeIsWrittenTo() {
    TestedCase called = world.open(world.account(40));
    world.moveTo("2007-09-03T12:00:00Z");
    assertThat(called.openTask()).startsWith("task_call_debtor");

    wishes.setChannel(called.facts().debtorId(), Channel.CALL, false, SOMEBODY);
    world.moveDays(1);

    assertThat(called.openTask()).isEqualTo("none");
    assertThat(called.messages()).isNotEmpty();
  }

  @Test
  void whatAUserHadToDoIsFreeWhenHeIsDeletedOrLeavesHisGroup() {
    identities.saveUser(user(NEWCOMER));
    identities.createMembership(NEWCOMER, "collectors");
    TestedCase first = world.open(world.account(40));
    TestedCase second = world.open(world.account(40));
    world.moveTo("2007-09-03T12:00:00Z");
    tasks.setAssignee(first.task().getId(), NEWCOMER);
    assertThat(first.task().getAssignee()).isEqualTo(NEWCOMER);

    identities.deleteMembership(NEWCOMER, "collectors");
    world.runDueJobs();
    assertThat(first.task().getAssignee()).isNull();

    tasks.setAssignee(second.task().getId(), NEWCOMER);
    identities.deleteUser(NEWCOMER);
    world.runDueJobs();
    assertThat(second.task().getAssignee()).isNull();
    assertThat(broken(first, second)).isEmpty();
  }

  /** Earlier tests left cases behind whose processes are gone. */
  private List<Broken> broken(TestedCase... ours) {
    List<String> numbers = Stream.of(ours).map(TestedCase::number).toList();
    return check.broken().stream().filter(each -> numbers.contains(each.caseNumber())).toList();
  }

  private org.camunda.bpm.engine.identity.User user(String id) {
    var user = identities.newUser(id);
    user.setPassword("correct horse battery");
    return user;
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void aCaseThatWouldWaitForEverIsListed(Why why) {
    identities.saveUser(user(NEWCOMER));
    TestedCase broken = world.open(world.account(why == Why.TASK_OF_NOBODY ? 40 : 10));
    TestedCase sound = world.open(world.account(10));
    world.moveTo("2007-09-03T12:00:00Z");
    assertThat(broken(broken, sound)).isEmpty();

    switch (why) {
      case NO_PROCESS -> runtime.deleteProcessInstance(broken.process().getId(), "test");
      case SUSPENDED -> runtime.suspendProcessInstanceById(broken.process().getId());
      case STOPPED -> broken.jobs().forEach(job -> management.setJobRetries(job.getId(), 0));
      case TASK_OF_NOBODY -> {
        tasks.setAssignee(broken.task().getId(), "nobody99");
        broken.jobs().forEach(job -> management.deleteJob(job.getId()));
      }
      case NO_DATE -> broken.jobs().forEach(job -> management.setJobDuedate(job.getId(),
          java.util.Date.from(Instant.parse("9999-01-01T00:00:00Z"))));
    }

    assertThat(broken(broken, sound)).containsExactly(new Broken(broken.number(), broken.facts().debtorId(),
        broken.facts().stage().name(), why));
    assertThat(sound.dueDates()).isNotEmpty();
  }

  @Test
  void aTableThatLeavesACaseWithNobodyIsFoundOut() throws IOException {
    String deployment = world.deployTreatments("[2..99]", "[2..2]");
    try {
      TestedCase placed = world.open(world.account(400));
      world.moveTo("2007-09-03T12:00:00Z");
      placed.submit(Worker.OUTSOURCING_OFFICER, "DECLINED");
      world.moveTo("2007-11-03T12:00:00Z");
      placed.submit(Worker.OUTSOURCING_OFFICER, "DECLINED");
      world.moveDays(100);

      assertThat(placed.process()).isWaitingAt("wait_in_outsourcing");
      assertThat(broken(placed)).extracting(Broken::why).containsExactly(Why.NO_DATE);
    } finally {
      repository.deleteDeployment(deployment);
    }
  }
}
