package io.remit.casefile;

import io.remit.ledger.Account;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.LedgerRepository;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was paid on the accounts of a case, and taken back, the newest first: for who decides on a matter. */
@Component
class PaymentsPart implements CaseFilePart {

  private static final int SHOWN_PAYMENTS = 10;

  private final LedgerRepository ledger;
  private final FormWords words;

  PaymentsPart(LedgerRepository ledger, FormWords words) {
    this.ledger = ledger;
    this.words = words;
  }

  private record Payments(List<PaymentRow> payments) {
  }

  /** One payment or what took it back. */
  private record PaymentRow(LocalDate on, String what, String account, String amount) {
  }

  @Override
  public Payments of(OpenedForm form) {
    return new Payments(form.decided() == null ? List.of() : rows(form.about().accounts()));
  }

  private List<PaymentRow> rows(List<Account> accounts) {
    return ledger.movementsOf(accounts.stream().map(Account::accountNumber).toList()).stream()
        .filter(entry -> entry.type() == LedgerEntry.Type.PAYMENT || entry.type().undoesPayment())
        .sorted(Comparator.comparing(LedgerEntry::valueDate).thenComparing(LedgerEntry::entryId).reversed())
        .limit(SHOWN_PAYMENTS).map(entry -> new PaymentRow(entry.valueDate(), words.of(entry.type()),
            entry.accountNumber(), FormWords.money(entry.currency(), entry.amount()))).toList();
  }
}
