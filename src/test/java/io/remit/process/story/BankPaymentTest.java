package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.MatterKey;
import io.remit.intake.delivery.PaymentsResult;
import io.remit.plan.PlanEntry;
import io.remit.plan.PlanRequest;
import io.remit.plan.PlanRequest.FieldNames;
import io.remit.process.task.TaskViews;
import io.remit.statement.CamtFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money from bank statements finds its account by itself, or a person finds it. */
@ProcessTest
class BankPaymentTest {

  private static final AtomicInteger STATEMENTS = new AtomicInteger();

  @Autowired
  private CaseWorld world;
  @Autowired
  private PlanEntry plans;
  @Autowired
  private TaskViews views;
  @Autowired
  private ObjectMapper json;

  private CamtFile statement() {
    return new CamtFile("S" + STATEMENTS.incrementAndGet(), "EUR");
  }

  private PaymentsResult deliver(CamtFile statement) {
    return world.payments(statement.xml());
  }

  private Task task() {
    return world.engine.getTaskService().createTaskQuery().taskDefinitionKey("task_identify_payment").singleResult();
  }

  private void submit(Map<String, Object> fields) {
    world.submit(Worker.SUPERVISOR, task(), fields);
  }

  private JsonNode view() throws Exception {
    String task = task().getId();
    world.engine.getTaskService().setAssignee(task, Worker.SUPERVISOR.id());
    return json.readTree(views.of(task, Worker.SUPERVISOR.id()).orElseThrow().get("paymentView"));
  }

  @AfterEach
  void nothingOfItIsInTheEngine() {
    assertThat(world.database.sql("""
        select count(*) from act_ru_variable where text_ like '%Xu Diaz%' or text_ like '%DE02%' or text2_ like '%Diaz%'
        """).query(Long.class).single()).isZero();
  }

