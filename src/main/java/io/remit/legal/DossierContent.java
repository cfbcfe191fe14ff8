package io.remit.legal;

import io.remit.files.Attachment;
import io.remit.partner.DataField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a court dossier tells about a case: facts only, in the order in which they are to be printed.
 *
 * @param caseNumber letters, digits and {@code -}
 * @param asOf the business date on which the facts were true; printed as the dossier's date
 * @param currency ISO 4217 code, of all amounts
 * @param contacts oldest first, also those that the gate denied
 * @param letters oldest first
 * @param promises oldest first
 * @param evidence oldest first
 * @param attachments the files that go with it, each name once
 */
public record DossierContent(String caseNumber, LocalDate asOf, String currency, Debtor debtor, List<Account> accounts,
    List<Contact> contacts, List<Letter> letters, List<Promise> promises, List<Evidence> evidence,
    List<Attachment> attachments) {

  public DossierContent {
    accounts = List.copyOf(accounts);
    contacts = List.copyOf(contacts);
    letters = List.copyOf(letters);
    promises = List.copyOf(promises);
    evidence = List.copyOf(evidence);
    attachments = List.copyOf(attachments);
  }

  /**
   * The same for a law firm that may be told only some fields of debtors; what no suit can do without stays.
   *
   * @param allowed by the register of partners
   */
  public DossierContent toldTo(Set<DataField> allowed) {
    Debtor told = new Debtor(debtor.debtorId(), debtor.name(), debtor.address(), debtor.city(), debtor.country(),
        allowed.contains(DataField.PHONE) ? debtor.phone() : null,
        allowed.contains(DataField.EMAIL) ? debtor.email() : null);
    return new DossierContent(caseNumber, asOf, currency, told, accounts,
        allowed.contains(DataField.CONTACTS_SO_FAR) ? contacts : List.of(), letters, promises, evidence, attachments);
  }

  /** What is still owed on all accounts together. */
  public BigDecimal totalOutstanding() {
    return accounts.stream().map(Account::outstandingAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What is overdue on all accounts together. */
  public BigDecimal totalOverdue() {
    return accounts.stream().map(Account::overdueAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The person or company that owes, and only what may be used to reach them. */
  public record Debtor(String debtorId, String name, @Nullable String address, @Nullable String city,
      @Nullable String country, @Nullable String phone, @Nullable String email) {
  }

  /**
   * One debt, and what is owed on it.
   *
   * @param statedOn the last day whose bookings the creditor's last statement contains
   * @param ledger oldest first; its last line has the outstanding amount
   */
  public record Account(String accountNumber, String product, LocalDate oldestDueDate, LocalDate statedOn,
      BigDecimal overdueAmount, BigDecimal outstandingAmount, List<LedgerLine> ledger) {

    public Account {
      ledger = List.copyOf(ledger);
    }

    /** Whether what was booked and stated comes to what is outstanding, without a line that only says so. */
    public boolean addsUp() {
      return ledger.isEmpty() ? outstandingAmount.signum() == 0
          : !ledger.get(ledger.size() - 1).type().equals(RunningBalance.BALANCE);
    }
  }

  /**
   * One line of an account: money that came in or went out again, a fee, a waiver, or the creditor's own statement.
   *
   * @param type such as {@code PAYMENT}, or {@code STATEMENT}, or {@code BALANCE} for what is owed in the end
   * @param change by how much it changes what is owed, below zero for a payment; null where the creditor states it
   * @param balance what is owed after it; null before the creditor's first statement
   */
  public record LedgerLine(LocalDate day, String type, @Nullable String reference, @Nullable BigDecimal change,
      @Nullable BigDecimal balance) {
  }

  /**
   * One try to reach the debtor.
   *
   * @param channel such as {@code LETTER}
   * @param person whom it was to reach, such as {@code DEBTOR}
   * @param outcome what came of it
   * @param allowed what the gate said at that moment; null if it was not asked
   * @param rule the rule by which it said so
   */
  public record Contact(Instant at, String channel, String person, String outcome, @Nullable Boolean allowed,
      String rule) {
  }

  /**
   * A letter that was sent.
   *
   * @param text which text it was, with its version
   * @param file the attachment that it is; null if it was not kept
   */
  public record Letter(Instant at, String text, String outcome, @Nullable String file) {
  }

  /** A payment that the debtor promised, and what became of the promise. */
  public record Promise(LocalDate takenOn, LocalDate promisedFor, BigDecimal amount, String status) {
  }

  /**
   * A document that somebody showed.
   *
   * @param keptAt where it lies
   * @param verdict what a second person found; null if nobody has looked at it
   */
  public record Evidence(LocalDate receivedOn, String kind, String issuer, @Nullable String documentNumber,
      String keptAt, @Nullable String verdict) {
  }
}
