package io.remit.payment;

import io.remit.ledger.Account;
import io.remit.ledger.OldestDueFirst;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * For which accounts a payment certainly is.
 *
 * @param accounts one, or several among which it is divided; all of one debtor, unless the payment tells each amount
 * @param told how the payment says that it is to be divided, by account number; empty if it does not
 */
record PaymentTarget(List<Account> accounts, Map<String, BigDecimal> told) {

  List<String> accountNumbers() {
    return accounts.stream().map(Account::accountNumber).toList();
  }

  /**
   * As the payment says, else what is due first is paid first: so each account gets what is overdue on it, or all
   * that is outstanding, where that adds up to the payment.
   *
   * @param now the accounts as they are when it is posted
   * @param today the business date on which it is asked what is overdue
   * @param agreed the numbers of accounts for which the debtor has agreed to pay; they come before others
   * @return what each account gets, above zero, by account number
   */
  Map<String, BigDecimal> divide(BigDecimal amount, List<Account> now, LocalDate today, Set<String> agreed) {
    return told.isEmpty() ? OldestDueFirst.divide(amount, now, today, agreed) : told;
  }

  String named() {
    return accounts.stream().map(Account::accountNumber).collect(Collectors.joining(", "));
  }
}
