package io.remit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Divides a payment that names no single account. */
public final class OldestDueFirst {

  private OldestDueFirst() {
  }

  /**
   * First what is overdue is paid, the oldest due date first, then what is outstanding beside it in the same order.
   * What is left then is paid too much: it goes to the account with the oldest due date, where it can be seen.
   *
   * @param amount above zero
   * @param accounts all in the amount's currency; at least one
   * @param businessDate the day on which it is asked what is overdue
   * @return what each account gets, above zero, by account number; the account that was due first comes first
   */
  public static Map<String, BigDecimal> divide(BigDecimal amount, List<Account> accounts, LocalDate businessDate) {
    List<Account> oldestFirst = accounts.stream()
        .sorted(Comparator.comparing(Account::oldestDueDate).thenComparing(Account::accountNumber)).toList();
    Map<String, BigDecimal> paid = new LinkedHashMap<>();
    BigDecimal rest = pay(amount, oldestFirst, paid, account -> account.overdueOn(businessDate));
    rest = pay(rest, oldestFirst, paid, Account::outstandingAmount);
    if (rest.signum() > 0) {
      paid.merge(oldestFirst.get(0).accountNumber(), rest, BigDecimal::add);
    }
    return paid;
  }

  /**
   * The same, but some accounts come before all others, up to what they owe: those about which something was agreed
   * with the debtor, since it would be broken if the money went elsewhere.
   *
   * @param agreed their numbers; of others among them nothing follows
   */
  public static Map<String, BigDecimal> divide(BigDecimal amount, List<Account> accounts, LocalDate businessDate,
      Set<String> agreed) {
    List<Account> first = accounts.stream().filter(account -> agreed.contains(account.accountNumber())).toList();
    List<Account> others = accounts.stream().filter(account -> !agreed.contains(account.accountNumber())).toList();
    if (first.isEmpty() || others.isEmpty()) {
      return divide(amount, accounts, businessDate);
    }
    BigDecimal owed = first.stream().map(account -> account.outstandingAmount().max(BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal forFirst = amount.min(owed);
    Map<String, BigDecimal> paid = new LinkedHashMap<>();
    if (forFirst.signum() > 0) {
      paid.putAll(divide(forFirst, first, businessDate));
    }
    if (amount.compareTo(forFirst) > 0) {
      paid.putAll(divide(amount.subtract(forFirst), others, businessDate));
    }
    return paid;
  }

  private static BigDecimal pay(BigDecimal amount, List<Account> accounts, Map<String, BigDecimal> paid,
      Function<Account, BigDecimal> owed) {
    BigDecimal rest = amount;
    for (Account account : accounts) {
      BigDecimal before = paid.getOrDefault(account.accountNumber(), BigDecimal.ZERO);
      BigDecimal part = rest.min(owed.apply(account).subtract(before)).max(BigDecimal.ZERO);
      if (part.signum() > 0) {
        paid.put(account.accountNumber(), before.add(part));
        rest = rest.subtract(part);
      }
    }
    return rest;
  }
}
