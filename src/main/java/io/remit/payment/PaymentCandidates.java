package io.remit.payment;

import io.remit.cases.BusinessCalendar;
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
import java.util.stream.Stream;
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
    List<Candidate> candidates = byNumber(payment, clues);
    PaymentMatch match = match(payment, clues, candidates);
    if (match.certain().isEmpty() && clues.tellsDigits()) {
      candidates.addAll(ofNamesakes(payment, clues, candidates));
      match = match(payment, clues, candidates);
    }
    return withoutMistaken(payment, clues, match);
  }

  /**
   * The same with those who have the payer's name, owe just the amount, or have nearly a number that is told: they are
   * only likely, never certain.
   */
  PaymentMatch matchWithGuesses(BankTransaction payment) {
    PaymentClues clues = PaymentClues.of(payment, settings);
    List<Candidate> candidates = byNumber(payment, clues);
    candidates.addAll(ofNamesakes(payment, clues, candidates));
    Set<String> known = candidates.stream().flatMap(each -> each.accounts().stream()).map(Account::accountNumber)
        .collect(Collectors.toCollection(HashSet::new));
    List<Candidate> guessed = new ArrayList<>(near(payment, clues));
    guessed.addAll(named(payment));
    guessed.addAll(owing(payment));
    guessed.stream().filter(each -> known.add(each.accounts().get(0).accountNumber())).forEach(candidates::add);
    return withoutMistaken(payment, clues, match(payment, clues, candidates));
  }

  /** Accounts of debtors with the payer's name of whose numbers less is told than others could be found by. */
  private List<Candidate> ofNamesakes(BankTransaction payment, PaymentClues clues, List<Candidate> found) {
    Set<String> known = found.stream().map(Candidate::named).collect(Collectors.toSet());
    List<Candidate> named = named(payment).stream().filter(each -> !known.contains(each.named())).toList();
    Map<String, Sighting> sightings = clues.sightingsOfNamesakes(named.stream().map(Candidate::named).toList());
    sightings.values().removeIf(each -> each.clue() == Clue.DOUBTFUL);
    return named.stream()
        .flatMap(each -> Optional.ofNullable(sightings.get(each.named()))
            .map(sighting -> new Candidate(sighting.clue(), each.named(), sighting.at(), each.accounts(),
                each.debtorName()))
            .stream())
        .toList();
  }

  private PaymentMatch match(BankTransaction payment, PaymentClues clues, List<Candidate> candidates) {
    return PaymentMatch.of(payment, candidates, clues.amounts(), calendar.today());
  }

  private List<Candidate> byNumber(BankTransaction payment, PaymentClues clues) {
    List<KnownNumber> known = numbers.find(clues.keys());
    Map<String, Sighting> sightings = clues.sightings(known.stream().map(KnownNumber::number).toList());
    List<KnownNumber> told = known.stream().filter(each -> sightings.containsKey(each.number())).toList();
    Map<KnownNumber, List<Account>> found = accountsOf(told);
    Map<String, String> names = namesOf(told);
    List<Candidate> candidates = new ArrayList<>();
    for (KnownNumber each : told) {
      List<Account> all = inCurrency(payment.currency(), found.getOrDefault(each, List.of()));
      Sighting sighting = sightings.get(each.number());
      if (sighting != null && !all.isEmpty()) {
        candidates.add(new Candidate(sighting.clue(), each.number(), sighting.at(), all,
            names.getOrDefault(each.debtorId(), "")));
      }
    }
    addShortened(clues, candidates);
    return candidates;
  }

  /** Other accounts of a debtor that are told by the last digits of their numbers behind one in full. */
  private void addShortened(PaymentClues clues, List<Candidate> candidates) {
    for (Candidate full : List.copyOf(candidates)) {
      Set<String> shortened = full.at() < 0 ? Set.of() : clues.shortenedBehind(full.named());
      if (!shortened.isEmpty()) {
        accounts.ofDebtors(Set.of(full.debtorId())).stream()
            .filter(account -> shortened.contains(WrittenText.of(account.accountNumber()).squeezed())
                && candidates.stream().noneMatch(each -> each.named().equals(account.accountNumber())))
            .forEach(account -> candidates.add(new Candidate(Clue.NUMBER, account.accountNumber(), full.at() + 1,
                List.of(account), full.debtorName())));
      }
    }
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

  private Map<String, String> namesOf(List<KnownNumber> told) {
    return debtors.names(told.stream().map(KnownNumber::debtorId).collect(Collectors.toSet()));
  }

  private static void add(List<KnownNumber> told, Kind kind, Function<Collection<String>, List<Account>> find,
      Function<Account, String> number, Map<KnownNumber, List<Account>> found) {
    Map<String, KnownNumber> ofKind = told.stream().filter(each -> each.kind() == kind)
        .collect(Collectors.toMap(KnownNumber::number, Function.identity()));
    find.apply(ofKind.keySet()).forEach(account -> found
        .computeIfAbsent(ofKind.get(number.apply(account)), each -> new ArrayList<>()).add(account));
  }

  private List<Candidate> near(BankTransaction payment, PaymentClues clues) {
    List<KnownNumber> alike =
        numbers.find(clues.nearKeys()).stream().filter(each -> each.kind() == Kind.ACCOUNT).toList();
    Map<String, String> names = namesOf(alike);
    List<KnownNumber> near = alike.stream()
        .filter(each -> PayerName.mayBe(payment.payer(), names.getOrDefault(each.debtorId(), ""))).toList();
    List<Candidate> candidates = new ArrayList<>();
    accountsOf(near).forEach((number, all) ->
        candidates.add(new Candidate(Clue.NEAR, number.number(), -1, all, names.getOrDefault(number.debtorId(), ""))));
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
    Map<String, String> names = debtors.names(guessed.stream().map(Account::debtorId).collect(Collectors.toSet()));
    return guessed.stream().map(account -> new Candidate(Clue.NONE, account.accountNumber(), -1, List.of(account),
        names.getOrDefault(account.debtorId(), ""))).toList();
  }

  /**
   * Nobody but a person decides where the payer is a debtor as well, or has nearly the number that was told, and the
   * number is another's: one may pay for the other, or have mistyped it. Nor where a number is told beside it that
   * should be one of ours and is not, unless the amount says that it is not meant.
   */
  private PaymentMatch withoutMistaken(BankTransaction payment, PaymentClues clues, PaymentMatch match) {
    Optional<PaymentTarget> byText = match.certain().filter(target -> evidenceOf(match, target)
        .noneMatch(each -> each.candidate().clue().compareTo(Clue.CHECKED) <= 0));
    boolean mistaken = byText.isPresent() && (isMistyped(payment, clues, match, byText.get())
        || evidenceOf(match, byText.get()).noneMatch(Evidence::amountAgrees)
            && tellsAnUnknown(clues, match, byText.get()));
    return mistaken ? new PaymentMatch(Optional.empty(), match.evidence()) : match;
  }

  private boolean isMistyped(BankTransaction payment, PaymentClues clues, PaymentMatch match, PaymentTarget target) {
    boolean anothers = PayerName.isTold(payment.payer()) && evidenceOf(match, target).noneMatch(Evidence::nameAgrees);
    return anothers && !target.accountNumbers().stream().allMatch(clues::tellsTwice)
        && (!debtors.named(PayerName.keys(payment.payer()), 1).isEmpty() || !near(payment, clues).isEmpty());
  }

  private static boolean tellsAnUnknown(PaymentClues clues, PaymentMatch match, PaymentTarget target) {
    List<String> known = match.evidence().stream().map(each -> each.candidate().named()).toList();
    return target.accountNumbers().stream().anyMatch(number -> clues.tellsAnUnknownLike(number, known));
  }

  private static Stream<Evidence> evidenceOf(PaymentMatch match, PaymentTarget target) {
    Set<String> debtorIds = target.accounts().stream().map(Account::debtorId).collect(Collectors.toSet());
    return match.evidence().stream().filter(each -> debtorIds.contains(each.candidate().debtorId())
        && each.candidate().clue().compareTo(Clue.NEAR) < 0);
  }
}