  @Test
  void aPaymentThatNamesItsAccountCuresTheCaseOnceHoweverOftenItIsTold() {
    ArrearsRow account = world.account(40);
    TestedCase cured = world.open(account);
    String reference = "BANK-" + account.accountNumber();

    PaymentsResult posted = deliver(statement().credit(reference, "460.00", world.today(), account.accountNumber()));
    PaymentsResult again = deliver(statement().credit(reference, "460.00", world.today(), account.accountNumber()));

    assertThat(posted.posted()).isEqualTo(1);
    assertThat(again.duplicates()).isEqualTo(1);
    assertThat(cured.process()).isEnded().hasPassedInOrder("case_changed", "what_changed", "end_cured");
    assertThat(cured.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(world.outstanding(account)).isEqualByComparingTo("0");
    world.moveDays(60);
    assertThat(cured.contacts()).isEmpty();
    assertThat(task()).isNull();
  }

  @Test
  void aPaymentThatNamesTheCaseIsDividedOldestDueFirstAndAReturnUndoesAllOfIt() {
    ArrearsRow oldest = world.account(100);
    ArrearsRow next = world.accountOf(oldest.debtorId(), 20);
    world.load(oldest, next);
    TestedCase opened = world.caseOf(oldest);

    String text = "thanks, " + opened.number() + " as agreed";
    assertThat(deliver(statement().credit("BANK-" + opened.number(), "500.00", world.today(), "E2E-" + opened.number(),
        "A stranger", text)).posted()).isEqualTo(1);

    assertThat(world.outstanding(oldest)).isEqualByComparingTo("0.00");
    assertThat(world.outstanding(next)).isEqualByComparingTo("420.00");
    assertThat(opened.process()).isWaitingAt("stage_message").hasNotPassed("end_cured");

    assertThat(deliver(statement().reversedCredit("BACK-" + opened.number(), "500.00", world.today(),
        "E2E-" + opened.number())).posted()).isEqualTo(1);

    assertThat(world.outstanding(oldest)).isEqualByComparingTo("460.00");
    assertThat(world.outstanding(next)).isEqualByComparingTo("460.00");
    assertThat(opened.process()).isWaitingAt("stage_visit");
  }

  @Test
  void aPaymentThatNamesTheDebtorKeepsHisPlan() {
    ArrearsRow planned = world.account(20);
    TestedCase opened = world.open(planned);
    MatterKey plan = plans.propose(opened.number(),
        new PlanRequest("4", null, "2007-10-01", null, FieldNames.REST_INTERFACE), "collector1").orElseThrow();
    world.runDueJobs();
    opened.submit(Worker.SUPERVISOR, opened.task("task_record_acceptance"), Map.of("outcome", "ACCEPTED",
        "acceptedHow", "EMAIL", "acceptedOn", world.today().toString()));
    ArrearsRow older = world.accountOf(planned.debtorId(), 60);
    world.load(older);

    deliver(statement().credit("BANK-" + plan, "115.00", world.today(), "", "A stranger", "my own text"));
    submit(Map.of("outcome", "POST", "accountNumber", planned.debtorId()));

    assertThat(world.outstanding(planned)).isEqualByComparingTo("345.00");
    assertThat(world.outstanding(older)).isEqualByComparingTo("460.00");
  }

  @Test
  void aSupervisorPostsWhatNamesNoAccount() throws Exception {
    ArrearsRow account = world.account(40).with("debtor_name", "Quentin Unlikely");
    TestedCase opened = world.open(account);

    PaymentsResult result = deliver(statement().credit("BANK-X" + account.accountNumber(), "460.00", world.today(),
        "", "Quentin Unlikely", "my debt"));

    assertThat(result.unmatched()).isEqualTo(1);
    assertThat(world.outstanding(account)).isEqualByComparingTo("460.00");
    ProcessInstance asked = world.engine.getRuntimeService().createProcessInstanceQuery()
        .processInstanceId(task().getProcessInstanceId()).singleResult();
    assertThat(asked).isWaitingAt("task_identify_payment");
    assertThat(asked.getBusinessKey()).matches("P[0-9]+");
    assertThat(task().getDueDate().toInstant()).isEqualTo("2007-09-06T06:00:00Z");
    JsonNode view = view();
    assertThat(view.get("amount").asText()).isEqualTo("EUR 460.00");
    assertThat(view.get("facts").toString()).contains("Quentin Unlikely", "my debt", "DE02**************0101")
        .doesNotContain("DE02100100100006820101");
    JsonNode likely = view.get("likely").get(0);
    assertThat(likely.get("account").asText()).isEqualTo(account.accountNumber());
    assertThat(likely.get("why").asText()).isEqualTo("the name agrees, the amount agrees");
    assertThat(view.get("choices").get(0).get("value").asText()).isEqualTo(account.accountNumber());

    submit(Map.of("outcome", "POST", "likelyAccount", account.accountNumber()));

    assertThat(asked).isEnded().hasPassedInOrder("payment_unidentified", "task_identify_payment", "end_identified");
    assertThat(opened.process()).isEnded().hasPassed("end_cured");
    assertThat(world.outstanding(account)).isEqualByComparingTo("0.00");
    assertThat(opened.timeline("PAYMENT")).containsExactly("A payment was found to be for " + account.accountNumber()
        + ": EUR 460.00");
    assertThat(deliver(statement().credit("BANK-X" + account.accountNumber(), "460.00", world.today(), "",
        "Quentin Unlikely", "my debt")).duplicates()).isEqualTo(1);
  }

  @Test
  void whatASupervisorEntersIsCheckedAtTheFieldAndNothingIsHalfBooked() {
    ArrearsRow account = world.account(40);
    ArrearsRow dollars = world.account(40).currency("USD");
    world.load(account, dollars);
    deliver(statement().credit("BANK-Y" + account.accountNumber(), "5.00", world.today(), "", "Nobody", "hello"));

    assertThatThrownBy(() -> submit(Map.of("outcome", "POST", "accountNumber", "no such number")))
        .hasMessageContaining("accountNumber: there is no such account");
    assertThatThrownBy(() -> submit(Map.of("outcome", "POST", "accountNumber", dollars.accountNumber())))
        .hasMessageContaining("accountNumber: the account is kept in USD, the payment is in EUR");
    assertThatThrownBy(() -> submit(Map.of("outcome", "POST")))
        .hasMessageContaining("accountNumber: choose an account");
    assertThatThrownBy(() -> submit(Map.of("outcome", "SEND_BACK", "note", " ")))
        .hasMessageContaining("note: say why");
    assertThatThrownBy(() -> submit(Map.of("outcome", "KEEP"))).hasMessageContaining("outcome: must be one of");
    assertThat(task()).isNotNull();
    assertThat(world.outstanding(account)).isEqualByComparingTo("460.00");

    submit(Map.of("outcome", "SEND_BACK", "note", "not ours"));

    assertThat(task()).isNull();
    assertThat(world.database.sql("select status from unidentified_payment where note = 'not ours'")
        .query(String.class).list()).contains("SENT_BACK");
    assertThat(world.outstanding(account)).isEqualByComparingTo("460.00");
  }

  @Test
  void aReturnThatNamesNoPaymentIsFoundByItsAccount() {
    ArrearsRow account = world.account(40);
    ArrearsRow another = world.account(40);
    TestedCase opened = world.open(account);
    world.open(another);
    world.pay(account, "100.00");
    deliver(statement().reversedCredit("BACK-Z" + account.accountNumber(), "100.00", world.today(), ""));

    assertThat(world.outstanding(account)).isEqualByComparingTo("360.00");
    assertThatThrownBy(() -> submit(Map.of("outcome", "POST", "accountNumber", another.accountNumber())))
        .hasMessageContaining("has no payment of this amount");
    submit(Map.of("outcome", "POST", "accountNumber", account.accountNumber()));

    assertThat(world.outstanding(account)).isEqualByComparingTo("460.00");
    assertThat(opened.process()).hasNotPassed("end_cured").isWaitingAt("stage_telephone");
  }

  @Test
  void aPaymentAfterTheCloseIsPostedAndTheTimelineSaysSo() {
    ArrearsRow account = world.account(40);
    TestedCase cured = world.open(account);
    world.pay(account, "460.00");

    world.pay(account, "20.00");

    assertThat(world.outstanding(account)).isEqualByComparingTo("-20.00");
    assertThat(cured.timeline("PAYMENT")).containsExactly("A payment came in after the case was closed: EUR 20.00");
    assertThat(world.cases.openOf(account.debtorId())).as("overpaid: nothing to collect").isEmpty();
  }

  @Test
  void aPaymentDatedAheadWaitsForAPersonInAStatementAndIsRefusedInACsvFile() {
    ArrearsRow account = world.account(40);
    world.open(account);

    assertThat(deliver(statement().credit("BANK-F" + account.accountNumber(), "1.00", world.today().plusDays(2),
        account.accountNumber())).unmatched()).isEqualTo(1);
    PaymentsResult refused = world.payments(
        "payment_reference,account_number,type,amount,currency,value_date,reverses\n"
        + "F1," + account.accountNumber() + ",PAYMENT,1.00,EUR," + world.today().plusDays(11) + ",\n");
    assertThat(refused.rejected()).extracting(each -> each.line() + " " + each.column() + " " + each.rule())
        .containsExactly("2 value_date value-date-in-future");
    assertThat(world.outstanding(account)).isEqualByComparingTo("460.00");
    submit(Map.of("outcome", "POST", "accountNumber", account.accountNumber()));
    assertThat(world.outstanding(account)).isEqualByComparingTo("459.00");
  }

  private void ask(String reference, String amount, String text) {
    assertThat(deliver(statement().credit(reference, amount, world.today(), "", "Nobody Known", text)).unmatched())
        .isEqualTo(1);
  }

  @Test
  void aSupervisorDividesAPaymentAmongDebtorsAndTheRestStaysToBeFound() throws Exception {
    ArrearsRow one = world.account(40);
    ArrearsRow other = world.account(40);
    world.load(one, other);
    ask("BANK-S" + one.accountNumber(), "300.00", "for both of us");
    Map<String, Object> both = Map.of("outcome", "POST", "accountNumber", one.accountNumber(), "amount", "100.00");

    assertThatThrownBy(() -> submit(with(both, "furtherAccounts", other.accountNumber() + " 200.01")))
        .hasMessageContaining("amount: is more than the bank booked");
    assertThatThrownBy(() -> submit(with(both, "furtherAccounts", one.accountNumber() + " 10.00")))
        .hasMessageContaining("furtherAccounts: names an account twice");
    assertThatThrownBy(() -> submit(with(both, "furtherAccounts", "nonsense")))
        .hasMessageContaining("furtherAccounts: needs in each line");
    assertThatThrownBy(() -> submit(with(both, "furtherAccounts", "no such 10.00")))
        .hasMessageContaining("furtherAccounts: there is no such account");
    assertThat(world.outstanding(one)).isEqualByComparingTo("460.00");
    submit(with(both, "furtherAccounts", other.accountNumber() + " = 160.00"));

    assertThat(world.outstanding(one)).isEqualByComparingTo("360.00");
    assertThat(world.outstanding(other)).isEqualByComparingTo("300.00");
    assertThat(view().get("amount").asText()).as("what is left over").isEqualTo("EUR 40.00");
    submit(Map.of("outcome", "POST", "accountNumber", one.accountNumber(), "amount", "39.00", "leftOver", "COST"));
    assertThat(task()).as("the last euro is the creditor's cost").isNull();
    assertThat(world.outstanding(one)).isEqualByComparingTo("321.00");
  }

  private static Map<String, Object> with(Map<String, Object> fields, String field, Object value) {
    Map<String, Object> more = new HashMap<>(fields);
    more.put(field, value);
    return more;
  }

  @Test
  void theNumberOfACaseOrADebtorStandsForAllItsAccounts() {
    ArrearsRow oldest = world.account(100);
    ArrearsRow next = world.accountOf(oldest.debtorId(), 20);
    world.load(oldest, next);

    ask("BANK-C" + oldest.accountNumber(), "470.00", "all of it");
    submit(Map.of("outcome", "POST", "accountNumber", oldest.debtorId()));
    ask("BANK-D" + oldest.accountNumber(), "20.00", "some more");
    submit(Map.of("outcome", "POST", "accountNumber", world.caseOf(next).number()));

    assertThat(world.outstanding(oldest)).isEqualByComparingTo("0.00");
    assertThat(world.outstanding(next)).isEqualByComparingTo("430.00");
  }

  @Test
  void moneyInAnotherCurrencyIsPostedInThatOfTheDebt() {
    ArrearsRow dollars = world.account(40).currency("USD");
    ArrearsRow more = world.account(40).currency("USD");
    world.load(dollars, more);

    ask("BANK-U" + dollars.accountNumber(), "400.00", "in euros");
    assertThatThrownBy(() -> submit(Map.of("outcome", "POST", "accountNumber", dollars.accountNumber(), "exchangeRate",
        "0"))).hasMessageContaining("exchangeRate: must be a number above zero");
    submit(Map.of("outcome", "POST", "accountNumber", dollars.accountNumber(), "amount", "440.00"));
    ask("BANK-V" + dollars.accountNumber(), "100.00", "in euros, too");
    submit(Map.of("outcome", "POST", "accountNumber", more.accountNumber(), "exchangeRate", "0.8"));

    assertThat(world.outstanding(dollars)).isEqualByComparingTo("20.00");
    assertThat(world.outstanding(more)).isEqualByComparingTo("335.00");
    assertThat(task()).isNull();
  }

  @Test
  void whatIsNoDebtorsIsExplainedAndEndsItsTask() {
    for (String outcome : List.of("FEE", "NOT_OURS", "KNOWN")) {
      ask("BANK-" + outcome, "5.00", outcome);
      assertThatThrownBy(() -> submit(Map.of("outcome", outcome))).hasMessageContaining("note: say how you know it");
      submit(Map.of("outcome", outcome, "note", "asked the bank"));
      assertThat(task()).as(outcome).isNull();
    }
    assertThat(world.database.sql("select status from unidentified_payment where note = 'asked the bank'")
        .query(String.class).list()).containsExactlyInAnyOrder("FEE", "NOT_OURS", "KNOWN");
  }

  @Test
  void aReturnOfAnotherAmountIsBookedByItsAmountUpToWhatWasPaid() {
    ArrearsRow account = world.account(40);
    TestedCase opened = world.open(account);
    world.pay(account, "100.00");
    deliver(statement().reversedCredit("BACK-P" + account.accountNumber(), "70.00", world.today(), ""));

    Map<String, Object> post = Map.of("outcome", "POST", "accountNumber", account.accountNumber());
    assertThatThrownBy(() -> submit(post)).hasMessageContaining("enter the amount that went back");
    assertThatThrownBy(() -> submit(with(post, "amount", "100.01")))
        .hasMessageContaining("amount: must be above zero and at most what was paid: EUR 100.00");
    submit(with(with(post, "amount", "65.00"), "leftOver", "COST"));

    assertThat(task()).isNull();
    assertThat(world.outstanding(account)).isEqualByComparingTo("425.00");
    assertThat(opened.timeline("BOOKED")).containsExactly(
        "Booked: correction: EUR 65.00, A part of what was paid went back");
  }

  @Test
  void whatMayHaveBeenToldBeforeIsShownWithWhatWasTold() throws Exception {
    ArrearsRow account = world.account(40);
    world.open(account);
    String reference = "BANK-T" + account.accountNumber();
    String number = "CORRECTED" + account.accountNumber();
    deliver(new CamtFile(number, "EUR").credit(reference, "460.00", world.today(), "", "Ann First",
        account.accountNumber()));

    PaymentsResult doubtful =
        deliver(new CamtFile(number, "EUR").credit(reference, "460.00", world.today(), "", "Ann First",
            "quite another text"));

    assertThat(doubtful.unmatched()).isEqualTo(1);
    assertThat(view().get("facts").toString()).contains("May be the same as", "Ann First", account.accountNumber(),
        reference);
    submit(Map.of("outcome", "KNOWN", "note", "one transfer, corrected text"));
    assertThat(world.outstanding(account)).isEqualByComparingTo("0.00");
    assertThat(task()).isNull();
  }

  @Test
  void aReturnThatComesBeforeItsPaymentWaitsAndIsBookedWithIt() {
    ArrearsRow account = world.account(40);
    world.open(account);
    String called = "E2E-W" + account.accountNumber();

    assertThat(deliver(statement().reversedCredit("BACK-W" + account.accountNumber(), "460.00", world.today(), called))
        .unmatched()).isEqualTo(1);
    ProcessInstance asked = world.engine.getRuntimeService().createProcessInstanceQuery()
        .processInstanceId(task().getProcessInstanceId()).singleResult();
    assertThat(deliver(statement().credit("BANK-W" + account.accountNumber(), "460.00", world.today(), called,
        "Ann First", account.accountNumber())).posted()).isEqualTo(1);

    assertThat(asked).isEnded().hasPassedInOrder("task_identify_payment", "payment_answered", "end_answered")
        .hasNotPassed("end_identified");
    assertThat(world.outstanding(account)).isEqualByComparingTo("460.00");
  }
}
