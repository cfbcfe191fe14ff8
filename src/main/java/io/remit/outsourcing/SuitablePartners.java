package io.remit.outsourcing;

import io.remit.cases.CaseFigures;
import io.remit.cases.CaseFigures.Figures;
import io.remit.cases.CaseRepository;
import io.remit.cases.DebtorDetails;
import io.remit.gate.ReachableDebtors;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.outsourcing.PartnerChoice.Fit;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import io.remit.partner.Whereabouts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The partners with whom a case may be placed today. */
@Component
class SuitablePartners {

  private final PartnerRegister register;
  private final PartnerChoice choice;
  private final PlacementRepository placements;
  private final CaseRepository cases;
  private final ReachableDebtors debtors;
  private final AccountRepository accounts;
  private final CaseFigures figures;

  SuitablePartners(PartnerRegister register, PartnerChoice choice, PlacementRepository placements,
      CaseRepository cases, ReachableDebtors debtors, AccountRepository accounts, CaseFigures figures) {
    this.register = register;
    this.choice = choice;
    this.placements = placements;
    this.cases = cases;
    this.debtors = debtors;
    this.accounts = accounts;
    this.figures = figures;
  }

  /**
   * Those that the table names for the case, that work where the debtor is and take on its products, that are in good
   * standing and have room; in the order of the table.
   */
  List<Partner> of(String caseNumber) {
    DebtorDetails debtor = debtors.of(cases.get(caseNumber).debtorId()).debtor();
    List<Account> its = accounts.ofCase(caseNumber);
    Whereabouts where = new Whereabouts(debtor.country(), debtor.region(), debtor.city());
    Set<String> products = its.stream().map(Account::product).collect(Collectors.toSet());
    List<Fit> fits = choice.partnersFor(question(caseNumber, where, its));
    Map<String, Integer> open = placements.openByPartner();
    List<Partner> able = register.inGoodStanding().stream()
        .filter(partner -> open.getOrDefault(partner.partnerId(), 0) < partner.scope().capacity())
        .filter(partner -> partner.scope().coversProducts(products)
            && partner.scope().nearnessTo(where).isPresent()).toList();
    return fits.stream().flatMap(fit -> able.stream().filter(fit::means)).distinct().toList();
  }

  private PartnerChoice.Question question(String caseNumber, Whereabouts where, List<Account> its) {
    Figures known = figures.of(caseNumber);
    String product = its.stream().min(Comparator.comparing(Account::oldestDueDate)
        .thenComparing(Account::accountNumber)).map(Account::product).orElse(null);
    return new PartnerChoice.Question(where.country(), where.region(), known.overdueAmount(),
        Math.toIntExact(known.daysPastDue()), product);
  }
}
