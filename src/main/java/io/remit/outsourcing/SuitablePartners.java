package io.remit.outsourcing;

import io.remit.cases.CaseFigures;
import io.remit.cases.CaseFigures.Figures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.gate.ReachableDebtors;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.outsourcing.PartnerChoice.Fit;
import io.remit.outsourcing.selection.Candidate;
import io.remit.outsourcing.selection.PlaceableCase;
import io.remit.partner.Nearness;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKind;
import io.remit.partner.Whereabouts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which partners suit a case. */
@Component
class SuitablePartners {

  private final PartnerChoice choice;
  private final CaseRepository cases;
  private final ReachableDebtors debtors;
  private final AccountRepository accounts;
  private final CaseFigures figures;

  SuitablePartners(PartnerChoice choice, CaseRepository cases, ReachableDebtors debtors, AccountRepository accounts,
      CaseFigures figures) {
    this.choice = choice;
    this.cases = cases;
    this.debtors = debtors;
    this.accounts = accounts;
    this.figures = figures;
  }

  /**
   * A case with those of these partners that work where the debtor is and take on its products, and of these the
   * candidates: those that the table names for it.
   *
   * @param partners in good standing
   */
  PlaceableCase of(String caseNumber, List<Partner> partners) {
    CollectionCase current = cases.get(caseNumber);
    DebtorDetails debtor = debtors.of(current.debtorId()).debtor();
    List<Account> its = accounts.ofCase(caseNumber);
    Whereabouts where = new Whereabouts(debtor.country(), debtor.region(), debtor.city());
    Set<String> products = its.stream().map(Account::product).collect(Collectors.toSet());
    Map<Partner, Nearness> able = new LinkedHashMap<>();
    partners.stream().filter(partner -> partner.scope().coversProducts(products)).forEach(partner ->
        partner.scope().nearnessTo(where).ifPresent(nearness -> able.put(partner, nearness)));
    List<Fit> fits = choice.partnersFor(question(figures.of(current, its), where, its));
    return new PlaceableCase(caseNumber, current.debtorId(), able.entrySet().stream().flatMap(each ->
        fits.stream().filter(fit -> fit.kind() != PartnerKind.PART_TIME_COLLECTOR).filter(fit ->
            fit.means(each.getKey())).limit(1).map(fit -> new Candidate(
            each.getKey().partnerId(), each.getValue(), fit.priority(), fit.share()))).toList(),
        able.keySet().stream().map(Partner::partnerId).collect(Collectors.toSet()));
  }

  /** How near a partner is to the debtor of a case; empty if it does not work there or takes on no such debts. */
  Optional<Nearness> nearness(String caseNumber, Partner partner) {
    CollectionCase current = cases.get(caseNumber);
    DebtorDetails debtor = debtors.of(current.debtorId()).debtor();
    Set<String> products = accounts.ofCase(caseNumber).stream().map(Account::product).collect(Collectors.toSet());
    return !partner.scope().coversProducts(products) ? Optional.empty()
        : partner.scope().nearnessTo(new Whereabouts(debtor.country(), debtor.region(), debtor.city()));
  }

  /** Whether the first kind or partner that the table names for a case is part-time collectors. */
  boolean isForPartTime(String caseNumber) {
    CollectionCase current = cases.get(caseNumber);
    DebtorDetails debtor = debtors.of(current.debtorId()).debtor();
    List<Account> its = accounts.ofCase(caseNumber);
    return choice.partnersFor(question(figures.of(current, its),
        new Whereabouts(debtor.country(), debtor.region(), debtor.city()), its)).stream()
        .min(Comparator.comparingInt(Fit::priority)).filter(fit -> fit.kind() == PartnerKind.PART_TIME_COLLECTOR)
        .isPresent();
  }

  private static PartnerChoice.Question question(Figures known, Whereabouts where, List<Account> its) {
    String product = its.stream().min(Comparator.comparing(Account::oldestDueDate)
        .thenComparing(Account::accountNumber)).map(Account::product).orElse(null);
    return new PartnerChoice.Question(where.country(), where.region(), known.overdueAmount(),
        Math.toIntExact(known.daysPastDue()), product);
  }
}
