package io.remit.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invents what debtors owe: of all ages, from not yet due to well beyond the last stage. */
class DemoAccounts {

  /** First and last day past due of the ages that are equally frequent. */
  private static final int[][] AGES = {
      {-5, 0}, {1, 6}, {7, 29}, {7, 29}, {30, 89}, {30, 89}, {90, 179}, {90, 179}, {180, 364}, {365, 560}};

  private final Random random;
  private final LocalDate businessDate;
  private int number;

  DemoAccounts(Random random, LocalDate businessDate) {
    this.random = random;
    this.businessDate = businessDate;
  }

  /** One account; for some two or three, and for a few one in another currency. */
  List<DemoAccount> next(DemoDebtor debtor) {
    Country country = debtor.country();
    List<DemoAccount> accounts = new ArrayList<>();
    int kind = random.nextInt(100);
    accounts.add(account(debtor, country.currency()));
    if (kind < 18) {
      accounts.add(account(debtor, country.currency()));
    }
    if (kind < 4) {
      accounts.add(account(debtor, country.currency()));
    }
    if (kind >= 96) {
      accounts.add(account(debtor, country.otherCurrency()));
    }
    return accounts;
  }

  private DemoAccount account(DemoDebtor debtor, String currency) {
    number++;
    int[] age = AGES[random.nextInt(AGES.length)];
    int daysPastDue = age[0] + random.nextInt(age[1] - age[0] + 1);
    int unpaidMonths = daysPastDue <= 0 ? 0 : 1 + daysPastDue / 30;
    LocalDate oldestDueDate = businessDate.minusDays(daysPastDue);
    BigDecimal level = currency.equals(debtor.country().currency()) ? debtor.country().priceLevel() : BigDecimal.ONE;
    return random.nextInt(100) < 55
        ? loan(debtor, currency, level, unpaidMonths, oldestDueDate)
        : card(debtor, currency, level, unpaidMonths, oldestDueDate);
  }

  private DemoAccount loan(DemoDebtor debtor, String currency, BigDecimal level, int unpaidMonths, LocalDate due) {
    BigDecimal instalment = amount(40, 650).multiply(level);
    int instalmentsToCome = 3 + random.nextInt(36);
    return new DemoAccount(String.format(Locale.ROOT, "DEMO-L-%06d", number), "LOAN", currency,
        instalment.multiply(BigDecimal.valueOf(unpaidMonths + instalmentsToCome)),
        instalment.multiply(BigDecimal.valueOf(unpaidMonths)), instalment, due, debtor);
  }

  private DemoAccount card(DemoDebtor debtor, String currency, BigDecimal level, int unpaidMonths, LocalDate due) {
    BigDecimal balance = amount(120, 6000).multiply(level);
    BigDecimal minimumPayment = balance.multiply(new BigDecimal("0.05")).setScale(2, RoundingMode.HALF_UP);
    return new DemoAccount(String.format(Locale.ROOT, "DEMO-C-%06d", number), "CARD", currency, balance,
        minimumPayment.multiply(BigDecimal.valueOf(unpaidMonths)).min(balance), minimumPayment, due, debtor);
  }

  private BigDecimal amount(int least, int most) {
    return BigDecimal.valueOf(least * 100L + random.nextInt((most - least) * 100), 2);
  }
}
