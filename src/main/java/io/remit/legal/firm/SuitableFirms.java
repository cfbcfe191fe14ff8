package io.remit.legal.firm;

import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.gate.ReachableDebtors;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.outsourcing.selection.Candidate;
import io.remit.outsourcing.selection.PlaceableCase;
import io.remit.partner.DataField;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKind;
import io.remit.partner.Whereabouts;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which law firms suit a case: they practise its field of law where the debtor is, which is where a consumer is sued,
 * take on its products, and may be told what a suit cannot do without.
 */
@Component
class SuitableFirms {

  /** A statement of claim names who is sued where, for what, and since when it is due. */
  private static final Set<DataField> NEEDED = EnumSet.of(DataField.DEBTOR_NAME, DataField.ADDRESS, DataField.PRODUCT,
      DataField.OUTSTANDING_AMOUNT, DataField.OVERDUE_AMOUNT, DataField.OLDEST_DUE_DATE);
  /** No firm goes before another but by nearness; equals draw evenly. */
  private static final int PRIORITY = 1;
  private static final int SHARE = 1;

  private final FieldOfLaw fields;
  private final CaseRepository cases;
  private final ReachableDebtors debtors;
  private final AccountRepository accounts;
  private final CaseFigures figures;

  SuitableFirms(FieldOfLaw fields, CaseRepository cases, ReachableDebtors debtors, AccountRepository accounts,
      CaseFigures figures) {
    this.fields = fields;
    this.cases = cases;
    this.debtors = debtors;
    this.accounts = accounts;
    this.figures = figures;
  }

  /** A case with the firms that suit it. */
  record Suit(String fieldOfLaw, PlaceableCase its) {
  }

  /** @param partners in good standing */
  Suit of(String caseNumber, List<Partner> partners) {
    CollectionCase current = cases.get(caseNumber);
    DebtorDetails debtor = debtors.of(current.debtorId()).debtor();
    List<Account> its = accounts.ofCase(caseNumber);
    Set<String> products = its.stream().map(Account::product).collect(Collectors.toSet());
    String oldest = its.stream().min(Comparator.comparing(Account::oldestDueDate)
        .thenComparing(Account::accountNumber)).map(Account::product).orElse(null);
    String field = fields.of(new FieldOfLaw.Question(oldest, debtor.country(),
        figures.of(current, its).overdueAmount()));
    Whereabouts where = new Whereabouts(debtor.country(), debtor.region(), debtor.city());
    List<Candidate> candidates = partners.stream()
        .filter(partner -> partner.kind() == PartnerKind.LAW_FIRM && partner.scope().coversFieldOfLaw(field)
            && partner.scope().coversProducts(products) && partner.scope().dataFields().containsAll(NEEDED))
        .flatMap(partner -> partner.scope().nearnessTo(where).stream()
            .map(nearness -> new Candidate(partner.partnerId(), nearness, PRIORITY, SHARE))).toList();
    return new Suit(field, new PlaceableCase(caseNumber, current.debtorId(), candidates,
        candidates.stream().map(Candidate::partnerId).collect(Collectors.toSet())));
  }
}
