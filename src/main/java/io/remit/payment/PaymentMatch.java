package io.remit.payment;

import io.remit.ledger.Account;
import io.remit.ledger.MatchNumber;
import io.remit.payment.OtherFigures.WrittenAmount;
import io.remit.statement.BankTransaction;
import io.remit.statement.ToldAmounts.ToldAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * For which accounts a payment may be.
 *
 * @param certain the accounts among which it is divided; empty if it is not certain
 * @param evidence what speaks for each candidate, and what against it, the likeliest first
 */
record PaymentMatch(Optional<PaymentTarget> certain, List<Evidence> evidence) {

  /**
   * Accounts that a payment may be for.
   *
   * @param named the number by which it was found: of an account, a case or a debtor
   * @param at where in the text it stands; -1 if it is told elsewhere or not at all
   * @param accounts one, or all of the case or debtor; never none
   */
  record Candidate(Clue clue, String named, int at, List<Account> accounts, String debtorName) {

    String debtorId() {
      return accounts.get(0).debtorId();
    }

    private Set<String> accountNumbers() {
      return accounts.stream().map(Account::accountNumber).collect(Collectors.toSet());
    }

    private boolean isOfDigits() {
      return WrittenText.of(named).squeezed().chars().allMatch(each -> WrittenText.isDigit((char) each));
    }

    private boolean isLong() {
      return WrittenText.of(named).length() >= NumberInText.LONG_ENOUGH;
    }
  }

  /**
   * Why a candidate is likely.
   *
   * @param hasRival whether what is told may as well be the number of another debtor
   */
  record Evidence(Candidate candidate, boolean sameCurrency, boolean nameAgrees, boolean amountAgrees,
      boolean hasRival) {

    /** Whether it is certain, as long as nothing else is, too. */
    boolean isEnough() {
      return sameCurrency && switch (candidate.clue()) {
        case REFERENCE, CHECKED -> true;
        case WORD -> nameAgrees || amountAgrees || candidate.isLong() && !(hasRival && candidate.isOfDigits());
        case NUMBER -> nameAgrees || amountAgrees && !hasRival;
        case DOUBTFUL -> nameAgrees;
        case NEAR, NONE -> false;
      };
    }

    /** What a person would look at first has more. */
    private int weight() {
      int byNumber = switch (candidate.clue()) {
        case REFERENCE -> 120;
        case CHECKED -> 110;
        case WORD -> candidate.isLong() ? 80 : 45;
        case NUMBER -> 40;
        case DOUBTFUL -> 8;
        case NEAR -> 50;
        case NONE -> 0;
      };
      return byNumber + (nameAgrees ? 36 : 0) + (amountAgrees ? 25 : 0) - (sameCurrency ? 0 : 20);
    }

    /** What speaks for it and what against it, in words for people. */
    List<String> reasons() {
      List<String> reasons = new ArrayList<>();
      switch (candidate.clue()) {
        case REFERENCE, CHECKED -> reasons.add(candidate.named() + " is the reference");
        case WORD -> reasons.add(
            candidate.named() + (candidate.at() < 0 ? " is among the references" : " is in the text"));
        case NUMBER -> reasons.add(candidate.named() + " is there, written in another way");
        case DOUBTFUL -> reasons.add(candidate.named() + " may be there");
        case NEAR -> reasons.add(candidate.named() + " is there but for a mistyped digit");
        case NONE -> {
          // no number speaks for it
        }
      }
      if (nameAgrees) {
        reasons.add("the name agrees");
      }
      if (amountAgrees) {
        reasons.add("the amount agrees");
      }
      if (!sameCurrency) {
        reasons.add("but it is kept in " + candidate.accounts().get(0).currency());
      }
      return reasons;
    }
  }

  /**
   * A reference decides alone. Else a number in the text does, if it is long enough to be no accident or the name or
   * the amount agrees. Several accounts of one debtor are meant together; of two debtors none is certain, unless the
   * payment tells the amount of each.
   *
   * @param amounts that are written in the text
   * @param today the business date on which it is asked what is overdue
   */
  static PaymentMatch of(BankTransaction payment, List<Candidate> candidates, List<WrittenAmount> amounts,
      LocalDate today) {
    Set<String> agreeingTogether = debtorsWhoseNumbersAgreeTogether(payment, candidates, today);
    List<Evidence> evidence = candidates.stream().map(candidate -> evidenceFor(payment, candidate, today,
        agreeingTogether, hasRival(candidate, candidates))).sorted(Comparator.comparing(Evidence::weight).reversed()
            .thenComparing(each -> each.candidate().clue()).thenComparing(each -> each.candidate().named())).toList();
    return new PaymentMatch(target(payment, evidence, amounts), evidence);
  }

