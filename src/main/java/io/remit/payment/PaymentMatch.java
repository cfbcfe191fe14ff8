package io.remit.payment;

import io.remit.ledger.Account;
import io.remit.statement.BankTransaction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * For which accounts a payment may be.
 *
 * @param certain the accounts among which it is divided; empty if it is not certain
 * @param evidence what speaks for each candidate, and what against it, the strongest clue first
 */
record PaymentMatch(Optional<Candidate> certain, List<Evidence> evidence) {

  /** From so many letters and digits on a number is not in a text by chance. */
  private static final int LONG_ENOUGH = 6;

  /** How a payment tells the number of a candidate, the strongest first. */
  enum Clue {
    /** In a field for references. */
    REFERENCE,
    /** As a word of the text. */
    WORD,
    /** In the text if spaces and dashes do not count. */
    NUMBER,
    /** Not at all; something else speaks for it. */
    NONE
  }

  /**
   * Accounts that a payment may be for.
   *
   * @param named the number by which it was found: of an account, a case or a debtor
   * @param accounts one, or all of the case or debtor; never none
   */
  record Candidate(Clue clue, String named, List<Account> accounts, String debtorName) {

    private Set<String> accountNumbers() {
      return accounts.stream().map(Account::accountNumber).collect(Collectors.toSet());
    }
  }

  /**
   * Why a candidate is likely.
   *
   * @param checked whether something besides the number speaks for it: the payer's name or the amount
   */
  record Evidence(Candidate candidate, boolean sameCurrency, boolean nameAgrees, boolean amountAgrees) {

    boolean checked() {
      return nameAgrees || amountAgrees;
    }

    boolean isEnough() {
      return sameCurrency && switch (candidate.clue()) {
        case REFERENCE -> true;
        case WORD -> checked() || candidate.named().length() >= LONG_ENOUGH;
        case NUMBER -> checked();
        case NONE -> false;
      };
    }
  }

  /**
   * A reference decides alone. Else a number in the text does, if it is long enough to be no accident or the name or
   * the amount agrees. Two that would do decide nothing, unless one is an account of the other.
   *
   * @param today the business date on which it is asked what is overdue
   */
  static PaymentMatch of(BankTransaction payment, List<Candidate> candidates, LocalDate today) {
    List<Evidence> evidence = candidates.stream().map(candidate -> evidenceFor(payment, candidate, today))
        .sorted((one, other) -> one.candidate().clue().compareTo(other.candidate().clue())).toList();
    List<Candidate> good = evidence.stream().filter(Evidence::isEnough).map(Evidence::candidate).toList();
    List<Candidate> byReference = good.stream().filter(each -> each.clue() == Clue.REFERENCE).toList();
    return new PaymentMatch(theOne(byReference.isEmpty() ? good : byReference), evidence);
  }

  private static Evidence evidenceFor(BankTransaction payment, Candidate candidate, LocalDate today) {
    boolean sameCurrency =
        candidate.accounts().stream().allMatch(account -> account.currency().equals(payment.currency()));
    return new Evidence(candidate, sameCurrency, PayerName.mayBe(payment.payer().name(), candidate.debtorName()),
        sameCurrency && amountAgrees(payment.amount(), candidate.accounts(), today));
  }

  private static boolean amountAgrees(BigDecimal paid, List<Account> accounts, LocalDate today) {
    BigDecimal overdue =
        accounts.stream().map(account -> account.overdueOn(today)).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal outstanding =
        accounts.stream().map(Account::outstandingAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return paid.compareTo(overdue) == 0 || paid.compareTo(outstanding) == 0;
  }

  private static Optional<Candidate> theOne(List<Candidate> good) {
    List<Candidate> narrowest = new ArrayList<>();
    Set<Set<String>> seen = new HashSet<>();
    for (Candidate candidate : good) {
      Set<String> numbers = candidate.accountNumbers();
      boolean holdsAnother = good.stream().map(Candidate::accountNumbers)
          .anyMatch(other -> other.size() < numbers.size() && numbers.containsAll(other));
      if (!holdsAnother && seen.add(numbers)) {
        narrowest.add(candidate);
      }
    }
    return narrowest.size() == 1 ? Optional.of(narrowest.get(0)) : Optional.empty();
  }
}
