package io.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.ledger.Allocation.Part;
import io.remit.ledger.LedgerEntry.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is owed follows from the last snapshot and the ledger. */
class BalanceTest {

  private static final LocalDate DAY = LocalDate.of(2007, 9, 3);
  private static final int ENTRIES_IN_SNAPSHOT = 10;

  /** EUR 100.00 outstanding, 60.00 of it overdue, at the end of the day before {@link #DAY}; told after ten entries. */
  private static final Account ACCOUNT = account("100.00", "60.00", DAY.minusDays(30));

  private static Account account(String outstanding, String overdue, LocalDate dueDate) {
    BigDecimal owed = new BigDecimal(outstanding);
    BigDecimal due = new BigDecimal(overdue);
    Statement statement =
        new Statement(owed, due, null, DAY.minusDays(1), true, DAY, ENTRIES_IN_SNAPSHOT, Statement.Fit.NONE);
    return Account.of("A1", "D1", "LOAN", "EUR", statement, dueDate, 1);
  }

  private static LedgerEntry payment(long id, String reference, String amount, LocalDate day) {
    return entry(id, Type.PAYMENT, reference, null, amount, "EUR", day);
  }

  private static LedgerEntry reversal(long id, String reference, String reverses, String amount, LocalDate day) {
    return entry(id, Type.REVERSAL, reference, reverses, amount, "EUR", day);
  }

  private static LedgerEntry entry(long id, Type type, String reference, String reverses, String amount,
      String currency, LocalDate day) {
    return new LedgerEntry(id, "A1", type, reference, reverses, new BigDecimal(amount), null, currency, day,
        Instant.EPOCH, 1L, id, null, null, new BookingDay(day, true), InBooks.UNKNOWN);
  }

  private static Balance balance(String outstanding, String overdue) {
    return new Balance(new BigDecimal(outstanding), new BigDecimal(overdue), null);
  }

  @Test
  void withoutMovementsTheSnapshotStands() {
    assertThat(Balance.of(ACCOUNT, List.of())).isEqualTo(balance("100.00", "60.00"));
  }

  @Test
  void aPaymentPaysWhatIsOverdueFirst() {
    assertThat(Balance.of(ACCOUNT, List.of(payment(11, "P1", "45.50", DAY)))).isEqualTo(balance("54.50", "14.50"));
    assertThat(Balance.of(ACCOUNT, List.of(payment(11, "P1", "80.00", DAY))).overdue()).isEqualByComparingTo("0");
    assertThat(Balance.of(ACCOUNT, List.of(payment(11, "P1", "120.00", DAY))).outstanding())
        .as("overpaid").isEqualByComparingTo("-20.00");
  }

  @Test
  void whatTheSnapshotContainsDoesNotCountAgain() {
    assertThat(Balance.of(ACCOUNT, List.of(payment(11, "P1", "10.00", DAY.minusDays(1)),
        payment(10, "P2", "20.00", DAY), payment(11, "P3", "1.00", DAY), payment(12, "P4", "2.00", DAY.plusDays(1)))))
        .isEqualTo(balance("77.00", "37.00"));
  }

  @Test
  void aReversalUndoesItsPayment() {
    assertThat(Balance.of(ACCOUNT, List.of(payment(11, "P1", "45.50", DAY), reversal(12, "R1", "P1", "45.50", DAY))))
        .isEqualTo(balance("100.00", "60.00"));
  }

  @Test
  void moneyThatTheSnapshotCountedAndThatGoesBackIsOwedAndOverdueAgain() {
    assertThat(Balance.of(ACCOUNT, List.of(payment(5, "P1", "45.50", DAY.minusDays(5)),
        reversal(12, "R1", "P1", "45.50", DAY.plusDays(1))))).isEqualTo(balance("145.50", "105.50"));
  }

  @Test
  void aReversalOfNothingThatIsKnownWaits() {
    assertThat(Balance.of(ACCOUNT, List.of(reversal(12, "R1", "P1", "45.50", DAY))))
        .isEqualTo(balance("100.00", "60.00"));
    assertThat(Balance.of(ACCOUNT, List.of(payment(11, "P1", "45.00", DAY), reversal(12, "R1", "P1", "45.50", DAY))))
        .as("of another amount").isEqualTo(balance("55.00", "15.00"));
  }

  @Test
  void anotherCurrencyDoesNotCount() {
    assertThat(Balance.of(ACCOUNT, List.of(entry(11, Type.PAYMENT, "P1", null, "45.00", "USD", DAY))))
        .isEqualTo(balance("100.00", "60.00"));
  }

  @Test
  void whatWasNotDueAtTheSnapshotDoesNotBecomeOverdueByPayments() {
    Account notDue = account("100.00", "0.00", DAY);

    assertThat(Balance.of(notDue, List.of(payment(11, "P1", "30.00", DAY)))).isEqualTo(balance("70.00", "0.00"));
    assertThat(Balance.of(notDue, List.of(payment(5, "P1", "30.00", DAY.minusDays(1)),
        reversal(12, "R1", "P1", "30.00", DAY)))).isEqualTo(balance("130.00", "0.00"));
  }

  @Property(tries = 1000)
  void inWhateverOrderTheSameEntriesAreReadTheBalanceIsTheSame(@ForAll @IntRange(max = 12) int payments,
      @ForAll Random random) {
    List<LedgerEntry> entries = movements(payments, random);
    Balance inOrder = Balance.of(ACCOUNT, entries);

    List<LedgerEntry> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, random);

