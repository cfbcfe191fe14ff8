package io.remit.figures;

import static io.remit.figures.Figure.Needs.NO_SNAPSHOT;
import static io.remit.figures.MoneyFigures.MONEY;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Figures of what collection costs. */
@Configuration(proxyBeanMethods = false)
class CostFigures {

  private static final String PRICED = "case when u.amount is null then 1 else 0 end as unpriced";
  private static final String HOLDS_AT = "u.currency = c.currency and %1$s >= u.begins and %1$s < u.ends";

  /**
   * Money came in while the case was in a stage; which contact brought it nobody knows, so that the cost of each kind
   * is divided by all of it.
   */
  @Bean
  Figure costToCollectFigure(PriceList prices) {
    return new Figure("cost-to-collect", "Cost to collect",
        "cost of contacts made and cases filed at court in the period, by the decision cost-of-collection in the "
            + "currency of the case, and partners' commissions by the terms of each placement; unpriced are those of "
            + "which nobody knows a cost",
        "payments booked in the period on accounts in collection, less what was taken back: all in the currency, and "
            + "those that came in while the case was in the stage",
        "contact_attempt, court_filing, placement, placement_batch_case, ledger_entry, stage_stay", NO_SNAPSHOT,
        List.of("stage", "kind", "currency"),
        List.of(Measure.cases(), Measure.count("pieces"), Measure.count("unpriced"), Measure.cost("cost"),
            Measure.money("collected")),
        List.of(new Ratio("cost_to_collect", "cost", "collected", List.of("currency")),
            new Ratio("in_stage", "cost", "collected", List.of("stage", "currency"))), false, scope -> """
            select t.case_number, c.currency, t.stage, t.channel as kind, 1 as pieces, %2$s,
                   coalesce(u.amount, 0) as cost, 0 as collected
              from contact_attempt t
              join collection_case c on c.case_number = t.case_number
              left join %1$s on u.kind = t.channel and %3$s
             where t.sent_at >= :begins and t.sent_at < :ends and (t.rule is null or t.rule <> 'debtor-called')
            union all
            select t.case_number, c.currency, 'LEGAL', 'COURT', 1, %2$s, coalesce(u.amount, 0), 0
              from court_filing t
              join collection_case c on c.case_number = t.case_number
              left join %1$s on u.kind = 'COURT' and %4$s
             where t.filed_at >= :begins and t.filed_at < :ends
            union all
            select e.case_number, e.currency, 'OUTSOURCING', 'COMMISSION', 1,
                   case when t.commission_percent is null then 1 else 0 end,
                   round(coalesce(t.commission_percent, 0) * (l.collected - l.returned) / 100, 4), 0
              from %6$s
              %7$s
             where l.booked_at >= :begins
            union all
            select e.case_number, e.currency, coalesce(s.stage, c.stage), 'PAYMENT', 0, 0, 0, l.collected - l.returned
              from %5$s
              left join stage_stay s on s.case_number = e.case_number and l.paid_at > s.entered_at
               and l.paid_at <= s.left_at
             where l.booked_at >= :begins
            """.formatted(prices.table(), PRICED, HOLDS_AT.formatted("t.sent_at"), HOLDS_AT.formatted("t.filed_at"),
                MONEY, PartnerFigures.WHILE_PLACED, PartnerFigures.WITH_TERMS));
  }
}
