package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.CollectionCase.Status;
import io.remit.ledger.LedgerEntry.Type;
import io.remit.ledger.PostingResult.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people and models book on an account: once, and the case follows. */
@ProcessTest
class BookingTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private Bookings bookings;

  private Booking booking(ArrearsRow account, Type type, String amount) {
    return new Booking(account.accountNumber() + "-" + type, account.accountNumber(), type, new BigDecimal(amount),
        world.today(), null, "supervisor1", "agreed with the debtor");
  }

  private BigDecimal overdue(ArrearsRow account) {
    return world.accounts.find(account.accountNumber()).orElseThrow().overdueAmount();
  }

  @ParameterizedTest
  @CsvSource({"PAYMENT, 10.00, 450.00", "FEE, 10.00, 470.00", "INTEREST, 1.5, 461.50", "WAIVER, 10.00, 450.00",
      "WRITE_OFF, 60.00, 400.00", "CORRECTION, 10.00, 470.00", "CORRECTION, -10.00, 450.00"})
  void eachKindChangesWhatIsOwedInItsDirectionOnce(Type type, String amount, String owedAfterwards) {
    ArrearsRow account = world.account(40);
    TestedCase opened = world.open(account);

    assertThat(bookings.book(booking(account, type, amount)).outcome()).isEqualTo(Outcome.POSTED);
    assertThat(bookings.book(booking(account, type, amount)).outcome()).isEqualTo(Outcome.DUPLICATE);

    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal(owedAfterwards));
    assertThat(overdue(account)).isEqualTo(new BigDecimal(owedAfterwards));
    assertThat(opened.timeline("BOOKED")).hasSize(1).first().asString().contains("EUR " + amount);
    assertThat(bookings.book(booking(account, type, "7.77")).refusal().rule()).isEqualTo("reference-reused");
    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal(owedAfterwards));
  }

  @Test
  void aWaiverOfTheWholeRestCuresTheCase() {
    ArrearsRow account = world.account(40);
    TestedCase cured = world.open(account);

    bookings.book(booking(account, Type.WAIVER, "460.00"));

    assertThat(cured.process()).isEnded().hasPassedInOrder("case_changed", "what_changed", "end_cured");
    assertThat(cured.facts().status()).isEqualTo(Status.CLOSED);
    assertThat(cured.dueDates()).isEmpty();
    world.moveDays(60);
    assertThat(cured.contacts()).isEmpty();
  }

  @Test
  void aChargebackUndoesItsPaymentOnceAndOpensANewCase() {
    ArrearsRow account = world.account(100);
    TestedCase cured = world.open(account);
    String payment = world.pay(account, "460.00");
    Booking chargeback = new Booking(payment + "-back", account.accountNumber(), Type.CHARGEBACK,
        new BigDecimal("460.00"), world.today(), payment, "supervisor1", "returned by the bank");

    assertThat(bookings.book(chargeback).outcome()).isEqualTo(Outcome.POSTED);

    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("460.00"));
    assertThat(world.caseOf(account).number()).isNotEqualTo(cured.number());
    assertThat(world.caseOf(account).process()).isWaitingAt("stage_visit");
    assertThat(bookings.book(new Booking(payment + "-again", account.accountNumber(), Type.REVERSAL,
        new BigDecimal("460.00"), world.today(), payment, "supervisor1", "again")).refusal().rule())
        .isEqualTo("already-reversed");
  }

  @Test
  void whatCannotBeBookedSaysWhyAtTheFieldAndChangesNothing() {
    ArrearsRow account = world.account(40);
    world.open(account);
    String number = account.accountNumber();
    LocalDate today = world.today();

    assertRefused(new Booking("R", "nobody's", Type.FEE, BigDecimal.ONE, today, null, "a", "b"), "unknown-account");
    assertRefused(new Booking(" ", number, Type.FEE, BigDecimal.ONE, today, null, "a", "b"), "required");
    assertRefused(new Booking("R", number, Type.SNAPSHOT, BigDecimal.ONE, today, null, "a", "b"), "booking-type");
    assertRefused(new Booking("R", number, Type.FEE, BigDecimal.ZERO, today, null, "a", "b"), "amount-not-positive");
    assertRefused(new Booking("R", number, Type.FEE, new BigDecimal("-1"), today, null, "a", "b"),
        "amount-not-positive");
    assertRefused(new Booking("R", number, Type.FEE, new BigDecimal("0.001"), today, null, "a", "b"), "amount-scale");
    assertRefused(new Booking("R", number, Type.FEE, new BigDecimal("1E15"), today, null, "a", "b"),
        "amount-too-large");
    assertRefused(new Booking("R", number, Type.FEE, BigDecimal.ONE, null, null, "a", "b"), "required");
    assertRefused(new Booking("R", number, Type.FEE, BigDecimal.ONE, today.plusDays(2), null, "a", "b"),
        "value-date-in-future");
    assertRefused(new Booking("R", number, Type.FEE, BigDecimal.ONE, today, "P1", "a", "b"), "reverses-payment");
    assertRefused(new Booking("R", number, Type.REVERSAL, BigDecimal.ONE, today, null, "a", "b"), "required");
    assertRefused(new Booking("R", number, Type.FEE, BigDecimal.ONE, today, null, "a", ""), "required");
    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("460.00"));
  }

  private void assertRefused(Booking booking, String rule) {
    var result = bookings.book(booking);
    assertThat(result.outcome()).as(rule).isEqualTo(Outcome.REFUSED);
    assertThat(result.refusal().rule()).isEqualTo(rule);
    assertThat(result.refusal().column()).isNotBlank();
  }
}
