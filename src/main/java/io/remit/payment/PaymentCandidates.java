package io.remit.payment;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorRepository;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.MatchNumber;
import io.remit.payment.PaymentMatch.Candidate;
import io.remit.payment.PaymentMatch.Clue;
import io.remit.statement.BankTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks for the accounts that a payment may be for. */
@Component
class PaymentCandidates {

  private static final Pattern CASE_NUMBER = Pattern.compile("C[0-9]{6,}");
  private static final int MOST_WITHOUT_NUMBER = 5;

  private final AccountRepository accounts;
  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final BusinessCalendar calendar;

  PaymentCandidates(AccountRepository accounts, CaseRepository cases, DebtorRepository debtors,
      BusinessCalendar calendar) {
    this.accounts = accounts;
    this.cases = cases;
    this.debtors = debtors;
    this.calendar = calendar;
  }

  /** The match by the numbers that the payment tells. */
  PaymentMatch match(BankTransaction payment) {
    return PaymentMatch.of(payment, byNumber(payment), calendar.today());
  }

  /** The same with those who have the payer's name or owe just the amount: they are only likely, never certain. */
  PaymentMatch matchWithGuesses(BankTransaction payment) {
    List<Candidate> candidates = byNumber(payment);
    Set<String> known = candidates.stream().flatMap(each -> each.accounts().stream()).map(Account::accountNumber)
        .collect(Collectors.toSet());
    List<Account> guessed = new ArrayList<>();
    if (payment.payer().name() != null) {
      debtors.named(payment.payer().name(), MOST_WITHOUT_NUMBER)
          .forEach(debtor -> guessed.addAll(accounts.ofDebtor(debtor, payment.currency())));
    }
    guessed.addAll(accounts.owing(payment.currency(), payment.amount(), MOST_WITHOUT_NUMBER));
    guessed.stream().filter(account -> known.add(account.accountNumber()))
        .forEach(account -> candidates.add(candidate(Clue.NONE, account.accountNumber(), List.of(account))));
    return PaymentMatch.of(payment, candidates, calendar.today());
  }

  private List<Candidate> byNumber(BankTransaction payment) {
    PaymentClues clues = PaymentClues.of(payment);
    List<Candidate> found = new ArrayList<>();
    accounts.findByMatchNumber(clues.all()).forEach(account -> found.add(candidate(
        clues.clueOf(MatchNumber.of(account.accountNumber())), account.accountNumber(), List.of(account))));
    clues.all().stream().filter(number -> CASE_NUMBER.matcher(number).matches()).forEach(number ->
        cases.find(number).map(CollectionCase::caseNumber).map(accounts::ofCase).filter(all -> !all.isEmpty())
            .ifPresent(all -> found.add(candidate(clues.clueOf(number), number, all))));
    payment.remittance().creditorReferences().forEach(reference -> {
      List<Account> all = accounts.ofDebtor(reference, payment.currency());
      if (!all.isEmpty()) {
        found.add(candidate(Clue.REFERENCE, reference, all));
      }
    });
    return found;
  }

  private Candidate candidate(Clue clue, String named, List<Account> all) {
    return new Candidate(clue, named, all, debtors.get(all.get(0).debtorId()).name());
  }
}