  private static Evidence evidenceFor(BankTransaction payment, Candidate candidate, LocalDate today,
      Set<String> agreeingTogether, boolean hasRival) {
    boolean sameCurrency =
        candidate.accounts().stream().allMatch(account -> account.currency().equals(payment.currency()));
    boolean together = isTold(candidate) && agreeingTogether.contains(candidate.debtorId());
    return new Evidence(candidate, sameCurrency, namesAgree(payment, candidate.debtorName()),
        sameCurrency && together || amountAgrees(payment, candidate.accounts(), today), hasRival);
  }

  private static boolean namesAgree(BankTransaction payment, String debtor) {
    return PayerName.mayBe(payment.payer(), debtor) || PayerName.isIn(payment.remittance().text(), debtor);
  }

  private static boolean hasRival(Candidate candidate, List<Candidate> candidates) {
    String digits = MatchNumber.key(candidate.named());
    return candidates.stream().anyMatch(other -> isTold(other) && !other.debtorId().equals(candidate.debtorId())
        && MatchNumber.key(other.named()).equals(digits));
  }

  private static boolean isTold(Candidate candidate) {
    return candidate.clue().compareTo(Clue.DOUBTFUL) < 0;
  }

  private static Set<String> debtorsWhoseNumbersAgreeTogether(BankTransaction payment, List<Candidate> candidates,
      LocalDate today) {
    Map<String, Map<String, Account>> told = new HashMap<>();
    candidates.stream().filter(PaymentMatch::isTold).forEach(candidate -> candidate.accounts().forEach(account ->
        told.computeIfAbsent(candidate.debtorId(), debtor -> new LinkedHashMap<>())
            .put(account.accountNumber(), account)));
    Set<String> agreeing = new HashSet<>();
    told.forEach((debtor, accounts) -> {
      if (amountAgrees(payment, List.copyOf(accounts.values()), today)) {
        agreeing.add(debtor);
      }
    });
    return agreeing;
  }

