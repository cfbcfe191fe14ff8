package io.remit.books;

import io.remit.ledger.AccountRepository;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the creditor was told of Remit's own bookings, and where the creditor's statements contradict it. */
@RestController
@RequestMapping(path = "/api/books", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Books")
class BooksController {

  private static final int MOST_CREDITS = 200;

  private final BooksExports exports;
  private final OwnBookingRepository bookings;
  private final Differences differences;
  private final AccountRepository accounts;

  BooksController(BooksExports exports, OwnBookingRepository bookings, Differences differences,
      AccountRepository accounts) {
    this.exports = exports;
    this.bookings = bookings;
    this.differences = differences;
    this.accounts = accounts;
  }

  @GetMapping("/exports")
  @Operation(summary = "The files that told the creditor what Remit booked itself, the newest first")
  List<BooksExport> exports() {
    return bookings.exports();
  }

  @PostMapping("/exports")
  @Operation(summary = "Tell the creditor now of what was booked and not told yet, also today")
  List<BooksExport> export() {
    List<Long> written = exports.writeNow().stream().toList();
    return bookings.exports().stream().filter(export -> written.contains(export.exportNumber())).toList();
  }

  @GetMapping("/differences")
  @Operation(summary = "Where the creditor's statements contradict Remit's own bookings, and nobody has decided")
  List<Map<String, Object>> differences() {
    return differences.open().stream().map(difference -> Map.<String, Object>of("number", difference.number(),
        "accountNumber", difference.accountNumber(), "reference", difference.reference(), "kind", difference.kind(),
        "asOf", difference.asOf(), "currency", difference.currency(), "stated", difference.stated(),
        "expected", difference.expected(), "foundAt", difference.foundAt())).toList();
  }

  @GetMapping("/credits")
  @Operation(summary = "Accounts in credit whose debtors owe something on others: somebody decides what it is for")
  List<Map<String, Object>> credits() {
    return accounts.inCreditBesideDebts(MOST_CREDITS).stream().map(account -> Map.<String, Object>of(
        "accountNumber", account.accountNumber(), "debtorId", account.debtorId(), "currency", account.currency(),
        "credit", account.outstandingAmount().negate())).toList();
  }
}
