package io.remit.payment;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorRepository;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.payment.KnownNumbers.Kind;
import io.remit.payment.KnownNumbers.KnownNumber;
import io.remit.payment.PaymentClues.Sighting;
import io.remit.payment.PaymentMatch.Candidate;
import io.remit.payment.PaymentMatch.Evidence;
import io.remit.statement.BankTransaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks for the accounts that a payment may be for. */
@Component
class PaymentCandidates {

  private static final int MOST_NAMED = 20;
  private static final int MOST_OWING = 200;
  private static final int MOST_WITHOUT_NUMBER = 5;

  private final KnownNumbers numbers;
  private final AccountRepository accounts;
  private final DebtorRepository debtors;
  private final ReferenceSettings settings;
  private final BusinessCalendar calendar;

  PaymentCandidates(KnownNumbers numbers, AccountRepository accounts, DebtorRepository debtors,
      ReferenceSettings settings, BusinessCalendar calendar) {
    this.numbers = numbers;
    this.accounts = accounts;
    this.debtors = debtors;
    this.settings = settings;
    this.calendar = calendar;
  }

  /** The match by the numbers that the payment tells. */
  PaymentMatch match(BankTransaction payment) {
    PaymentClues clues = PaymentClues.of(payment, settings);
    return withoutMistaken(payment, clues, match(payment, clues, byNumber(payment, clues)));
  }

  /**
   * The same with those who have the payer's name, owe just the amount, or have nearly a number that is told: they are
   * only likely, never certain.
   */
  PaymentMatch matchWithGuesses(BankTransaction payment) {
    PaymentClues clues = PaymentClues.of(payment, settings);
    List<Candidate> candidates = new ArrayList<>(byNumber(payment, clues));
    Set<String> known = candidates.stream().flatMap(each -> each.accounts().stream()).map(Account::accountNumber)
        .collect(Collectors.toCollection(HashSet::new));
    List<Candidate> guessed = new ArrayList<>(near(payment, clues));
    guessed.addAll(named(payment));
    guessed.addAll(owing(payment));
    guessed.stream().filter(each -> known.add(each.accounts().get(0).accountNumber())).forEach(candidates::add);
    return withoutMistaken(payment, clues, match(payment, clues, candidates));
  }

  private PaymentMatch match(BankTransaction payment, PaymentClues clues, List<Candidate> candidates) {
    return PaymentMatch.of(payment, candidates, clues.amounts(), calendar.today());
  }

  private List<Candidate> byNumber(BankTransaction payment, PaymentClues clues) {
    List<KnownNumber> known = numbers.find(clues.keys());
    Map<String, Sighting> sightings = clues.sightings(known.stream().map(KnownNumber::number).toList());
    List<KnownNumber> told = known.stream().filter(each -> sightings.containsKey(each.number())).toList();
    Map<KnownNumber, List<Account>> found = accountsOf(told);
    List<Candidate> candidates = new ArrayList<>();
    for (KnownNumber each : told) {
      List<Account> all = inCurrency(payment.currency(), found.getOrDefault(each, List.of()));
      if (!all.isEmpty()) {
        Sighting sighting = sightings.get(each.number());
        candidates.add(new Candidate(sighting.clue(), each.number(), sighting.at(), all, each.debtorName()));
      }
    }
    return candidates;
  }

  /** Those in the payment's currency; if there are none, all. */
  private static List<Account> inCurrency(String currency, List<Account> all) {
    List<Account> same = all.stream().filter(account -> account.currency().equals(currency)).toList();
    return same.isEmpty() ? all : same;
  }

  private Map<KnownNumber, List<Account>> accountsOf(List<KnownNumber> told) {
    Map<KnownNumber, List<Account>> found = new HashMap<>();
    add(told, Kind.ACCOUNT, accounts::find, Account::accountNumber, found);
    add(told, Kind.CASE, accounts::ofCases, Account::caseNumber, found);
    add(told, Kind.DEBTOR, accounts::ofDebtors, Account::debtorId, found);
    return found;
  }

  private static void add(List<KnownNumber> told, Kind kind, Function<Collection<String>, List<Account>> find,
      Function<Account, String> number, Map<KnownNumber, List<Account>> found) {
    Map<String, KnownNumber> ofKind = told.stream().filter(each -> each.kind() == kind)
        .collect(Collectors.toMap(KnownNumber::number, Function.identity()));
    find.apply(ofKind.keySet()).forEach(account -> found
        .computeIfAbsent(ofKind.get(number.apply(account)), each -> new ArrayList<>()).add(account));
  }

  private List<Candidate> near(BankTransaction payment, PaymentClues clues) {
    List<KnownNumber> near = numbers.find(clues.nearKeys()).stream()
        .filter(each -> each.kind() == Kind.ACCOUNT && PayerName.mayBe(payment.payer(), each.debtorName())).toList();
    List<Candidate> candidates = new ArrayList<>();
    accountsOf(near).forEach((number, all) ->
        candidates.add(new Candidate(Clue.NEAR, number.number(), -1, all, number.debtorName())));
    return candidates;
  }

  private List<Candidate> named(BankTransaction payment) {
    List<String> called = debtors.named(PayerName.keys(payment.payer()), MOST_NAMED);
    return guesses(accounts.ofDebtors(called)).stream()
        .filter(each -> each.accounts().get(0).currency().equals(payment.currency())).toList();
  }

  /** Of those who owe just the amount the ones with the payer's name, and a few others. */
  private List<Candidate> owing(BankTransaction payment) {
    List<Candidate> all = guesses(accounts.owing(payment.currency(), payment.amount(), MOST_OWING));
    List<Candidate> some = new ArrayList<>(all.stream()
        .filter(each -> PayerName.mayBe(payment.payer(), each.debtorName())).toList());
    all.stream().filter(each -> !some.contains(each)).limit(MOST_WITHOUT_NUMBER).forEach(some::add);
    return some;
  }

  private List<Candidate> guesses(List<Account> guessed) {
    Map<String, String> names = debtors.find(guessed.stream().map(Account::debtorId).collect(Collectors.toSet()))
        .stream().collect(Collectors.toMap(DebtorDetails::debtorId, DebtorDetails::name));
    return guessed.stream().map(account -> new Candidate(Clue.NONE, account.accountNumber(), -1, List.of(account),
        names.get(account.debtorId()))).toList();
  }

  /**
   * Nobody but a person decides where the payer is himself a debtor, or has nearly the number that he told, and the
   * number is another's: he may pay for him, or have mistyped it.
   */
  private PaymentMatch withoutMistaken(BankTransaction payment, PaymentClues clues, PaymentMatch match) {
    Optional<PaymentTarget> doubtful = match.certain().filter(target -> PayerName.isTold(payment.payer())
        && match.evidence().stream().filter(each -> isOf(each, target))
            .noneMatch(each -> each.nameAgrees() || each.candidate().clue().compareTo(Clue.CHECKED) <= 0));
    boolean mistaken = doubtful.isPresent()
        && (!debtors.named(PayerName.keys(payment.payer()), 1).isEmpty() || !near(payment, clues).isEmpty());
    return mistaken ? new PaymentMatch(Optional.empty(), match.evidence()) : match;
  }

  private static boolean isOf(Evidence evidence, PaymentTarget target) {
    return target.accounts().stream().anyMatch(account -> account.debtorId().equals(evidence.candidate().debtorId()))
        && evidence.candidate().clue().compareTo(Clue.NEAR) < 0;
  }
}
