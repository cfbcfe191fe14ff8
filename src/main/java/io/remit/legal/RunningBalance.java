package io.remit.legal;

import io.remit.ledger.Account;
import io.remit.ledger.Balance;
import io.remit.ledger.LedgerEntry;
import io.remit.legal.DossierContent.LedgerLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of an account as a court reads it: by value date, each line with what is owed after it. The creditor's
 * statements stand in it where they say something else than the lines before them add up to, so that the lines can be
 * added up between one statement and the next; the last line has what is owed now, also where money is on its way.
 */
final class RunningBalance {

  private static final String STATEMENT = "STATEMENT";
  /** A line that says what is owed in the end where the lines before it come to something else. */
  static final String BALANCE = "BALANCE";

  private final Account account;
  private final List<LedgerEntry> entries;
  private final List<LedgerLine> lines = new ArrayList<>();
  private @Nullable BigDecimal balance;

  private RunningBalance(Account account, List<LedgerEntry> entries) {
    this.account = account;
    this.entries = entries;
  }

  /**
   * @param entries all of the account, with the creditor's statements, in the order of booking
   * @param today the day of the dossier
   */
  static List<LedgerLine> of(Account account, List<LedgerEntry> entries, LocalDate today) {
    RunningBalance running = new RunningBalance(account, entries);
    Map<LocalDate, List<LedgerEntry>> byDay = entries.stream().filter(entry -> !entry.valueDate().isAfter(today))
        .collect(Collectors.groupingBy(LedgerEntry::valueDate, TreeMap::new, Collectors.toList()));
    byDay.forEach(running::addDay);
    running.endsWith(today, BALANCE, account.outstandingAmount());
    return running.lines;
  }

  private void addDay(LocalDate day, List<LedgerEntry> booked) {
    for (LedgerEntry entry : booked) {
      if (entry.type() != LedgerEntry.Type.SNAPSHOT) {
        balance = balance == null ? null : balance.add(entry.effect());
        lines.add(new LedgerLine(day, entry.type().name(), entry.reference(), entry.effect(), balance));
      }
    }
    Balance.outstandingOn(day, account, entries).ifPresent(owed -> endsWith(day, STATEMENT, owed));
  }

  private void endsWith(LocalDate day, String type, BigDecimal owed) {
    if (balance == null || balance.compareTo(owed) != 0) {
      balance = owed;
      lines.add(new LedgerLine(day, type, null, null, owed));
    }
  }
}
