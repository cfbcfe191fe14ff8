package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.NewsRound;
import io.remit.contact.treatment.UnreachableCases;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.DebtorWishes;
import io.remit.gate.ReachabilityRepository;
import io.remit.gate.ReachableDebtors;
import io.remit.hold.Hold.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A supervisor looks for debtors who can be reached in no way, until a way is known. */
@ProcessTest
class DebtorSearchTest {

  private static final String SOMEBODY = "supervisor1";
  private static final String TASK = "task_find_debtor";
  private static final AtomicInteger NUMBERS = new AtomicInteger(302_555_000);

  @Autowired
  private CaseWorld world;
  @Autowired
  private DebtorWishes wishes;
  @Autowired
  private ReachabilityRepository reachability;
  @Autowired
  private UnreachableCases unreachable;
  @Autowired
  private NewsRound news;
  @Autowired
  private ReachableDebtors reachable;
  @Autowired
  private BusinessCalendar calendar;
  private ArrearsRow row;

  private TestedCase unreachableCase() {
    row = world.account(29).without("phone", "email", "address");
    TestedCase opened = world.open(row);
    world.moveDays(3);
    return opened;
  }

  private static String newNumber() {
    return "+870" + NUMBERS.incrementAndGet();
  }

  private static void look(TestedCase of, String outcome, String number, String nextLook) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("outcome", outcome);
    fields.put("number", number);
    fields.put("nextLook", nextLook);
    fields.put("note", "two registers");
    of.submit(Worker.SUPERVISOR, of.task(TASK), fields);
  }

  private List<String> numbers() {
    return reachable.of(row.debtorId()).numbers();
  }

  private boolean isListed(TestedCase tested) {
    return unreachable.open(10_000).stream().anyMatch(each -> each.caseNumber().equals(tested.number()));
  }

  private ProcessInstance search(TestedCase of) {
    return of.matter("find-debtor");
  }

  @Test
  void oneTaskIsThereForADebtorWhoCanBeReachedInNoWay() {
    TestedCase opened = unreachableCase();

    assertThat(search(opened)).hasPassed("debtor_unreachable", "search_begins").isWaitingAt(TASK);
    Task task = opened.task(TASK);
    assertThat(task.getDueDate()).isNotNull();
    assertThat(task.getAssignee()).isNull();
    assertThat(isListed(opened)).isTrue();

    wishes.setChannel(row.debtorId(), Channel.VISIT, false, SOMEBODY);
    world.moveDays(40);
    assertThat(opened.task(TASK).getId()).as("one task, however often that is noted").isEqualTo(task.getId());
    assertThat(opened.timeline("NUMBER")).containsOnlyOnce("The debtor can be reached in no way that is known");
  }

  @Test
  void whoCanBeReachedIsNotLookedFor() {
    TestedCase opened = world.open(world.account(29));
    world.moveDays(40);

    assertThat(search(opened)).isNull();
  }

  @Test
  void theTaskIsGoneWhenAFileTellsOfANumber() {
    TestedCase opened = unreachableCase();
    ProcessInstance search = search(opened);

    world.load(row.with("phone", newNumber()));
    world.runDueJobs();

    assertThat(search).isEnded().hasPassedInOrder("search_needed_no_more", "end_search");
    assertThat(isListed(opened)).isFalse();
    world.moveDays(2);
    assertThat(opened.openTask()).startsWith("task_call_debtor");
  }

  @Test
  void aNumberThatASupervisorFoundWakesTheCaseAndHasACall() {
    TestedCase opened = unreachableCase();
    ProcessInstance search = search(opened);
    String number = newNumber();

    look(opened, "FOUND", number, null);
    assertThat(opened.task(TASK)).isNull();
    assertThat(numbers()).containsExactly(number);
    news.tellAll();
    assertThat(search).isEnded();
    world.moveDays(2);

    assertThat(opened.openTask()).startsWith("task_call_debtor");
    assertThat(opened.timeline("SEARCH")).containsExactly("A number of the debtor was found: two registers");
  }

  @ParameterizedTest(name = "named {0}: again after {1} days")
  @CsvSource(nullValues = "none", value = {"none, 90", "1, 1", "180, 180"})
  void whoWasNotFoundIsLookedForAgainOnTheDay(Integer named, int days) {
    TestedCase opened = unreachableCase();
    look(opened, "NOT_FOUND", null, named == null ? " " : world.today().plusDays(named).toString());
    assertThat(opened.task(TASK)).isNull();
    assertThat(isListed(opened)).isTrue();
    assertThat(search(opened)).isWaitingAt("still_unreachable");
    assertThat(opened.dueDates(search(opened)).get("still_unreachable"))
        .isEqualTo(calendar.startOfBusiness(world.today().plusDays(days)));

    world.moveDays(days - 1);
    assertThat(opened.task(TASK)).isNull();
    world.moveDays(1);
    assertThat(opened.task(TASK)).isNotNull();
    assertThat(opened.timeline("SEARCH")).singleElement().asString()
        .isEqualTo("No way to the debtor was found; next look on " + world.today() + ": two registers");

    look(opened, "NOT_FOUND", null, world.today().plusDays(2).toString());
    world.moveDays(2);
    assertThat(opened.task(TASK)).as("and again").isNotNull();
  }

  @Test
  void aWayThatBecomesKnownBeforeTheNextLookEndsTheSearch() {
    TestedCase opened = unreachableCase();
    ProcessInstance search = search(opened);
    look(opened, "NOT_FOUND", null, null);

    wishes.addNumber(row.debtorId(), newNumber(), SOMEBODY);
    news.tellAll();

    assertThat(search).isEnded();
  }

  @Test
  void aNumberThatMayNotBeUsedIsNoWay() {
    row = world.account(29).without("email", "address");
    TestedCase opened = world.open(row);
    Channel[] all = Channel.values();
    for (Channel channel : all) {
      wishes.setChannel(row.debtorId(), channel, false, SOMEBODY);
    }
    world.moveDays(3);
    assertThat(opened.task(TASK)).as("he wants to be contacted in no way").isNotNull();

    look(opened, "FOUND", newNumber(), null);
    world.moveDays(1);
    assertThat(search(opened)).isWaitingAt("still_unreachable");
    world.moveDays(89);
    assertThat(opened.task(TASK)).isNotNull();

    wishes.setChannel(row.debtorId(), Channel.CALL, true, SOMEBODY);
    news.tellAll();
    assertThat(search(opened)).isNull();
  }

  @Test
  void aNumberThatTurnsOutWrongBeginsASearch() {
    row = world.account(40).without("email", "address");
    TestedCase opened = world.open(row);
    world.moveDays(1);
    assertThat(search(opened)).isNull();

    numbers()
        .forEach(number -> reachability.mark(row.debtorId(), number, Address.WRONG, SOMEBODY));
    news.tellAll();

    assertThat(opened.task(TASK)).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"DECEASED", "DISPUTE"})
  void nobodyLooksForHimWhileTheCaseIsOnHold(Reason reason) {
    TestedCase opened = unreachableCase();
    ProcessInstance search = search(opened);

    opened.hold(reason, world.today().plusDays(30).toString());
    news.tellAll();
    assertThat(search).isEnded();
    assertThat(search(opened)).isNull();

    opened.holds().forEach(hold -> world.holds.lift(hold.key(), SOMEBODY, "RESUMED"));
    world.moveDays(1);
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.task(TASK)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"task", "next look"})
  void theSearchEndsWithTheCase(String at) {
    TestedCase opened = unreachableCase();
    ProcessInstance search = search(opened);
    if (at.equals("next look")) {
      look(opened, "NOT_FOUND", null, null);
    }

    world.pay(row, "460.00");
    world.runDueJobs();

    assertThat(opened.facts().status()).isEqualTo(Status.CLOSED);
    assertThat(search).isEnded();
    assertThat(opened.task(TASK)).isNull();
    assertThat(isListed(opened)).isFalse();
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(delimiter = '|', nullValues = "none", value = {
      "none      | none          | none       | outcome: must be one of FOUND, NOT_FOUND",
      "MAYBE     | none          | none       | outcome: must be one of FOUND, NOT_FOUND",
      "FOUND     | none          | none       | number: must be a phone number with its country code",
      "FOUND     | 020 7946 0100 | none       | number: must be a phone number with its country code",
      "NOT_FOUND | +870302555999 | none       | number: was found: choose that as the outcome",
      "NOT_FOUND | none          | soon       | nextLook: must be a date such as 2026-12-24",
      "NOT_FOUND | none          | +0         | nextLook: must lie ahead, not after",
      "FOUND     | +870302555999 | +181       | nextLook: must lie ahead, not after"})
  void whatTheFormSendsIsChecked(String outcome, String number, String nextLook, String message) {
    TestedCase opened = unreachableCase();
    Task task = opened.task(TASK);
    String day = nextLook != null && nextLook.startsWith("+")
        ? world.today().plusDays(Long.parseLong(nextLook.substring(1))).toString() : nextLook;

    assertThatThrownBy(() -> look(opened, outcome, number, day)).hasMessageContaining(message);

    assertThat(opened.task(TASK).getId()).isEqualTo(task.getId());
    assertThat(opened.timeline("SEARCH")).isEmpty();
    assertThat(numbers()).isEmpty();
  }
}
