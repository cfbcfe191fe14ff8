package io.remit.partner;

import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The legal basis of the sale of debts to a partner: an outsourcing officer enters it, a legal officer and a supervisor
 * sign it, three different people. Until then the partner gets nothing. Another basis, or another contract, is signed
 * anew.
 */
@Component
public class Sales {

  private static final int LONGEST_DOCUMENT = 200;
  private static final String BASIS = "basis";
  private static final String SIGNATURE = "signature";

  private final PartnerRegister register;
  private final PartnerRepository partners;
  private final SalePolicy policy;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;

  Sales(PartnerRegister register, PartnerRepository partners, SalePolicy policy, SecondPerson secondPerson,
      BusinessCalendar calendar) {
    this.register = register;
    this.partners = partners;
    this.policy = policy;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
  }

  /** Who signs. */
  public enum Signature {
    LEGAL, SUPERVISOR
  }

  /**
   * Enters the legal basis; earlier signatures are void.
   *
   * @param basis one that each country has where the partner works
   * @param document where the paper is
   * @param by user id
   * @throws InvalidInputException that names the field
   */
  @Transactional
  public void enter(String partnerId, @Nullable String basis, @Nullable String document, String by) {
    register.lock(partnerId);
    Partner partner = register.get(partnerId);
    if (partner.papers().contract() == null || partner.papers().contract().kind() != ContractKind.SALE) {
      throw new InvalidInputException(BASIS, "is for a partner with a contract of the kind SALE");
    }
    Set<String> countries = partner.scope().places().stream().map(Place::country).collect(Collectors.toSet());
    if (countries.isEmpty()) {
      throw new InvalidInputException(BASIS, "is one of a country: name the places of the partner");
    }
    String entered = EnteredText.required(BASIS, basis, LONGEST_DOCUMENT);
    for (String country : countries) {
      if (!policy.basesIn(country).contains(entered)) {
        throw new InvalidInputException(BASIS, "is none on which debts may be sold in " + country);
      }
    }
    partners.setSale(partnerId, new SaleBasis(entered, EnteredText.required("document", document, LONGEST_DOCUMENT),
        by, calendar.now(), null, null));
  }

  /**
   * Signs the legal basis.
   *
   * @param by user id, of another person than entered it or gave the other signature
   * @throws InvalidInputException if there is nothing to sign, or that person may not
   */
  @Transactional
  public void sign(String partnerId, Signature signature, String by) {
    register.lock(partnerId);
    Contract contract = register.get(partnerId).papers().contract();
    SaleBasis sale = contract == null ? null : contract.sale();
    if (sale == null) {
      throw new InvalidInputException(SIGNATURE, "there is no legal basis to sign");
    }
    String other = signature == Signature.LEGAL ? sale.supervisorSignedBy() : sale.legalSignedBy();
    secondPerson.mustDecide(SIGNATURE, by, new Raised(null, sale.enteredBy(), sale.enteredAt()),
        "is for another person: you entered this yourself");
    secondPerson.mustDecide(SIGNATURE, by, new Raised(null, other, sale.enteredAt()),
        "is for another person: you signed this already");
    partners.signSale(partnerId, signature, by, calendar.now());
  }
}
