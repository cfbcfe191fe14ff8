package io.remit.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Channel;
import io.remit.ledger.InBooks;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.LedgerEntry.Type;
import io.remit.promise.Promise.Given;
import io.remit.promise.Promise.Method;
import io.remit.promise.Promise.Status;
import io.remit.promise.Promise.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which payment counts for which promise, and what a promise comes to by it. */
class PromiseMatchingTest {

  private static final Instant TAKEN = Instant.parse("2007-09-03T09:00:00Z");

  /** Of the same debtor, and not what he promised for. */
  private static final String OTHER_ACCOUNT = "B9";

  private final List<Promise> promises = new ArrayList<>();
  private final List<LedgerEntry> entries = new ArrayList<>();

  private long promised(String amount, String promisedFor, int graceDays, Instant takenAt, Status status) {
    long id = promises.size() + 1L;
    promises.add(new Promise(id, "C1", new Given(new BigDecimal(amount), "EUR", LocalDate.parse(promisedFor),
        Method.CARD, null, false), takenAt, "collector1", Channel.CALL, new Terms(graceDays, 90, null), status,
        BigDecimal.ZERO));
    return id;
  }

  private long promised(String amount, String promisedFor) {
    return promised(amount, promisedFor, 2, TAKEN, Status.OPEN);
  }

  private String paid(String amount, String valueDate, String bookedAt) {
    return booked(Type.PAYMENT, "A1", amount, "EUR", valueDate, bookedAt, null);
  }

  private String booked(Type type, String account, String amount, String currency, String valueDate, String bookedAt,
      String reverses) {
    String reference = "P" + entries.size();
    entries.add(new LedgerEntry(entries.size() + 1, account, type, reference, reverses, new BigDecimal(amount), null,
        currency, LocalDate.parse(valueDate), Instant.parse(bookedAt), 1L, 1L, null, null, null, InBooks.UNKNOWN));
    return reference;
  }

  private Map<Long, BigDecimal> matched() {
    return PromiseMatching.match(promises, entries, (promise, account) -> !account.equals(OTHER_ACCOUNT));
  }

  private void isPaid(long promise, String amount) {
    assertThat(matched().get(promise)).isEqualByComparingTo(amount);
  }

  @Test
  void moneyForAnAccountThatThePromiseIsNotAboutKeepsNone() {
    long promise = promised("100.00", "2007-09-10");

    booked(Type.PAYMENT, OTHER_ACCOUNT, "100.00", "EUR", "2007-09-05", "2007-09-05T10:00:00Z", null);
    isPaid(promise, "0");
    paid("40.00", "2007-09-05", "2007-09-05T10:00:00Z");
    isPaid(promise, "40");
  }

  @Test
  void theEarliestDayIsPaidFirstAndNoMoneyCountsTwice() {
    long later = promised("100.00", "2007-09-20");
    long earlier = promised("100.00", "2007-09-10");

    paid("150.00", "2007-09-05", "2007-09-05T10:00:00Z");

    isPaid(earlier, "100");
    isPaid(later, "50");
  }

  @Test
  void moreThanWasPromisedIsNotCounted() {
    long promise = promised("100.00", "2007-09-10");

    paid("250.00", "2007-09-05", "2007-09-05T10:00:00Z");

    isPaid(promise, "100");
  }

  @Test
  void whatWasBookedBeforeThePromiseDoesNotCountForIt() {
    long promise = promised("100.00", "2007-09-10");

    paid("100.00", "2007-09-03", "2007-09-03T08:59:59Z");
    isPaid(promise, "0");
    paid("40.00", "2007-09-02", "2007-09-03T09:00:00Z");
    isPaid(promise, "40");
  }

  @ParameterizedTest(name = "value date {0}: {1}")
  @CsvSource({"2007-09-10, 100", "2007-09-12, 100", "2007-09-13, 0"})
  void theValueDateDecidesWithTheDaysOfGrace(String valueDate, String counted) {
    long promise = promised("100.00", "2007-09-10");

    paid("100.00", valueDate, "2007-09-14T10:00:00Z");

    isPaid(promise, counted);
  }

  @Test
  void whatComesTooLateForOnePromiseCountsForTheNext() {
    long over = promised("100.00", "2007-09-10");
    long running = promised("80.00", "2007-09-30");

    paid("80.00", "2007-09-20", "2007-09-20T10:00:00Z");

    isPaid(over, "0");
    isPaid(running, "80");
  }

  @ParameterizedTest
  @EnumSource(value = Type.class, names = {"REVERSAL", "CHARGEBACK"})
  void whatIsTakenBackIsUnmatchedAndTheRestMatchedAnew(Type type) {
    long first = promised("100.00", "2007-09-10");
    long second = promised("100.00", "2007-09-20");
    String bounced = paid("100.00", "2007-09-05", "2007-09-05T10:00:00Z");
    paid("70.00", "2007-09-06", "2007-09-06T10:00:00Z");
    isPaid(second, "70");

    booked(type, "A1", "100.00", "EUR", "2007-09-07", "2007-09-07T10:00:00Z", bounced);

    isPaid(first, "70");
    isPaid(second, "0");
  }

  @Test
  void aReversalOfAnotherAmountOrAccountUndoesNothing() {
    long promise = promised("100.00", "2007-09-10");
    String payment = paid("100.00", "2007-09-05", "2007-09-05T10:00:00Z");

    booked(Type.REVERSAL, "A1", "99.00", "EUR", "2007-09-07", "2007-09-07T10:00:00Z", payment);
    booked(Type.REVERSAL, "A2", "100.00", "EUR", "2007-09-07", "2007-09-07T10:00:00Z", payment);

    isPaid(promise, "100");
  }

  @Test
  void anotherCurrencyAndPromisesThatDoNotRunGetNothing() {
    long promise = promised("100.00", "2007-09-10");
    promised("100.00", "2007-09-09", 2, TAKEN, Status.PROPOSED);
    promised("100.00", "2007-09-09", 2, TAKEN, Status.REJECTED);
    promised("100.00", "2007-09-09", 2, TAKEN, Status.CANCELLED);
    booked(Type.PAYMENT, "A1", "100.00", "GBP", "2007-09-05", "2007-09-05T10:00:00Z", null);
    isPaid(promise, "0");

    paid("60.00", "2007-09-05", "2007-09-05T10:00:00Z");

    assertThat(matched()).containsOnlyKeys(promise);
    isPaid(promise, "60");
  }

  @ParameterizedTest(name = "{0} of 100 paid on {1}: {2}")
  @CsvSource({"100.00, 2007-09-04, KEPT", "99.99, 2007-09-04, OPEN", "0.00, 2007-09-12, OPEN",
      "95.00, 2007-09-12, OPEN",
      "90.00, 2007-09-13, KEPT", "89.99, 2007-09-13, PARTLY_KEPT", "0.01, 2007-09-13, PARTLY_KEPT",
      "0.00, 2007-09-13, BROKEN"})
  void allAtOnceOrEnoughInTheEnd(BigDecimal paid, LocalDate today, Status status) {
    promised("100.00", "2007-09-10");

    assertThat(promises.get(0).judged(paid, today)).isEqualTo(status);
  }
}
