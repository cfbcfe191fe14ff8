package io.remit.casefile;

import io.remit.ledger.Allocation.Parts;
import io.remit.offer.Offer;
import io.remit.offer.Offers;
import io.remit.plan.Instalment;
import io.remit.plan.Interval;
import io.remit.plan.Plan;
import io.remit.plan.Plans;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans and offers of a case as the REST interface shows them, the newest last; amounts in the case's currency. */
@Component
class TermsFiles {

  private final Plans plans;
  private final Offers offers;

  TermsFiles(Plans plans, Offers offers) {
    this.plans = plans;
    this.offers = offers;
  }

  /**
   * One plan.
   *
   * @param plan its name, such as {@code C100001-L3}
   * @param offeredUntil the last day on which the debtor can accept, or null
   * @param document the printed agreement within the work folder, or null
   */
  record PlanFile(String plan, Plan.Status status, String currency, BigDecimal total, Interval interval,
      boolean needsApproval, Instant proposedAt, String proposedBy, LocalDate offeredUntil, String document,
      LocalDate acceptedOn, Plan.Acceptance acceptedHow, Instant endedAt, List<Instalment> schedule) {
  }

  /**
   * One offer.
   *
   * @param offer its name, such as {@code C100001-S4}
   * @param payAmount zero for a waiver without a condition
   */
  record OfferFile(String offer, Offer.Status status, String currency, BigDecimal payAmount, LocalDate payBy,
      Parts waived, String reason, boolean needsApproval, Instant proposedAt, String proposedBy, Instant sentAt,
      Instant endedAt) {
  }

  List<PlanFile> plans(String caseNumber) {
    return plans.ofCase(caseNumber).stream().map(plan -> new PlanFile(plan.key().toString(), plan.status(),
        plan.currency(), plan.schedule().total(), plan.interval(), plan.terms().approval(), plan.proposedAt(),
        plan.proposedBy(), plan.offeredUntil(), plan.document(), plan.acceptedOn(), plan.acceptedHow(), plan.endedAt(),
        plan.schedule().instalments())).toList();
  }

  List<OfferFile> offers(String caseNumber) {
    return offers.ofCase(caseNumber).stream().map(offer -> new OfferFile(offer.key().toString(), offer.status(),
        offer.currency(), offer.payAmount(), offer.payBy(), offer.waived(), offer.reason(), offer.terms().approval(),
        offer.proposedAt(), offer.proposedBy(), offer.sentAt(), offer.endedAt())).toList();
  }
}
