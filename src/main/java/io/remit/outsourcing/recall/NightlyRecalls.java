package io.remit.outsourcing.recall;

import io.remit.cases.BusinessCalendar;
import io.remit.ledger.Amount;
import io.remit.outsourcing.PlacementRecalls;
import io.remit.outsourcing.recall.RecallPolicy.Answer;
import io.remit.outsourcing.recall.RecallPolicy.Question;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks each night of every case that a partner has whether it is recalled: because the table says so, or because the
 * term is over and the case did not hear of it, as when a contract was shortened.
 */
@Component
public class NightlyRecalls {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyRecalls.class);
  private static final int AT_ONCE = 500;

  private final WithPartnerRepository placed;
  private final RecallPolicy policy;
  private final PartnerRegister register;
  private final PlacementRecalls recalls;
  private final BusinessCalendar calendar;

  NightlyRecalls(WithPartnerRepository placed, RecallPolicy policy, PartnerRegister register, PlacementRecalls recalls,
      BusinessCalendar calendar) {
    this.placed = placed;
    this.policy = policy;
    this.register = register;
    this.recalls = recalls;
    this.calendar = calendar;
  }

  /** Looks once. A case that cannot be recalled now is tried the next night. */
  public void look() {
    Map<String, Partner> partners = new HashMap<>();
    register.all().forEach(partner -> partners.put(partner.partnerId(), partner));
    for (List<WithPartner> some = placed.after("", AT_ONCE); !some.isEmpty();
        some = placed.after(some.get(some.size() - 1).caseNumber(), AT_ONCE)) {
      some.forEach(each -> look(each, Objects.requireNonNull(partners.get(each.partnerId()))));
    }
  }

  private void look(WithPartner each, Partner partner) {
    try {
      if (recalls.isTermOver(each.caseNumber())) {
        recalls.termOver(each.caseNumber());
        return;
      }
      Answer answer = policy.answerTo(new Question(partner.kind(), daysSince(each.placedAt()),
          daysSince(each.toldAt() == null ? each.placedAt() : each.toldAt()), each.paidShare(),
          Math.toIntExact(calendar.daysPastDue(each.dueSince())), new Amount(each.currency(), each.owed())));
      if (answer.recall()) {
        recalls.byRule(each.caseNumber(), answer.why() == null ? "" : answer.why());
      }
    } catch (RuntimeException failed) {
      LOG.warn("Case {} could not be recalled: {}", each.caseNumber(), failed.getClass().getName());
    }
  }

  private int daysSince(Instant moment) {
    return Math.toIntExact(ChronoUnit.DAYS.between(calendar.dayOf(moment), calendar.today()));
  }
}
