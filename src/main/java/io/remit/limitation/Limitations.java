package io.remit.limitation;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorRepository;
import io.remit.cases.ToldOtherwise;
import io.remit.gate.Places;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which debts are too old to be sued for. Such a debt may still be asked for and paid; nobody threatens to sue for it
 * and nobody does (12 CFR 1006.26(b)).
 */
@Component
public class Limitations {

  private final LimitationPolicy policy;
  private final InterruptionRepository interruptions;
  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final AccountRepository accounts;
  private final Places places;
  private final BusinessCalendar calendar;

  Limitations(LimitationPolicy policy, InterruptionRepository interruptions, CaseRepository cases,
      DebtorRepository debtors, AccountRepository accounts, Places places, BusinessCalendar calendar) {
    this.policy = policy;
    this.interruptions = interruptions;
    this.cases = cases;
    this.debtors = debtors;
    this.accounts = accounts;
    this.places = places;
    this.calendar = calendar;
  }

  /**
   * The first day on which an account cannot be sued for, whether it lies ahead or not; empty if nothing is owed on it,
   * if a court has it or gave judgment, or if no law is known. Where nothing but the time zone and the number tell in
   * which country the debtor is, the shortest period of these counts.
   */
  public Optional<LocalDate> barredFrom(Account account, DebtorDetails debtor) {
    if (account.outstandingAmount().signum() <= 0) {
      return Optional.empty();
    }
    List<LimitationPeriod> periods = countriesOf(debtor).stream()
        .map(country -> new LimitationPolicy.Question(country, debtor.region(), account.product(), debtor.type()))
        .flatMap(question -> policy.periodFor(question).stream()).toList();
    if (periods.isEmpty() || periods.stream().noneMatch(period -> mayBeBarred(period, account))) {
      return earliest(periods, account.oldestDueDate(), List.of());
    }
    return earliest(periods, account.oldestDueDate(), interruptions.of(account.accountNumber(), account.caseNumber()));
  }

  /** Nobody asks for interruptions of what would not be barred without them. */
  private boolean mayBeBarred(LimitationPeriod period, Account account) {
    return period.barredFrom(account.oldestDueDate(), List.of())
        .filter(day -> !day.isAfter(calendar.today())).isPresent();
  }

  private static Optional<LocalDate> earliest(List<LimitationPeriod> periods, LocalDate dueDate,
      Collection<Interruption> interruptions) {
    return periods.stream().flatMap(period -> period.barredFrom(dueDate, interruptions).stream())
        .min(LocalDate::compareTo);
  }

  private Set<String> countriesOf(DebtorDetails debtor) {
    if (debtor.country() != null) {
      return Set.of(debtor.country());
    }
    Set<String> countries = places.of(debtor, Stream.ofNullable(debtor.phone()).toList(), ToldOtherwise.NOTHING,
        calendar.now()).countries();
    return countries.isEmpty() ? Set.of("") : countries;
  }

  /** The accounts of these that are barred today, with the day from which they are. */
  public Map<String, LocalDate> barred(Collection<Account> itsAccounts, DebtorDetails debtor) {
    Map<String, LocalDate> barred = new TreeMap<>();
    itsAccounts.forEach(account -> barredFrom(account, debtor).filter(day -> !day.isAfter(calendar.today()))
        .ifPresent(day -> barred.put(account.accountNumber(), day)));
    return barred;
  }

  /** The accounts of a case that are barred today, with the day from which they are; none for most cases. */
  public Map<String, LocalDate> barredOf(String caseNumber) {
    return barred(accounts.ofCase(caseNumber), debtors.get(cases.get(caseNumber).debtorId()));
  }
}
