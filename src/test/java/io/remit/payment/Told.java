package io.remit.payment;

import io.remit.statement.BankReferences;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import io.remit.statement.Payer;
import io.remit.statement.Remittance;
import io.remit.statement.ToldAmounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A movement for tests, fact by fact; what is not set is not told. */
record Told(Kind kind, String amount, LocalDate day, String account, String balance, String payer, String payerAccount,
    String text, String bank, String endToEnd) {

  static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  static Told payment(String amount) {
    return new Told(Kind.PAYMENT, amount, DAY, null, null, null, null, "", null, null);
  }

  Told day(LocalDate other) {
    return new Told(kind, amount, other, account, balance, payer, payerAccount, text, bank, endToEnd);
  }

  Told account(String own) {
    return new Told(kind, amount, day, own, balance, payer, payerAccount, text, bank, endToEnd);
  }

  Told balance(String after) {
    return new Told(kind, amount, day, account, after, payer, payerAccount, text, bank, endToEnd);
  }

  Told from(String name) {
    return new Told(kind, amount, day, account, balance, name, payerAccount, text, bank, endToEnd);
  }

  Told text(String written) {
    return new Told(kind, amount, day, account, balance, payer, payerAccount, written, bank, endToEnd);
  }

  Told bank(String reference) {
    return new Told(kind, amount, day, account, balance, payer, payerAccount, text, reference, endToEnd);
  }

  Told called(String reference) {
    return new Told(kind, amount, day, account, balance, payer, payerAccount, text, bank, reference);
  }

  Told of(Kind other) {
    return new Told(other, amount, day, account, balance, payer, payerAccount, text, bank, endToEnd);
  }

  BankTransaction told() {
    return new BankTransaction(1, kind, new BigDecimal(amount), "EUR", day, day, account,
        balance == null ? null : new BigDecimal(balance), new Payer(payer, payerAccount, null), Remittance.of(text),
        new BankReferences(bank, endToEnd, List.of()), ToldAmounts.NONE, null, 1);
  }
}
