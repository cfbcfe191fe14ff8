package io.remit.payment;

import io.remit.ledger.LedgerEntry;
import io.remit.ledger.LedgerRepository;
import io.remit.statement.BankReferences;
import io.remit.statement.BankTransaction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the payments that the bank takes back. */
@Component
class ReturnedPayments {

  /** A direct debit without a mandate can be returned for 13 months (SEPA Direct Debit Core Rulebook, 4.3). */
  private static final int MONTHS_OF_RETURN = 14;

  private final BankMovementRepository movements;
  private final LedgerRepository ledger;
  private final PaymentCandidates search;

  ReturnedPayments(BankMovementRepository movements, LedgerRepository ledger, PaymentCandidates search) {
    this.movements = movements;
    this.ledger = ledger;
    this.search = search;
  }

  /**
   * The payment of this amount that goes back: the one that its side or the bank calls as the return does, else the
   * newest on the account that the return names for certain.
   *
   * @return all parts into which that payment was divided; none if it is not certain which it was
   */
  List<LedgerEntry> certain(BankTransaction told) {
    List<List<LedgerEntry>> called = calledAlike(told).map(ledger::paymentsOf)
        .filter(parts -> fits(parts, told.amount(), told.currency())).toList();
    if (!called.isEmpty()) {
      Set<Set<String>> accounts = called.stream().map(ReturnedPayments::accountsOf).collect(Collectors.toSet());
      return accounts.size() == 1 ? called.get(0) : List.of();
    }
    return search.match(told).certain()
        .map(target -> newest(List.copyOf(target.accountNumbers()), told.amount(), told.currency(),
            told.bookingDate())).orElse(List.of());
  }

  private Stream<String> calledAlike(BankTransaction told) {
    BankReferences references = told.references();
    List<String> byBank = Stream.concat(Stream.ofNullable(references.bank()), references.others().stream()).toList();
    List<BankMovement> byPayer = references.endToEnd() == null ? List.of()
        : movements.paymentsCalled(references.endToEnd());
    return Stream.concat(byPayer.stream(), movements.paymentsOfBank(byBank).stream()).map(BankMovement::reference)
        .distinct();
  }

  private static Set<String> accountsOf(List<LedgerEntry> parts) {
    return parts.stream().map(LedgerEntry::accountNumber).collect(Collectors.toSet());
  }

  /**
   * The newest payment of an amount to one of some accounts, with all its parts; else the part of one on these accounts
   * that has just this amount.
   */
  List<LedgerEntry> newest(List<String> accountNumbers, BigDecimal amount, String currency, LocalDate returnedOn) {
    List<LedgerEntry> onAccounts = takeable(accountNumbers, returnedOn);
    Map<String, List<LedgerEntry>> wholes = new LinkedHashMap<>();
    onAccounts.forEach(part -> wholes.computeIfAbsent(wholeOf(part), ledger::paymentsOf));
    Predicate<List<LedgerEntry>> fits = parts -> fits(parts, amount, currency);
    return wholes.values().stream().filter(fits).findFirst()
        .orElseGet(() -> onAccounts.stream().map(List::of).filter(fits).findFirst().orElse(List.of()));
  }

  /** What was paid on an account and can still be taken back, in its currency. */
  BigDecimal takeableOn(String accountNumber, LocalDate returnedOn) {
    return takeable(List.of(accountNumber), returnedOn).stream().map(LedgerEntry::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<LedgerEntry> takeable(List<String> accountNumbers, LocalDate returnedOn) {
    LocalDate since = returnedOn.minusMonths(MONTHS_OF_RETURN);
    return ledger.movementsOf(accountNumbers).stream().filter(entry -> entry.type() == LedgerEntry.Type.PAYMENT)
        .filter(entry -> !entry.valueDate().isBefore(since) && !ledger.isUndone(entry))
        .sorted(Comparator.comparing(LedgerEntry::valueDate).thenComparing(LedgerEntry::entryId).reversed()).toList();
  }

  private static String wholeOf(LedgerEntry part) {
    int at = part.ownReference().lastIndexOf(LedgerRepository.PART);
    return at > 0 && part.ownReference().substring(at + 1).matches("[0-9]+") ? part.ownReference().substring(0, at)
        : part.ownReference();
  }

  private boolean fits(List<LedgerEntry> parts, BigDecimal amount, String currency) {
    BigDecimal sum = parts.stream().map(LedgerEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.compareTo(amount) == 0
        && parts.stream().allMatch(part -> part.currency().equals(currency) && !ledger.isUndone(part));
  }
}
