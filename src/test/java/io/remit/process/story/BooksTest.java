package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.books.BooksExports;
import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.CaseFigures;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.gate.Contact;
import io.remit.gate.ContactGate;
import io.remit.gate.GateDecision;
import io.remit.intake.AcknowledgementsIntake;
import io.remit.intake.csv.Rejection;
import io.remit.intake.delivery.AcknowledgementsResult;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.intake.delivery.PaymentsResult;
import io.remit.ledger.Account;
import io.remit.ledger.LedgerEntry.Type;
import io.remit.ledger.PostingResult.Outcome;
import io.remit.process.task.TaskViews;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the creditor's books contain, what is uncertain of it, and what only Remit knows. */
@ProcessTest
class BooksTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private Bookings bookings;
  @Autowired
  private BooksExports exports;
  @Autowired
  private AcknowledgementsIntake acknowledgements;
  @Autowired
  private ContactGate gate;
  @Autowired
  private CaseFigures figures;
  @Autowired
  private TaskViews views;
  @Autowired
  private ObjectMapper json;

  private Account stored(ArrearsRow account) {
    return world.accounts.find(account.accountNumber()).orElseThrow();
  }

  /** What is outstanding, and what of it is overdue today in a case that is not closed. */
  private String owes(ArrearsRow account) {
    Account now = stored(account);
    boolean open = now.caseNumber() != null && world.cases.get(now.caseNumber()).status() != Status.CLOSED;
    return now.outstandingAmount() + "/" + (open ? now.overdueOn(world.today()) : "0.00");
  }

  private GateDecision call(ArrearsRow account) {
    return gate.look(Contact.ofDebtor(stored(account).caseNumber(), Channel.CALL), 0);
  }

  private void book(ArrearsRow account, Type type, String amount) {
    assertThat(bookings.book(new Booking(account.accountNumber() + "-" + type, account.accountNumber(), type,
        new BigDecimal(amount), world.today(), null, "supervisor1", "agreed with the debtor")).outcome())
        .isEqualTo(Outcome.POSTED);
  }

  private long export() {
    return exports.writeNow().orElseThrow();
  }

  private AcknowledgementsResult acknowledge(String... rows) {
    String content = "export_number,as_of,booking_reference\n" + String.join("\n", rows) + "\n";
    try {
      return acknowledgements.apply(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), null);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void acknowledgeAll(LocalDate asOf) {
    assertThat(acknowledge(export() + "," + asOf + ",").rejected()).isEmpty();
  }

  private Task difference() {
    return world.engine.getTaskService().createTaskQuery().taskDefinitionKey("task_decide_difference").singleResult();
  }

  private void decide(String outcome) {
    world.submit(Worker.SUPERVISOR, difference(), Map.of("outcome", outcome, "note", "the creditor said so"));
  }

  @Test
  void whatWasBookedAfterTheDayOfTheBooksCountsWhateverItsValueDate() {
    LocalDate begin = world.today();
    ArrearsRow returned = world.account(40).owes("900.00").with("overdue_amount", "90.00");
    ArrearsRow late = world.account(40).owes("330.00").with("overdue_amount", "33.00");
    world.load(returned, late);
    String collected = world.pay(returned, "90.00", begin, begin);
    assertThat(owes(returned)).isEqualTo("810.00/0.00");

    world.moveDays(3);
    world.load(returned.owes("810.00").dueOn(begin.plusDays(40)).with("overdue_amount", "0"),
        late.with("overdue_amount", "33.00"));
    assertThat(owes(returned)).as("the books of the day before contain it").isEqualTo("810.00/0.00");

    world.moveDays(5);
    world.reverse(returned, "90.00", collected, begin.plusDays(7), begin);
    world.pay(late, "33.00", begin.plusDays(8), begin.plusDays(2));

    assertThat(owes(late)).isEqualTo("297.00/0.00");
    assertThat(world.caseOf(late).facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(world.outstanding(returned)).isEqualByComparingTo("900.00");
    assertThat(world.caseOf(returned).facts().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void theBooksOfTheNightKnowNothingOfThisMorningsMoney() {
    ArrearsRow account = world.account(40);
    world.load(account);
    world.moveDays(1);
    world.pay(account, "460.00");

    world.load(account);
    assertThat(owes(account)).as("a file without a day is of the day before").isEqualTo("0.00/0.00");

    world.moveDays(1);
    world.loadBooksOf(world.today().minusDays(1), account);
    assertThat(owes(account)).as("the books of that day do not show it").isEqualTo("460.00/460.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2007-09-07", ""})
  void whatIsBookedOnFridayAndValuedOnMondayCountsOnFriday(String bookedOn) {
    world.moveTo("2007-09-07T15:00:00Z");
    ArrearsRow account = world.account(40).owes("450.00").with("overdue_amount", "45.00");
    TestedCase cured = world.open(account);

    world.pay(account, "45.00", bookedOn.isEmpty() ? null : LocalDate.parse(bookedOn), LocalDate.of(2007, 9, 10));

    assertThat(owes(account)).isEqualTo("405.00/0.00");
    assertThat(cured.facts().closeReason()).isEqualTo(CloseReason.CURED);
  }

  @Test
  void aPromiseForSaturdayIsKeptByMoneyBookedOnFridayAndValuedOnMonday() {
    world.moveTo("2007-09-07T09:00:00Z");
    ArrearsRow account = world.account(40);
    TestedCase opened = world.open(account);
    world.runDueJobs();
    opened.submitPromise(Worker.COLLECTOR, "100.00", "2007-09-08");

    world.pay(account, "100.00", world.today(), LocalDate.of(2007, 9, 10));
    world.moveTo("2007-09-12T06:00:00Z");

    assertThat(opened.promises()).singleElement().extracting(promise -> promise.status().name()).isEqualTo("KEPT");
  }

  @Test
  void datesThatAreAheadAreRefusedAsMistakes() {
    ArrearsRow account = world.account(40);
    world.load(account);
    LocalDate today = world.today();
    PaymentsResult result = world.payments(
        "payment_reference,account_number,type,amount,currency,value_date,booking_date\n"
            + "F1-" + account.accountNumber() + "," + account.accountNumber() + ",PAYMENT,1.00,EUR," + today + ","
            + today.plusDays(2) + "\n"
            + "F2-" + account.accountNumber() + "," + account.accountNumber() + ",PAYMENT,1.00,EUR,"
            + today.plusYears(1) + ",\n");

    assertThat(result.rejected()).extracting(Rejection::column, Rejection::rule).containsExactly(
        org.assertj.core.api.Assertions.tuple("booking_date", "booking-date-in-future"),
        org.assertj.core.api.Assertions.tuple("value_date", "value-date-in-future"));
    assertThat(world.outstanding(account)).isEqualByComparingTo("460.00");
  }

  @Test
  void whoMayHavePaidIsNotAskedUntilTheNextFileSettlesIt() {
    ArrearsRow account = world.account(40);
    world.load(account);
    world.moveDays(2);
    world.load(account);
    assertThat(call(account.daysPastDue(40)).rule()).isNotEqualTo("amount-uncertain");

    world.pay(account, "60.00", null, world.today().minusDays(2));

    assertThat(owes(account)).as("he is not charged for what he paid").isEqualTo("400.00/400.00");
    GateDecision denied = call(account);
    assertThat(denied.rule()).isEqualTo("amount-uncertain");
    assertThat(denied.nextAllowedAt()).as("the next day is asked anew").isBefore(world.now().plusSeconds(86_400 * 2));

    world.moveDays(1);
    world.load(account.owes("400.00"));
    assertThat(owes(account)).isEqualTo("400.00/400.00");
    assertThat(call(account).rule()).isNotEqualTo("amount-uncertain");
  }

  @Test
  void doubtThatNoFileSettlesEndsAfterSomeDays() {
    ArrearsRow account = world.account(40);
    world.load(account);
    world.pay(account, "60.00", null, world.today().minusDays(2));
    assertThat(call(account).rule()).isEqualTo("amount-uncertain");

    world.moveDays(5);
    assertThat(call(account).rule()).isEqualTo("amount-uncertain");
    world.moveDays(1);
    assertThat(call(account).rule()).isNotEqualTo("amount-uncertain");
    assertThat(owes(account)).isEqualTo("400.00/400.00");
  }

  @Test
  void moneyOfTheLastDayOfBooksWhoseDayIsOnlyAssumedIsUncertainUnlessTheFiguresFit() {
    ArrearsRow paid = world.account(40);
    ArrearsRow other = world.account(40);
    world.load(paid, other);
    world.pay(paid, "60.00", world.today(), world.today());
    world.pay(other, "60.00", world.today(), world.today());
    world.moveDays(1);

    world.load(paid.owes("400.00"), other.owes("455.00"));

    assertThat(call(paid).rule()).as("just what we computed").isNotEqualTo("amount-uncertain");
    assertThat(call(other).rule()).as("neither with the payment nor without").isEqualTo("amount-uncertain");
  }

  @Test
  void figuresThatFitOnlyWithoutTheMoneyOfTheirLastDayDoNotContainIt() {
    ArrearsRow account = world.account(40);
    world.load(account);
    world.pay(account, "460.00", world.today(), world.today());
    world.moveDays(1);

    world.load(account);

    assertThat(owes(account)).as("the file was made before the day was over").isEqualTo("0.00/0.00");
  }

  @Test
  void olderBooksThatComeLateDoNotOverwriteNewerOnes() {
    ArrearsRow account = world.account(40);
    world.load(account);
    world.moveDays(3);
    LocalDate day = world.today();
    world.loadBooksOf(day, account.owes("300.00"));

    ArrearsResult late = world.loadBooksOf(day.minusDays(2), account.owes("460.00"));
    ArrearsResult ahead = world.loadBooksOf(day.plusDays(1), account.owes("460.00"));

    assertThat(late.rejected()).extracting(Rejection::rule).containsExactly("older-than-known");
    assertThat(ahead.rejected()).extracting(Rejection::rule).containsExactly("as-of-in-future");
    assertThat(owes(account)).isEqualTo("300.00/300.00");
  }

  @ParameterizedTest
  @CsvSource({"WAIVER, 60.00, 400.00", "WRITE_OFF, 60.00, 400.00", "CORRECTION, -60.00, 400.00", "FEE, 5.00, 465.00",
      "INTEREST, 5.00, 465.00", "CORRECTION, 5.00, 465.00"})
  void whatOnlyRemitKnowsStaysInForceUntilTheCreditorsBooksShowIt(Type type, String amount, String owed) {
    ArrearsRow account = world.account(40);
    world.load(account);
    book(account, type, amount);

    world.moveDays(2);
    world.load(account);
    assertThat(owes(account)).as("a file does not wipe it out").isEqualTo(owed + "/" + owed);

    acknowledgeAll(world.today());
    assertThat(owes(account)).as("the books of today are not known yet").isEqualTo(owed + "/" + owed);
    world.load(account);
    assertThat(owes(account)).as("books of the day before").isEqualTo(owed + "/" + owed);

    world.moveDays(1);
    world.load(account.owes(owed));
    assertThat(owes(account)).as("it is in the books, and counts once").isEqualTo(owed + "/" + owed);
    assertThat(difference()).isNull();
  }

  @Test
  void theCreditorIsToldOnceOfEachBookingAndAcknowledgesAllOrOne() throws IOException {
    ArrearsRow one = world.account(40);
    ArrearsRow other = world.account(40);
    world.load(one, other);
    book(one, Type.WAIVER, "60.00");
    book(other, Type.FEE, "5.00");

    exports.writeDaysThatAreOver();
    assertThat(world.filesIn("books")).as("the day is not over").isEmpty();
    world.moveDays(1);
    exports.writeDaysThatAreOver();
    exports.writeDaysThatAreOver();

    Path file = world.filesIn("books").stream().reduce((first, second) -> {
      throw new AssertionError("two files");
    }).orElseThrow();
    List<String> lines = Files.readAllLines(file);
    String number = lines.get(1).split("\"")[1];
    assertThat(lines).contains("\"" + number + "\",\"" + one.accountNumber() + "-WAIVER\",\"" + one.accountNumber()
        + "\",\"WAIVER\",\"-60.00\",\"EUR\",\"2007-09-03\",\"2007-09-03\"");
    assertThat(String.join("\n", lines)).as("no personal data").doesNotContain("agreed", "Diaz");

    AcknowledgementsResult told = acknowledge(number + ",2007-09-03," + one.accountNumber() + "-WAIVER",
        number + ",2007-09-03,no such booking", "99999999,2007-09-03,", number + ",2007-09-09,",
        number + ",,", "x,2007-09-03,");

    assertThat(told.acknowledged()).isEqualTo(1);
    assertThat(told.rejected()).extracting(Rejection::rule)
        .containsExactly("unknown-booking", "unknown-export", "as-of-in-future", "required", "export-number");
    world.load(one.owes("400.00"), other);
    assertThat(owes(one)).isEqualTo("400.00/400.00");
    assertThat(owes(other)).as("not acknowledged").isEqualTo("465.00/465.00");
  }

  @Test
  void aWaiverThatWasAcknowledgedAndIsNotShownIsAskedAboutAndNotCollected() throws Exception {
    ArrearsRow account = world.account(40);
    TestedCase opened = world.open(account);
    book(account, Type.WAIVER, "60.00");
    acknowledgeAll(world.today());
    world.moveDays(1);

    world.load(account);

    assertThat(owes(account)).as("the less of the two").isEqualTo("400.00/400.00");
    assertThat(call(account).rule()).isEqualTo("amount-uncertain");
    assertThat(opened.timeline("BOOKS")).containsExactly(
        "The creditor's books do not show what was booked here: EUR -60.00");
    world.engine.getTaskService().setAssignee(difference().getId(), Worker.SUPERVISOR.id());
    JsonNode view = json.readTree(
        views.of(difference().getId(), Worker.SUPERVISOR.id()).orElseThrow().get("differenceView"));
    assertThat(view.toString()).contains(account.accountNumber() + "-WAIVER", "EUR -60.00", "EUR 460.00", "EUR 400.00");

    world.load(account);
    assertThat(difference()).as("it is asked once").isNotNull();
    assertThatThrownBy(() -> world.submit(Worker.SUPERVISOR, difference(), Map.of("outcome", "NOT_SHOWN")))
        .hasMessageContaining("note");
    decide("NOT_SHOWN");

    assertThat(owes(account)).isEqualTo("400.00/400.00");
    assertThat(call(account).rule()).isNotEqualTo("amount-uncertain");
    assertThat(exports.writeNow()).as("the creditor is told again").isPresent();
    world.moveDays(1);
    world.load(account);
    assertThat(owes(account)).isEqualTo("400.00/400.00");
  }

  @Test
  void whenTheCreditorsFiguresStandAfterAllTheyAreOwed() {
    ArrearsRow account = world.account(40);
    world.load(account);
    book(account, Type.WAIVER, "60.00");
    acknowledgeAll(world.today());
    world.moveDays(1);
    world.load(account);

    decide("SHOWN");

    assertThat(owes(account)).isEqualTo("460.00/460.00");
  }

  @Test
  void anAcknowledgementOfADayWhoseBooksDidNotShowItDoesNotBringItBack() {
    ArrearsRow account = world.account(40);
    world.load(account);
    book(account, Type.WAIVER, "60.00");
    long export = export();
    world.moveDays(3);
    world.load(account);

    acknowledge(export + "," + world.today().minusDays(2) + ",");

    assertThat(owes(account)).isEqualTo("400.00/400.00");
    world.moveDays(1);
    world.load(account.owes("400.00"));
    assertThat(owes(account)).isEqualTo("400.00/400.00");
    assertThat(difference()).isNull();
  }

  @Test
  void aCompleteFileOfADayAheadClosesNothing() {
    ArrearsRow known = world.account(40).with("product", "AHEAD");
    world.load(known);

    ArrearsRow other = world.account(3).with("product", "AHEAD");
    ArrearsResult result = world.loadCompleteBooksOf(world.today().plusDays(1), other);

    assertThat(result.rejected()).extracting(Rejection::rule).containsExactly("as-of-in-future");
    assertThat(result.closed()).isZero();
    assertThat(owes(known)).isEqualTo("460.00/460.00");
  }

  @Test
  void aCompleteFileOfAnOlderDayClosesNothingThatIsKnownSince() {
    ArrearsRow known = world.account(40).with("product", "OLDER");
    world.loadBooksOf(world.today(), known);

    assertThat(world.loadCompleteBooksOf(world.today().minusDays(1), world.account(3).with("product", "OLDER"))
        .closed()).isZero();
    assertThat(world.loadCompleteBooksOf(world.today(), world.account(3).with("product", "OLDER")).closed())
        .isEqualTo(2);
  }

  @Test
  void aWaiverThatIsShownBeforeItWasAcknowledgedIsAskedAboutAndThenCountsOnce() {
    ArrearsRow account = world.account(40);
    world.load(account);
    book(account, Type.WAIVER, "60.00");
    world.moveDays(1);

    world.load(account.owes("400.00"));
    assertThat(owes(account)).as("as long as nobody knows").isEqualTo("340.00/340.00");
    decide("SHOWN");

    assertThat(owes(account)).isEqualTo("400.00/400.00");
    assertThat(difference()).isNull();
  }

  @Test
  void aFeeThatIsShownBeforeItWasAcknowledgedIsNotChargedTwice() {
    ArrearsRow account = world.account(40);
    world.load(account);
    book(account, Type.FEE, "5.00");
    world.moveDays(1);

    world.load(account.owes("465.00"));

    assertThat(owes(account)).isEqualTo("465.00/465.00");
    assertThat(difference()).isNotNull();
  }

  @Test
  void anAccountGoesToAnotherDebtorWithItsLedgerAndNothingElse() {
    ArrearsRow sold = world.account(40);
    ArrearsRow kept = world.accountOf(sold.debtorId(), 10);
    world.load(sold, kept);
    TestedCase before = world.caseOf(sold);
    world.moveTo("2007-09-03T09:00:00Z");
    before.submitPromise(Worker.COLLECTOR, "100.00", "2007-09-08");
    world.pay(sold, "60.00");
    ArrearsRow heir = world.account(40);
    world.moveDays(1);

    ArrearsResult result = world.load(sold.with("debtor_id", heir.debtorId()).owes("400.00"));

    assertThat(result.rejected()).isEmpty();
    TestedCase after = world.caseOf(sold);
    assertThat(after.number()).isNotEqualTo(before.number());
    assertThat(after.facts().debtorId()).isEqualTo(heir.debtorId());
    assertThat(after.promises()).isEmpty();
    assertThat(owes(sold)).isEqualTo("400.00/400.00");
    assertThat(figures.of(before.number()).overdue()).as("goes on without it").isEqualByComparingTo("460.00");
    assertThat(before.facts().status()).isEqualTo(Status.OPEN);
    assertThat(before.timeline("ACCOUNT")).last().asString().contains("went to another debtor", sold.accountNumber());
    assertThat(after.timeline("ACCOUNT")).anyMatch(line -> line.contains("came from another debtor"));
    world.pay(sold, "400.00");
    assertThat(after.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(before.facts().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void aCaseThatLosesItsOnlyAccountEnds() {
    ArrearsRow account = world.account(40);
    TestedCase before = world.open(account);
    world.moveDays(1);

    world.load(account.with("debtor_id", world.account(1).debtorId()));

    assertThat(before.facts().status()).isEqualTo(Status.CLOSED);
    assertThat(before.facts().closeReason()).isEqualTo(CloseReason.WITHDRAWN);
    assertThat(world.caseOf(account).facts().status()).isEqualTo(Status.OPEN);
    assertThat(owes(account)).isEqualTo("460.00/460.00");
  }

  @Test
  void aDebtorInCreditIsAskedForNothing() {
    ArrearsRow account = world.account(40);
    TestedCase cured = world.open(account);
    world.moveDays(1);

    ArrearsResult result = world.load(account.with("outstanding_amount", "-25.00").with("overdue_amount", ""));

    assertThat(result.rejected()).isEmpty();
    assertThat(cured.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(owes(account)).isEqualTo("-25.00/0.00");
    assertThat(call(account).allowed()).isFalse();
  }

  @Test
  void whatIsPaidTooMuchOnOneAccountIsNotDemandedOnAnother() {
    ArrearsRow one = world.account(20).owes("300.00");
    ArrearsRow other = world.accountOf(one.debtorId(), 5).owes("200.00");
    world.load(one, other);
    TestedCase opened = world.caseOf(one);

    String tooMuch = world.pay(one, "450.00");
    assertThat(figures.of(opened.number()).outstanding()).as("150 to his credit").isEqualByComparingTo("50.00");
    assertThat(figures.of(opened.number()).overdue()).isEqualByComparingTo("50.00");
    world.pay(one, "350.00");
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
    world.moveDays(20);
    assertThat(world.cases.openOf(one.debtorId())).as("500 to his credit, 200 owed").isEmpty();

    world.reverse(one, "450.00", tooMuch);
    assertThat(world.cases.openOf(one.debtorId())).as("50 to his credit, 200 owed").hasSize(1);
  }

  @Test
  void ofALoanOnlyTheInstalmentFallsDue() {
    ArrearsRow loan = world.account(-3).owes("10000.00").with("next_due_amount", "100.00");
    TestedCase opened = world.open(loan);
    world.moveDays(5);

    assertThat(owes(loan)).isEqualTo("10000.00/100.00");
    world.pay(loan, "100.00");
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(owes(loan)).isEqualTo("9900.00/0.00");
  }

  @Test
  void aLoanOfWhichNobodyToldWhatFellDueIsNotDemandedUntilAFileTells() {
    ArrearsRow loan = world.account(-3).owes("10000.00").with("next_due_amount", "");
    TestedCase opened = world.open(loan);
    world.moveDays(5);

    assertThat(owes(loan)).isEqualTo("10000.00/0.00");
    assertThat(call(loan).rule()).isEqualTo("amount-uncertain");
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);

    world.load(loan.with("overdue_amount", "100.00"));
    assertThat(owes(loan)).isEqualTo("10000.00/100.00");
  }

  @Test
  void anInvoiceFallsDueAsAWholeAlsoIfTheFileLeavesItOpen() {
    ArrearsRow invoice = world.account(-3).with("product", "INVOICE").with("next_due_amount", "")
        .with("overdue_amount", "");
    ArrearsRow overdue = world.account(30).with("product", "INVOICE").with("overdue_amount", "");
    ArrearsRow loan = world.account(30).with("overdue_amount", "");
    world.load(invoice, overdue, loan);

    assertThat(owes(overdue)).isEqualTo("460.00/460.00");
    assertThat(stored(loan).caseNumber()).as("nobody told what is due").isNull();
    world.moveDays(5);
    assertThat(owes(invoice)).isEqualTo("460.00/460.00");
  }
}
