package io.remit.casefile;

import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorRepository;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads cases with what all parts of their files need. */
@Component
class WholeCases {

  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final AccountRepository accounts;
  private final CaseFigures figures;

  WholeCases(CaseRepository cases, DebtorRepository debtors, AccountRepository accounts, CaseFigures figures) {
    this.cases = cases;
    this.debtors = debtors;
    this.accounts = accounts;
    this.figures = figures;
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such case */
  WholeCase get(String caseNumber) {
    return whole(cases.get(caseNumber), accounts.ofCase(caseNumber));
  }

  Optional<WholeCase> find(String caseNumber) {
    return cases.find(caseNumber).map(found -> whole(found, accounts.ofCase(caseNumber)));
  }

  /** Some cases, in the order of their numbers here. */
  List<WholeCase> all(List<String> caseNumbers) {
    Map<String, List<Account>> owed =
        accounts.ofCases(caseNumbers).stream().collect(Collectors.groupingBy(Account::caseNumber));
    return caseNumbers.stream().map(cases::get)
        .map(found -> whole(found, owed.getOrDefault(found.caseNumber(), List.of()))).toList();
  }

  private WholeCase whole(CollectionCase its, List<Account> owed) {
    return new WholeCase(its, debtors.get(its.debtorId()), owed, figures.of(its, owed));
  }
}
