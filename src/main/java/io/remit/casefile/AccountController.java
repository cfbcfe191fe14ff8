package io.remit.casefile;

import io.remit.cases.BusinessCalendar;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.Allocation;
import io.remit.ledger.AllocationOrder;
import io.remit.ledger.Balance;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.LedgerRepository;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What is and was owed on one account, for staff. */
@RestController
@RequestMapping("/api/accounts")
@Tag(name = "Accounts")
class AccountController {

  private final AccountRepository accounts;
  private final LedgerRepository ledger;
  private final AllocationOrder order;
  private final BusinessCalendar calendar;

  AccountController(AccountRepository accounts, LedgerRepository ledger, AllocationOrder order,
      BusinessCalendar calendar) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.order = order;
    this.calendar = calendar;
  }

  /**
   * What was outstanding at the end of a day.
   *
   * @param outstandingAmount below zero if the account was overpaid
   */
  record BalanceOnDay(String accountNumber, LocalDate on, String currency, BigDecimal outstandingAmount) {
  }

  /**
   * An account with all that was booked on it, oldest booking first.
   *
   * @param outstandingAmount below zero if it is overpaid, which is never collected
   * @param owed what it is made of since the creditor's last statement
   * @param booksAsOf the last day whose bookings that statement contains whole
   * @param uncertainUntil the last day on which nobody is asked for these amounts, as they may be wrong; or null
   */
  record AccountLedger(String accountNumber, String product, String currency, BigDecimal outstandingAmount,
      Allocation.Parts owed, LocalDate booksAsOf, @Nullable LocalDate uncertainUntil, List<Line> entries) {
  }

  /**
   * One entry of the ledger.
   *
   * @param effect by how much it changed what is owed; a snapshot states what is owed and has none
   * @param bookingDate when the bank or the creditor booked it; null if nobody told
   * @param inBooksFrom of what Remit booked itself: from when the creditor's books show it; null if the creditor has
   *     not said
   * @param paid what it went to, if it lowered the debt since the creditor's last statement; else null
   */
  record Line(LedgerEntry.Type type, @Nullable String reference, @Nullable String reverses, BigDecimal amount,
      BigDecimal effect, LocalDate valueDate, @Nullable LocalDate bookingDate, Instant bookedAt,
      @Nullable Long fileId, @Nullable Long line, @Nullable String actor, @Nullable String reason,
      @Nullable LocalDate inBooksFrom, Allocation.@Nullable Parts paid) {
  }

  @GetMapping({"/{accountNumber}/balance", "/balance"})
  @Operation(summary = "What was outstanding at the end of a day, by value dates and by what is known now")
  BalanceOnDay balance(@PathVariable(name = "accountNumber", required = false) @Nullable String inPath,
      @RequestParam(required = false) @Nullable String account, @RequestParam LocalDate on) {
    String accountNumber = IdInAddress.of(inPath, account, "account");
    if (on.isAfter(calendar.today())) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "on: is ahead of today");
    }
    Account found = find(accountNumber);
    return Balance.outstandingOn(on, found, ledger.ofAccount(accountNumber))
        .map(outstanding -> new BalanceOnDay(accountNumber, on, found.currency(), outstanding))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
            "the creditor had told nothing of this account by that day"));
  }

  @GetMapping({"/{accountNumber}/ledger", "/ledger"})
  @Operation(summary = "What was booked on an account, and what each payment went to")
  AccountLedger ledger(@PathVariable(name = "accountNumber", required = false) @Nullable String inPath,
      @RequestParam(required = false) @Nullable String account) {
    String accountNumber = IdInAddress.of(inPath, account, "account");
    Account found = find(accountNumber);
    List<LedgerEntry> entries = ledger.ofAccount(accountNumber);
    Allocation allocation = Allocation.of(found, entries, order.forProduct(found.product()));
    Map<String, Allocation.Parts> paid = allocation.shares().stream()
        .collect(Collectors.toMap(Allocation.Share::reference, Allocation.Share::parts));
    return new AccountLedger(accountNumber, found.product(), found.currency(), found.outstandingAmount(),
        allocation.owed(), found.statement().asOf(), found.uncertainUntil(),
        entries.stream().map(entry -> line(entry, paid)).toList());
  }

  private static Line line(LedgerEntry entry, Map<String, Allocation.Parts> paid) {
    return new Line(entry.type(), entry.reference(), entry.reverses(), entry.amount(), entry.effect(),
        entry.valueDate(), entry.storedBookingDay().told() ? entry.storedBookingDay().day() : null, entry.bookedAt(),
        entry.fileId(), entry.line(), entry.actor(), entry.reason(), entry.inBooks().from(),
        entry.reference() == null ? null : paid.get(entry.reference()));
  }

  private Account find(String accountNumber) {
    return accounts.find(accountNumber)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such account"));
  }
}
