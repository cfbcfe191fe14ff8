package io.remit.legal;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.ledger.Account;
import io.remit.ledger.BookingDay;
import io.remit.ledger.InBooks;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.LedgerEntry.Type;
import io.remit.ledger.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningBalanceTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

  private long entries;

  @Test
  void eachLineHasWhatIsOwedAfterIt() {
    List<LedgerEntry> booked = List.of(statement("2026-01-31", "300"), entry("2026-02-03", Type.PAYMENT, "P-1", "100"),
        entry("2026-02-05", Type.FEE, "F-1", "5"), reversal("2026-02-09", "R-1", "P-1", "100"));

    assertThat(lines(accountOf("2026-01-31", "300", "305"), booked)).containsExactly(
        "2026-01-31 STATEMENT null 300", "2026-02-03 PAYMENT -100 200", "2026-02-05 FEE 5 205",
        "2026-02-09 REVERSAL 100 305");
  }

  @Test
  void whereTheCreditorsBooksSayOtherwiseTheirStatementStandsInIt() {
    List<LedgerEntry> booked = List.of(statement("2026-01-31", "300"), entry("2026-02-03", Type.PAYMENT, "P-1", "100"),
        statement("2026-02-15", "180"), entry("2026-02-20", Type.PAYMENT, "P-2", "30"));

    assertThat(lines(accountOf("2026-02-15", "180", "150"), booked)).containsExactly(
        "2026-01-31 STATEMENT null 300", "2026-02-03 PAYMENT -100 200", "2026-02-15 STATEMENT null 180",
        "2026-02-20 PAYMENT -30 150");
  }

  @Test
  void aPaymentFromBeforeTheFirstStatementHasNoBalance() {
    List<LedgerEntry> booked = List.of(entry("2026-01-03", Type.PAYMENT, "P-1", "100"), statement("2026-01-31", "300"));

    assertThat(lines(accountOf("2026-01-31", "300", "300"), booked)).containsExactly(
        "2026-01-03 PAYMENT -100 null", "2026-01-31 STATEMENT null 300");
  }

  @Test
  void theLastLineIsWhatIsOwedNowWhateverIsInTheLedger() {
    assertThat(lines(accountOf("2026-01-31", "300", "270"), List.of(statement("2026-01-31", "300"),
        entry("2026-03-05", Type.PAYMENT, "P-1", "30")))).endsWith("2026-03-02 BALANCE null 270");
    assertThat(lines(accountOf("2026-01-31", "300", "300"), List.of())).containsExactly("2026-03-02 BALANCE null 300");
  }

  private static List<String> lines(Account account, List<LedgerEntry> entries) {
    return RunningBalance.of(account, entries, TODAY).stream()
        .map(line -> line.day() + " " + line.type() + " " + line.change() + " " + line.balance()).toList();
  }

  private static Account accountOf(String asOf, String stated, String outstanding) {
    LocalDate day = LocalDate.parse(asOf);
    Statement statement = new Statement(new BigDecimal(stated), new BigDecimal(stated), null, day, true, day, 0,
        Statement.Fit.AS_DATED);
    return new Account("L-1", "D-1", "100001", "LOAN", "EUR", statement, new BigDecimal(outstanding),
        new BigDecimal(outstanding), null, LocalDate.parse("2025-08-01"), null, false, 1);
  }

  private LedgerEntry statement(String day, String amount) {
    return entry(day, Type.SNAPSHOT, null, null, amount);
  }

  private LedgerEntry entry(String day, Type type, String reference, String amount) {
    return entry(day, type, reference, null, amount);
  }

  private LedgerEntry reversal(String day, String reference, String reverses, String amount) {
    return entry(day, Type.REVERSAL, reference, reverses, amount);
  }

  private LedgerEntry entry(String day, Type type, String reference, String reverses, String amount) {
    LocalDate date = LocalDate.parse(day);
    return new LedgerEntry(++entries, "L-1", type, reference, reverses, new BigDecimal(amount), null, "EUR", date,
        Instant.parse(day + "T10:00:00Z"), 1L, 1L, null, null, new BookingDay(date, true), InBooks.UNKNOWN);
  }
}
