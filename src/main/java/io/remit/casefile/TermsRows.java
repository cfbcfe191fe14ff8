package io.remit.casefile;

import io.remit.offer.Offer;
import io.remit.offer.Offers;
import io.remit.plan.Plan;
import io.remit.plan.Plans;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Plans and offers of a case as forms show them, the newest first. */
@Component
class TermsRows {

  private final Plans plans;
  private final Offers offers;

  TermsRows(Plans plans, Offers offers) {
    this.plans = plans;
    this.offers = offers;
  }

  record PlanRow(String plan, String total, int instalments, String interval, LocalDate first, LocalDate last,
      String proposedBy, String status) {
  }

  record InstalmentRow(int number, LocalDate dueOn, String amount) {
  }

  record OfferRow(String offer, String pay, LocalDate payBy, String fees, String interest, String principal,
      String reason, String proposedBy, String status) {
  }

  List<PlanRow> plans(String caseNumber) {
    return newestFirst(plans.ofCase(caseNumber)).stream().map(plan -> new PlanRow(plan.key().toString(),
        money(plan.currency(), plan.schedule().total()), plan.schedule().instalments().size(),
        words(plan.interval().name()), plan.schedule().first().dueOn(), plan.schedule().last().dueOn(),
        plan.proposedBy(), words(plan.status().name()))).toList();
  }

  /** The schedule of the newest plan. */
  List<InstalmentRow> instalments(String caseNumber) {
    List<Plan> all = newestFirst(plans.ofCase(caseNumber));
    return all.isEmpty() ? List.of() : all.get(0).schedule().instalments().stream()
        .map(instalment -> new InstalmentRow(instalment.number(), instalment.dueOn(),
            money(all.get(0).currency(), instalment.amount()))).toList();
  }

  List<OfferRow> offers(String caseNumber) {
    return newestFirst(offers.ofCase(caseNumber)).stream().map(TermsRows::row).toList();
  }

  private static OfferRow row(Offer offer) {
    String currency = offer.currency();
    return new OfferRow(offer.key().toString(), offer.isConditional() ? money(currency, offer.payAmount()) : "nothing",
        offer.isConditional() ? offer.payBy() : null, money(currency, offer.waived().fees()),
        money(currency, offer.waived().interest()), money(currency, offer.waived().principal()), offer.reason(),
        offer.proposedBy(), words(offer.status().name()));
  }

  private static <T> List<T> newestFirst(List<T> newestLast) {
    List<T> reversed = new ArrayList<>(newestLast);
    Collections.reverse(reversed);
    return reversed;
  }

  private static String money(String currency, BigDecimal amount) {
    return currency + " " + amount.toPlainString();
  }

  private static String words(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
