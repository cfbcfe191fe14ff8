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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans and offers of a case: forms show the newest first, the REST interface the newest last. */
@Component
class TermsPart implements CaseFilePart {

  private final Plans plans;
  private final Offers offers;
  private final FormWords words;

  TermsPart(Plans plans, Offers offers, FormWords words) {
    this.plans = plans;
    this.offers = offers;
    this.words = words;
  }

  /** @param instalments the schedule of the newest plan */
  private record Terms(List<PlanRow> plans, List<InstalmentRow> instalments, List<OfferRow> offers) {
  }

  private record PlanRow(String plan, String total, int instalments, String interval, LocalDate first, LocalDate last,
      String proposedBy, String status) {
  }

  private record InstalmentRow(int number, LocalDate dueOn, String amount) {
  }

  private record OfferRow(String offer, String pay, @Nullable LocalDate payBy, String fees, String interest,
      String principal, String reason, String proposedBy, String status) {
  }

  /**
   * One plan.
   *
   * @param plan its name, such as {@code C100001-L3}
   * @param offeredUntil the last day on which the debtor can accept, or null
   * @param document the printed agreement within the work folder, or null
   */
  record PlanFile(String plan, Plan.Status status, String currency, BigDecimal total, Interval interval,
      boolean needsApproval, Instant proposedAt, String proposedBy, @Nullable LocalDate offeredUntil,
      @Nullable String document, @Nullable LocalDate acceptedOn, Plan.@Nullable Acceptance acceptedHow,
      @Nullable Instant endedAt, List<Instalment> schedule) {
  }

  /**
   * One offer.
   *
   * @param offer its name, such as {@code C100001-S4}
   * @param payAmount zero for a waiver without a condition
   */
  record OfferFile(String offer, Offer.Status status, String currency, BigDecimal payAmount, LocalDate payBy,
      Parts waived, String reason, boolean needsApproval, Instant proposedAt, String proposedBy,
      @Nullable Instant sentAt, @Nullable Instant endedAt) {
  }

  @Override
  public Terms of(OpenedForm form) {
    List<Plan> all = newestFirst(plans.ofCase(form.caseNumber()));
    return new Terms(all.stream().map(this::row).toList(),
        all.isEmpty() ? List.of() : instalments(all.get(0)),
        newestFirst(offers.ofCase(form.caseNumber())).stream().map(this::row).toList());
  }

  private PlanRow row(Plan plan) {
    return new PlanRow(plan.key().toString(), FormWords.money(plan.currency(), plan.schedule().total()),
        plan.schedule().instalments().size(), words.of(plan.interval()),
        plan.schedule().first().dueOn(), plan.schedule().last().dueOn(), plan.proposedBy(),
        words.of(plan.status()));
  }

  private static List<InstalmentRow> instalments(Plan plan) {
    return plan.schedule().instalments().stream().map(instalment -> new InstalmentRow(instalment.number(),
        instalment.dueOn(), FormWords.money(plan.currency(), instalment.amount()))).toList();
  }

  private OfferRow row(Offer offer) {
    String currency = offer.currency();
    return new OfferRow(offer.key().toString(),
        offer.isConditional() ? FormWords.money(currency, offer.payAmount()) : words.of("nothing"),
        offer.isConditional() ? offer.payBy() : null, FormWords.money(currency, offer.waived().fees()),
        FormWords.money(currency, offer.waived().interest()), FormWords.money(currency, offer.waived().principal()),
        offer.reason(), offer.proposedBy(), words.of(offer.status()));
  }

  private static <T> List<T> newestFirst(List<T> newestLast) {
    List<T> reversed = new ArrayList<>(newestLast);
    Collections.reverse(reversed);
    return reversed;
  }

  /** The plans as values; amounts in the currency of the case. */
  List<PlanFile> plans(String caseNumber) {
    return plans.ofCase(caseNumber).stream().map(plan -> new PlanFile(plan.key().toString(), plan.status(),
        plan.currency(), plan.schedule().total(), plan.interval(), plan.terms().approval(), plan.proposedAt(),
        plan.proposedBy(), plan.offeredUntil(), plan.document(), plan.acceptedOn(), plan.acceptedHow(), plan.endedAt(),
        plan.schedule().instalments())).toList();
  }

  /** The offers as values; amounts in the currency of the case. */
  List<OfferFile> offers(String caseNumber) {
    return offers.ofCase(caseNumber).stream().map(offer -> new OfferFile(offer.key().toString(), offer.status(),
        offer.currency(), offer.payAmount(), offer.payBy(), offer.waived(), offer.reason(), offer.terms().approval(),
        offer.proposedAt(), offer.proposedBy(), offer.sentAt(), offer.endedAt())).toList();
  }
}