  /** Whether it is just what is overdue or outstanding: in all, or of an account. */
  private static boolean amountAgrees(BankTransaction payment, List<Account> accounts, LocalDate today) {
    String currency = accounts.get(0).currency();
    ToldAmount instructed = payment.told().instructed();
    BigDecimal paid = currency.equals(payment.currency()) ? payment.amount()
        : instructed != null && currency.equals(instructed.currency()) ? instructed.amount() : null;
    if (paid == null || accounts.stream().anyMatch(account -> !account.currency().equals(currency))) {
      return false;
    }
    BigDecimal overdue =
        accounts.stream().map(account -> account.overdueOn(today)).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal outstanding =
        accounts.stream().map(Account::outstandingAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return paid.compareTo(overdue) == 0 || paid.compareTo(outstanding) == 0
        || accounts.stream().anyMatch(account -> paid.compareTo(account.overdueOn(today)) == 0
            || paid.compareTo(account.outstandingAmount()) == 0);
  }

  private static Optional<PaymentTarget> target(BankTransaction payment, List<Evidence> evidence,
      List<WrittenAmount> amounts) {
    List<Evidence> deciding = strongest(evidence.stream().filter(Evidence::isEnough).toList());
    Set<String> debtors = deciding.stream().map(each -> each.candidate().debtorId()).collect(Collectors.toSet());
    if (debtors.size() > 1) {
      List<Evidence> clearer = deciding.stream()
          .filter(each -> each.candidate().clue().compareTo(Clue.NUMBER) <= 0 && each.nameAgrees()).toList();
      boolean othersAreWeak = deciding.stream().filter(each -> !clearer.isEmpty()
          && !each.candidate().debtorId().equals(clearer.get(0).candidate().debtorId()))
          .noneMatch(each -> each.nameAgrees() || each.candidate().clue() == Clue.WORD && each.candidate().isLong());
      if (clearer.isEmpty() || !othersAreWeak) {
        return toldForEach(payment, narrowest(deciding), amounts);
      }
      return oneDebtor(payment, clearer.get(0).candidate().debtorId(), clearer, evidence, amounts);
    }
    return debtors.isEmpty() ? Optional.empty()
        : oneDebtor(payment, debtors.iterator().next(), deciding, evidence, amounts);
  }

  private static List<Evidence> strongest(List<Evidence> enough) {
    for (Clue clue : List.of(Clue.REFERENCE, Clue.CHECKED)) {
      List<Evidence> found = enough.stream().filter(each -> each.candidate().clue() == clue).toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return enough;
  }

  /** Beside the numbers that decide, those of the same debtor count that are told less clearly. */
  private static Optional<PaymentTarget> oneDebtor(BankTransaction payment, String debtorId, List<Evidence> deciding,
      List<Evidence> all, List<WrittenAmount> amounts) {
    boolean byReference = deciding.get(0).candidate().clue().compareTo(Clue.CHECKED) <= 0;
    Predicate<Evidence> alsoMeant = each -> !byReference && each.sameCurrency() && isTold(each.candidate())
        && each.candidate().debtorId().equals(debtorId);
    List<Candidate> meant = narrowest(all.stream().filter(each -> deciding.contains(each) || alsoMeant.test(each))
        .toList());
    return Optional.of(new PaymentTarget(accountsOf(meant), toldAmounts(payment, meant, amounts)));
  }

  /** Without those that hold all accounts of another: the debtor or case of an account. */
  private static List<Candidate> narrowest(List<Evidence> good) {
    List<Candidate> narrowest = new ArrayList<>();
    Set<Set<String>> seen = new HashSet<>();
    List<Candidate> candidates = good.stream().map(Evidence::candidate)
        .sorted(Comparator.comparing(Candidate::at)).toList();
    for (Candidate candidate : candidates) {
      Set<String> numbers = candidate.accountNumbers();
      boolean holdsAnother = candidates.stream().map(Candidate::accountNumbers)
          .anyMatch(other -> other.size() < numbers.size() && numbers.containsAll(other));
      if (!holdsAnother && seen.add(numbers)) {
        narrowest.add(candidate);
      }
    }
    return narrowest;
  }

  private static List<Account> accountsOf(List<Candidate> candidates) {
    Map<String, Account> accounts = new LinkedHashMap<>();
    candidates.forEach(candidate -> candidate.accounts().forEach(each -> accounts.put(each.accountNumber(), each)));
    return List.copyOf(accounts.values());
  }

  /** Money of two debtors is divided only as the payment says, and only where each number is told without doubt. */
  private static Optional<PaymentTarget> toldForEach(BankTransaction payment, List<Candidate> named,
      List<WrittenAmount> amounts) {
    boolean allPlain = named.stream().allMatch(each -> each.clue() == Clue.WORD && each.isLong());
    Map<String, BigDecimal> told = allPlain ? toldAmounts(payment, named, amounts) : Map.of();
    return told.isEmpty() ? Optional.empty() : Optional.of(new PaymentTarget(accountsOf(named), told));
  }

  /** The amounts in the text, each with its account, if they are as many and add up to the payment. */
  private static Map<String, BigDecimal> toldAmounts(BankTransaction payment, List<Candidate> named,
      List<WrittenAmount> amounts) {
    boolean allInTheText = named.stream().allMatch(each -> each.at() >= 0 && each.accounts().size() == 1);
    if (named.size() < 2 || !allInTheText) {
      return Map.of();
    }
    List<WrittenAmount> parts = amounts.stream()
        .filter(each -> amounts.size() == named.size() || each.amount().compareTo(payment.amount()) != 0).toList();
    BigDecimal sum = parts.stream().map(WrittenAmount::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (parts.size() != named.size() || sum.compareTo(payment.amount()) != 0
        || parts.stream().anyMatch(each -> each.amount().signum() <= 0) || !alternate(named, parts)) {
      return Map.of();
    }
    Map<String, BigDecimal> told = new LinkedHashMap<>();
    for (int each = 0; each < parts.size(); each++) {
      told.put(named.get(each).accounts().get(0).accountNumber(),
          parts.get(each).amount().setScale(payment.amount().scale(), RoundingMode.UNNECESSARY));
    }
    return told;
  }

  /** Whether there is one amount behind each number, or one before each. */
  private static boolean alternate(List<Candidate> named, List<WrittenAmount> amounts) {
    boolean behind = amounts.get(0).at() > named.get(0).at();
    for (int each = 0; each < named.size(); each++) {
      int number = named.get(each).at();
      int amount = amounts.get(each).at();
      boolean inOrder = behind ? number < amount && (each + 1 == named.size() || amount < named.get(each + 1).at())
          : amount < number && (each + 1 == named.size() || number < amounts.get(each + 1).at());
      if (!inOrder) {
        return false;
      }
    }
    return true;
  }
}
