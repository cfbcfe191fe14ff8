package io.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.remit.ledger.Allocation.Part;
import io.remit.ledger.Allocation.Parts;
import io.remit.ledger.Allocation.Share;
import io.remit.ledger.LedgerEntry.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What payments go to: within an account by the order of its parts, over accounts by their due dates. */
class AllocationTest {

  private static final LocalDate DAY = LocalDate.of(2007, 9, 3);
  private static final List<Part> FEES_FIRST = List.of(Part.FEE, Part.INTEREST, Part.PRINCIPAL);
  private static final List<Part> PRINCIPAL_FIRST = List.of(Part.PRINCIPAL, Part.INTEREST, Part.FEE);

  private static Account account(String number, String outstanding, String overdue, LocalDate dueDate) {
    BigDecimal owed = new BigDecimal(outstanding);
    BigDecimal due = new BigDecimal(overdue);
    Statement statement = new Statement(owed, due, null, DAY, true, DAY, 0, Statement.Fit.NONE);
    return Account.of(number, "D1", "LOAN", "EUR", statement, dueDate, 1);
  }

  private static LedgerEntry booked(long id, Type type, String reference, String reverses, String amount, int day) {
    return new LedgerEntry(id, "A1", type, reference, reverses, new BigDecimal(amount), null, "EUR", DAY.plusDays(day),
        Instant.EPOCH, null, null, "supervisor1", "because", new BookingDay(DAY.plusDays(day), true), InBooks.UNKNOWN);
  }

  private static Parts parts(String fees, String interest, String principal) {
    return new Parts(new BigDecimal(fees), new BigDecimal(interest), new BigDecimal(principal));
  }

  private static Allocation allocation(List<Part> order, LedgerEntry... entries) {
    return Allocation.of(account("A1", "100.00", "60.00", DAY.minusDays(30)), List.of(entries), order);
  }

  @Test
  void theOrderOfThePartsDecidesWhatAPaymentPaysFirst() {
    LedgerEntry fee = booked(1, Type.FEE, "F", null, "10.00", 1);
    LedgerEntry interest = booked(2, Type.INTEREST, "I", null, "5.00", 1);
    LedgerEntry payment = booked(3, Type.PAYMENT, "P", null, "12.00", 2);

    Allocation feesFirst = allocation(FEES_FIRST, fee, interest, payment);
    assertThat(feesFirst.owed()).isEqualTo(parts("0.00", "3.00", "100.00"));
    assertThat(feesFirst.shares()).containsExactly(new Share("P", parts("10.00", "2.00", "0.00")));

    Allocation principalFirst = allocation(PRINCIPAL_FIRST, fee, interest, payment);
    assertThat(principalFirst.owed()).isEqualTo(parts("10.00", "5.00", "88.00"));
    assertThat(principalFirst.shares()).containsExactly(new Share("P", parts("0.00", "0.00", "12.00")));
  }

  @Test
  void aPaymentPaysNoFeeOfALaterDayAsLongAsThereIsDebt() {
    assertThat(allocation(FEES_FIRST, booked(1, Type.FEE, "F", null, "10.00", 2),
        booked(2, Type.PAYMENT, "P", null, "12.00", 1)).owed()).isEqualTo(parts("10.00", "0.00", "88.00"));
  }

  @Test
  void whatWasPaidTooMuchPaysAFeeOfALaterDay() {
    assertThat(allocation(FEES_FIRST, booked(1, Type.PAYMENT, "P", null, "103.00", 1),
        booked(2, Type.FEE, "F", null, "10.00", 2)).owed()).isEqualTo(parts("7.00", "0.00", "0.00"));
    assertThat(allocation(FEES_FIRST, booked(1, Type.PAYMENT, "P", null, "130.00", 1)).owed())
        .isEqualTo(parts("0.00", "0.00", "-30.00"));
  }

  @Test
  void whatWasTakenBackWentToNothing() {
    Allocation undone = allocation(FEES_FIRST, booked(1, Type.FEE, "F", null, "10.00", 1),
        booked(2, Type.PAYMENT, "P", null, "12.00", 2), booked(3, Type.CHARGEBACK, "B", "P", "12.00", 3));

    assertThat(undone.owed()).isEqualTo(parts("10.00", "0.00", "100.00"));
    assertThat(undone.shares()).isEmpty();
  }

  @Test
  void waiversAndWriteOffsGoTheSameWay() {
    assertThat(allocation(FEES_FIRST, booked(1, Type.FEE, "F", null, "10.00", 1),
        booked(2, Type.WAIVER, "W", null, "4.00", 2), booked(3, Type.WRITE_OFF, "O", null, "20.00", 3),
        booked(4, Type.CORRECTION, "C", null, "-1.00", 4)).owed()).isEqualTo(parts("0.00", "0.00", "85.00"));
  }

  @Test
  void overAccountsWhatIsOverdueIsPaidOldestFirstThenTheRest() {
    Account oldest = account("A2", "100.00", "30.00", DAY.minusDays(60));
    Account younger = account("A1", "50.00", "50.00", DAY.minusDays(10));

    assertThat(divided("20.00", younger, oldest)).containsExactly(entry("A2", new BigDecimal("20.00")));
    assertThat(divided("40.00", younger, oldest)).containsExactly(entry("A2", new BigDecimal("30.00")),
        entry("A1", new BigDecimal("10.00")));
    assertThat(divided("100.00", younger, oldest)).containsExactly(entry("A2", new BigDecimal("50.00")),
        entry("A1", new BigDecimal("50.00")));
    assertThat(divided("160.00", younger, oldest)).as("overpaid").containsExactly(
        entry("A2", new BigDecimal("110.00")), entry("A1", new BigDecimal("50.00")));
  }

  @Test
  void whatTheDebtorAgreedToPayComesBeforeWhatWasDueFirst() {
    Account oldest = account("A2", "100.00", "100.00", DAY.minusDays(60));
    Account agreed = account("A1", "50.00", "50.00", DAY.minusDays(10));
    List<Account> both = List.of(oldest, agreed);

    assertThat(OldestDueFirst.divide(new BigDecimal("20.00"), both, DAY, Set.of("A1")))
        .containsExactly(entry("A1", new BigDecimal("20.00")));
    assertThat(OldestDueFirst.divide(new BigDecimal("80.00"), both, DAY, Set.of("A1")))
        .containsExactly(entry("A1", new BigDecimal("50.00")), entry("A2", new BigDecimal("30.00")));
    assertThat(OldestDueFirst.divide(new BigDecimal("80.00"), both, DAY, Set.of("A1", "A2")))
        .as("agreed on both").containsExactly(entry("A2", new BigDecimal("80.00")));
  }

  private static Map<String, BigDecimal> divided(String amount, Account... accounts) {
    return OldestDueFirst.divide(new BigDecimal(amount), List.of(accounts), DAY);
  }
}
