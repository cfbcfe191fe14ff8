package io.remit.casefile;

import io.remit.offer.Offer;
import io.remit.offer.Offers;
import io.remit.plan.Plan;
import io.remit.plan.Plans;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans and offers of a case as forms show them, the newest first. */
@Component
class TermsRows {

  private final Plans plans;
  private final Offers offers;
  private final Shown shown;

  TermsRows(Plans plans, Offers offers, Shown shown) {
    this.plans = plans;
    this.offers = offers;
    this.shown = shown;
  }

  /** @param instalments the schedule of the newest plan */
  record Rows(List<PlanRow> plans, List<InstalmentRow> instalments, List<OfferRow> offers) {
  }

  record PlanRow(String plan, String total, int instalments, String interval, LocalDate first, LocalDate last,
      String proposedBy, String status) {
  }

  record InstalmentRow(int number, LocalDate dueOn, String amount) {
  }

  record OfferRow(String offer, String pay, LocalDate payBy, String fees, String interest, String principal,
      String reason, String proposedBy, String status) {
  }

  Rows of(String caseNumber) {
    List<Plan> all = newestFirst(plans.ofCase(caseNumber));
    return new Rows(all.stream().map(this::row).toList(),
        all.isEmpty() ? List.of() : instalments(all.get(0)),
        newestFirst(offers.ofCase(caseNumber)).stream().map(this::row).toList());
  }

  private PlanRow row(Plan plan) {
    return new PlanRow(plan.key().toString(), Shown.money(plan.currency(), plan.schedule().total()),
        plan.schedule().instalments().size(), shown.words(plan.interval()),
        plan.schedule().first().dueOn(), plan.schedule().last().dueOn(), plan.proposedBy(),
        shown.words(plan.status()));
  }

  private static List<InstalmentRow> instalments(Plan plan) {
    return plan.schedule().instalments().stream().map(instalment -> new InstalmentRow(instalment.number(),
        instalment.dueOn(), Shown.money(plan.currency(), instalment.amount()))).toList();
  }

  private OfferRow row(Offer offer) {
    String currency = offer.currency();
    return new OfferRow(offer.key().toString(),
        offer.isConditional() ? Shown.money(currency, offer.payAmount()) : shown.words("nothing"),
        offer.isConditional() ? offer.payBy() : null, Shown.money(currency, offer.waived().fees()),
        Shown.money(currency, offer.waived().interest()), Shown.money(currency, offer.waived().principal()),
        offer.reason(), offer.proposedBy(), shown.words(offer.status()));
  }

  private static <T> List<T> newestFirst(List<T> newestLast) {
    List<T> reversed = new ArrayList<>(newestLast);
    Collections.reverse(reversed);
    return reversed;
  }
}
