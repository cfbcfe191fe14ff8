package io.remit.outsourcing;

import io.remit.ledger.Amount;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which partners are for a case: the decision {@code partners-for-case}, asked through the engine. */
public interface PartnerChoice {

  /**
   * What is known of a case.
   *
   * @param country ISO 3166-1 of where the debtor is, or null if it is not known
   * @param region ISO 3166-2, or null
   * @param overdueAmount what is overdue in the case
   * @param product of its oldest account
   */
  record Question(@Nullable String country, @Nullable String region, Amount overdueAmount, int daysPastDue,
      @Nullable String product) {
  }

  /**
   * A partner, or each of a kind, that is for such cases.
   *
   * @param partnerId null if it is each of a kind
   * @param kind null if it is one partner
   * @param priority the lowest goes first
   * @param share how many debtors it gets of those that go to its equals and itself
   */
  record Fit(@Nullable String partnerId, @Nullable PartnerKind kind, int priority, int share) {

    /** Whether a partner is meant. */
    public boolean means(Partner partner) {
      return partnerId == null ? partner.kind() == kind : partnerId.equals(partner.partnerId());
    }
  }

  /** What the table answers, in the order of its rows. */
  List<Fit> partnersFor(Question question);
}
