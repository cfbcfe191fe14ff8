package io.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

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

  /** EUR 100.00 outstanding, of which 60.00 overdue, said on {@link #DAY} after the tenth entry. */
  private static final Account ACCOUNT = account("100.00", "60.00", DAY.minusDays(30));

  private static Account account(String outstanding, String overdue, LocalDate dueDate) {
    BigDecimal owed = new BigDecimal(outstanding);
    BigDecimal due = new BigDecimal(overdue);
    return new Account("A1", "D1", "C1", "LOAN", "EUR", owed, due, DAY, ENTRIES_IN_SNAPSHOT, owed, due, dueDate, false,
        1);
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
        Instant.EPOCH, 1L, id, null, null);
  }

  private static Balance balance(String outstanding, String overdue) {
    return new Balance(new BigDecimal(outstanding), new BigDecimal(overdue));
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
        .isEqualTo(balance("97.00", "57.00"));
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

  /** Payments around the day of the snapshot, some of them reversed. */
  private static List<LedgerEntry> movements(int payments, Random random) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (int number = 0; number < payments; number++) {
      String amount = BigDecimal.valueOf(random.nextInt(5000) + 1, 2).toPlainString();
      LocalDate day = DAY.plusDays(random.nextInt(5) - 2);
      entries.add(payment(entries.size() + 1, "P" + number, amount, day));
      if (random.nextBoolean()) {
        entries.add(reversal(entries.size() + 1, "R" + number, "P" + number, amount, day.plusDays(random.nextInt(2))));
      }
    }
    return entries;
  }

  private static BigDecimal counted(List<LedgerEntry> entries) {
    BigDecimal paid = BigDecimal.ZERO;
    for (LedgerEntry entry : entries) {
      boolean afterSnapshot = entry.valueDate().isAfter(DAY)
          || entry.valueDate().equals(DAY) && entry.entryId() > ENTRIES_IN_SNAPSHOT;
      if (afterSnapshot) {
        paid = entry.type() == Type.PAYMENT ? paid.add(entry.amount()) : paid.subtract(entry.amount());
      }
    }
    return paid;
  }
}