    assertThat(Balance.of(ACCOUNT, shuffled)).isEqualTo(inOrder);
    assertThat(inOrder.overdue()).isNotNegative();
    assertThat(inOrder.outstanding()).isEqualTo(new BigDecimal("100.00").subtract(counted(entries)));
  }

  @Property(tries = 1000)
  void duplicatedAndShuffledTheEntriesGiveTheSameBalanceAndTheSameAllocation(@ForAll @IntRange(max = 8) int payments,
      @ForAll Random random) {
    List<LedgerEntry> entries = movements(payments, random);
    entries.add(entry(50, Type.FEE, "F1", null, "12.34", "EUR", DAY.plusDays(1)));
    entries.add(entry(51, Type.INTEREST, "I1", null, "0.66", "EUR", DAY.plusDays(2)));
    entries.add(entry(52, Type.WAIVER, "W1", null, "5.00", "EUR", DAY.plusDays(3)));
    Balance inOrder = Balance.of(ACCOUNT, entries);
    Allocation allocated = Allocation.of(ACCOUNT, entries, List.of(Part.FEE, Part.INTEREST, Part.PRINCIPAL));

    List<LedgerEntry> shuffled = new ArrayList<>(entries);
    shuffled.addAll(entries);
    Collections.shuffle(shuffled, random);

    assertThat(Balance.of(ACCOUNT, shuffled)).isEqualTo(inOrder);
    assertThat(Allocation.of(ACCOUNT, shuffled, List.of(Part.FEE, Part.INTEREST, Part.PRINCIPAL)))
        .isEqualTo(allocated);
    Allocation.Parts owed = allocated.owed();
    assertThat(owed.fees().add(owed.interest()).add(owed.principal())).isEqualTo(inOrder.outstanding());
    assertThat(owed.fees()).isNotNegative();
    assertThat(owed.interest()).isNotNegative();
    assertThat(Balance.outstandingOn(DAY.plusDays(30), ACCOUNT, shuffled)).contains(inOrder.outstanding());
  }

  @Test
  void theBalanceOfAPastDayFollowsFromTheStatementBeforeIt() {
    List<LedgerEntry> entries = List.of(
        snapshot(1, "200.00", DAY.minusDays(30)),
        payment(2, "P1", "50.00", DAY.minusDays(20)),
        payment(3, "P2", "10.00", DAY.minusDays(30)),
        payment(9, "late", "30.00", DAY.minusDays(10)),
        snapshot(10, "100.00", DAY.minusDays(1)),
        payment(11, "P3", "40.00", DAY.plusDays(2)));

    assertThat(Balance.outstandingOn(DAY.minusDays(31), ACCOUNT, entries)).isEmpty();
    assertThat(Balance.outstandingOn(DAY.minusDays(30), ACCOUNT, entries)).contains(new BigDecimal("200.00"));
    assertThat(Balance.outstandingOn(DAY.minusDays(20), ACCOUNT, entries)).contains(new BigDecimal("150.00"));
    assertThat(Balance.outstandingOn(DAY.minusDays(2), ACCOUNT, entries)).contains(new BigDecimal("120.00"));
    assertThat(Balance.outstandingOn(DAY.minusDays(1), ACCOUNT, entries)).contains(new BigDecimal("100.00"));
    assertThat(Balance.outstandingOn(DAY, ACCOUNT, entries)).contains(new BigDecimal("100.00"));
    assertThat(Balance.outstandingOn(DAY.plusDays(1), ACCOUNT, entries)).contains(new BigDecimal("100.00"));
    assertThat(Balance.outstandingOn(DAY.plusDays(2), ACCOUNT, entries)).contains(new BigDecimal("60.00"));
  }

  private static LedgerEntry snapshot(long id, String outstanding, LocalDate day) {
    return new LedgerEntry(id, "A1", Type.SNAPSHOT, null, null, new BigDecimal(outstanding),
        new BigDecimal(outstanding), "EUR", day, Instant.EPOCH, 1L, null, null, null, new BookingDay(day, true),
        InBooks.UNKNOWN);
  }

  /** Payments around the day of the snapshot, some of them reversed. */
  private static List<LedgerEntry> movements(int payments, Random random) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (int number = 0; number < payments; number++) {
      String amount = BigDecimal.valueOf(random.nextInt(5000) + 1, 2).toPlainString();
      LocalDate day = DAY.plusDays(random.nextInt(5) - 2);
      entries.add(payment(entries.size() + 1, "P" + number, amount, day));
      if (random.nextBoolean()) {
        Type kind = random.nextBoolean() ? Type.REVERSAL : Type.CHARGEBACK;
        entries.add(entry(entries.size() + 1, kind, "R" + number, "P" + number, amount, "EUR",
            day.plusDays(random.nextInt(2))));
      }
    }
    return entries;
  }

  private static BigDecimal counted(List<LedgerEntry> entries) {
    BigDecimal paid = BigDecimal.ZERO;
    for (LedgerEntry entry : entries) {
      if (!entry.bookingDay().day().isBefore(DAY)) {
        paid = entry.type() == Type.PAYMENT ? paid.add(entry.amount()) : paid.subtract(entry.amount());
      }
    }
    return paid;
  }
}
