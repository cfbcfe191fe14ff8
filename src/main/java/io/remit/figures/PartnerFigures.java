package io.remit.figures;

import static io.remit.figures.Figure.Needs.NO_SNAPSHOT;

import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes of cases that are placed with partners, and what it costs. */
@Configuration(proxyBeanMethods = false)
class PartnerFigures {

  private static final int MONTHS = 24;

  /** Money that came in, or went back, of a payment that was booked while the partner had the case. */
  static final String WHILE_PLACED = MoneyFigures.MONEY + """
              join placement p on p.case_number = e.case_number and l.paid_at >= p.placed_at
               and (p.ended_at is null or l.paid_at <= p.ended_at)
      """;
  /** What the partner keeps of it: the share that was agreed with the batch in which the case was handed over. */
  static final String WITH_TERMS = """
      left join (placement_batch_case t join placement_batch b on b.batch_id = t.batch_id and b.status = 'DELIVERED')
                on t.placement_id = p.placement_id
      """;
  private static final String PLACED_IN_PERIOD = "p.placed_at >= :begins and p.placed_at < :ends";

  @Bean
  Figure partnersFigure() {
    return new Figure("partners", "Partners' league",
        "payments less what was taken back, from the placement until its end or the end of the period; commission by "
            + "the terms of each placement, and what is left; recalls, returns and complaints until then",
        "outstanding at the end of the day of the placement, for cases placed in the period",
        "placement, placement_batch_case, account_day, ledger_entry, complaint", NO_SNAPSHOT,
        List.of("partner", "currency"),
        List.of(Measure.cases(), Measure.count("placements"), Measure.count("ended"), Measure.count("recalled"),
            Measure.count("given_back"), Measure.count("complaints"), Measure.money("outstanding"),
            Measure.money("net"), Measure.cost("commission"), Measure.cost("net_back")),
        List.of(new Ratio("recovery", "net", "outstanding", List.of("partner", "currency"))), false, scope -> """
            select p.case_number, c.currency, p.partner_id as partner, 1 as placements,
                   case when p.ended_at < :ends then 1 else 0 end as ended,
                   case when p.ended_at < :ends and p.end_reason in ('RECALLED', 'TERM', 'RULE', 'MANDATE_ENDED')
                        then 1 else 0 end as recalled,
                   case when p.ended_at < :ends and p.end_reason = 'RETURNED' then 1 else 0 end as given_back,
                   0 as complaints, 0 as outstanding, 0 as net, 0 as commission, 0 as net_back
              from placement p join collection_case c on c.case_number = p.case_number
             where %2$s
            union all
            select p.case_number, c.currency, p.partner_id, 0, 0, 0, 0, 1, 0, 0, 0, 0
              from placement p
              join collection_case c on c.case_number = p.case_number
              join complaint k on k.case_number = p.case_number and k.taken_at >= p.placed_at and k.taken_at < :ends
               and (p.ended_at is null or k.taken_at <= p.ended_at)
             where %2$s
            union all
            select p.case_number, a.currency, p.partner_id, 0, 0, 0, 0, 0, a.outstanding, 0, 0, 0
              from placement p
              join snapshot_day s on p.placed_at >= s.begins_at and p.placed_at < s.ends_at
              join account_day a on a.business_day = s.business_day and a.case_number = p.case_number
             where %2$s
            union all
            select p.case_number, e.currency, p.partner_id, 0, 0, 0, 0, 0, 0, l.collected - l.returned,
                   round((l.collected - l.returned) * coalesce(t.commission_percent, 0) / 100, 4),
                   round((l.collected - l.returned) * (100 - coalesce(t.commission_percent, 0)) / 100, 4)
              from %1$s
              %3$s
             where %2$s
            """.formatted(WHILE_PLACED, PLACED_IN_PERIOD, WITH_TERMS));
  }

  @Bean
  Figure partnerLiquidationFigure() {
    return new Figure("partner-liquidation", "Liquidation by months since placement",
        "payments less what was taken back, within so many months of the placement and while it lasted",
        "outstanding at the end of the day of the placement, of cases placed in the period so many months or more "
            + "before its end",
        "placement, account_day, ledger_entry", NO_SNAPSHOT, List.of("partner", "months", "currency"),
        List.of(Measure.cases(), Measure.money("outstanding"), Measure.money("net")),
        List.of(new Ratio("liquidation", "net", "outstanding", List.of("partner", "months", "currency"))), false,
        scope -> """
            select p.case_number, a.currency, p.partner_id as partner, w.number as months, a.outstanding, 0 as net
              from placement p
              join snapshot_day s on p.placed_at >= s.begins_at and p.placed_at < s.ends_at
              join account_day a on a.business_day = s.business_day and a.case_number = p.case_number
              join %2$s on p.placed_at + w.number * interval '1' month <= :ends
             where %3$s
            union all
            select p.case_number, e.currency, p.partner_id, w.number, 0, l.collected - l.returned
              from %1$s
              join %2$s on p.placed_at + w.number * interval '1' month <= :ends
               and l.paid_at < p.placed_at + w.number * interval '1' month
             where %3$s
            """.formatted(WHILE_PLACED, months(), PLACED_IN_PERIOD));
  }

  @Bean
  Figure partnerEvaluationsFigure(PartnerRegister register) {
    return new Figure("partner-evaluations", "Partners' evaluations",
        "partners whose yearly evaluation is due by the end of the period, by what the register knows now",
        "none: a number", "partner", NO_SNAPSHOT, List.of("partner"),
        List.of(Measure.count("registered"), Measure.count("evaluations_due")), List.of(), false, scope -> {
          List<String> rows = register.all().stream().map(partner -> row(partner,
              !register.evaluationDue(partner).isAfter(scope.to()))).toList();
          return "select cast(null as varchar(40)) as case_number, cast(null as varchar(3)) as currency, v.partner,"
              + " v.registered, v.evaluations_due from " + (rows.isEmpty()
                  ? "(select '' as partner, 0 as registered, 0 as evaluations_due where 1 = 0) as v"
                  : rows.stream().collect(
                      Collectors.joining(", ", "(values ", ") as v(partner, registered, evaluations_due)")));
        });
  }

  @Bean
  Figure partnerDeletionsFigure() {
    return new Figure("partner-deletions", "Proofs of deletion",
        "placements that ended until the end of the period; of these the proofs of deletion that were still missing "
            + "then, and those of them that were late",
        "none: a number", "deletion_proof", NO_SNAPSHOT, List.of("partner"),
        List.of(Measure.cases(), Measure.count("proofs_asked"), Measure.count("proofs_missing"),
            Measure.count("proofs_late")), List.of(),
        false, scope -> """
            select d.case_number, c.currency, d.partner_id as partner, 1 as proofs_asked,
                   case when d.recorded_at is null or d.recorded_at >= :ends then 1 else 0 end as proofs_missing,
                   case when (d.recorded_at is null or d.recorded_at >= :ends) and d.due_on < :to then 1 else 0 end
                     as proofs_late
              from deletion_proof d join collection_case c on c.case_number = d.case_number
             where d.asked_at < :ends
            """);
  }

  private static String row(Partner partner, boolean due) {
    return "('%s', 1, %d)".formatted(partner.partnerId().replace("'", "''"), due ? 1 : 0);
  }

  /** The numbers of months since a placement, as a table for SQL. */
  private static String months() {
    return IntStream.rangeClosed(1, MONTHS).mapToObj(month -> "(" + month + ")")
        .collect(Collectors.joining(", ", "(values ", ") as w(number)"));
  }
}
