package io.remit.legal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a court dossier tells about a case: facts only, in the order in which they are to be printed. Texts may be null
 * where nothing is known.
 *
 * @param caseNumber letters, digits and {@code -}
 * @param asOf the business date on which the facts were true; printed as the dossier's date
 * @param currency ISO 4217 code, of all amounts
 * @param ledger payments and reversals, oldest first
 * @param contacts oldest first
 * @param promises oldest first
 */
public record DossierContent(String caseNumber, LocalDate asOf, String currency, Debtor debtor, List<Account> accounts,
    List<LedgerEntry> ledger, List<Contact> contacts, List<Promise> promises) {

  public DossierContent {
    accounts = List.copyOf(accounts);
    ledger = List.copyOf(ledger);
    contacts = List.copyOf(contacts);
    promises = List.copyOf(promises);
  }

  /** What is still owed on all accounts together. */
  public BigDecimal totalOutstanding() {
    return accounts.stream().map(Account::outstandingAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What is overdue on all accounts together. */
  public BigDecimal totalOverdue() {
    return accounts.stream().map(Account::overdueAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The person or company that owes. */
  public record Debtor(String debtorId, String name, @Nullable String address, @Nullable String city,
      @Nullable String country, @Nullable String phone, @Nullable String email) {
  }

  /** One debt, and what is owed on it. */
  public record Account(String accountNumber, String product, LocalDate oldestDueDate, BigDecimal overdueAmount,
      BigDecimal outstandingAmount) {
  }

  /**
   * One entry of the ledger: money that came in or went out again, a fee, a waiver.
   *
   * @param type such as {@code PAYMENT} or {@code REVERSAL}
   * @param amount above zero, whatever the type; only a correction that lowers the debt is below zero
   */
  public record LedgerEntry(LocalDate valueDate, String type, String accountNumber, String reference,
      BigDecimal amount) {
  }

  /**
   * One try to reach the debtor.
   *
   * @param channel such as {@code LETTER}
   * @param outcome what came of it
   */
  public record Contact(Instant at, String channel, String outcome) {
  }

  /** A payment that the debtor promised, and what became of the promise. */
  public record Promise(LocalDate takenOn, LocalDate promisedFor, BigDecimal amount, String status) {
  }
}
