package io.remit.figures;

import static io.remit.figures.Figure.Needs.NO_SNAPSHOT;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Figures of the money that came in while accounts were in collection. A payment counts when it was booked, so that
 * what is booked later does not change a past period; what takes a payment back counts for the case that the payment
 * counted for.
 */
@Configuration(proxyBeanMethods = false)
class MoneyFigures {

  /**
   * Money in and back: {@code e} is the account as it entered, {@code collected} and {@code returned} are never below
   * zero.
   */
  static final String MONEY = """
      account_entry e
              join collection_case c on c.case_number = e.case_number
              join (select l.account_number, l.currency, l.booked_at, coalesce(p.booked_at, l.booked_at) as paid_at,
                           case when l.type = 'PAYMENT' then l.amount else 0 end as collected,
                           case when l.type = 'PAYMENT' then 0 else l.amount end as returned
                      from ledger_entry l
                      left join ledger_entry p on p.reference = l.reverses
                     where l.type in ('PAYMENT', 'REVERSAL', 'CHARGEBACK') and l.booked_at < :ends) l
                on l.account_number = e.account_number and l.currency = e.currency and l.paid_at >= c.opened_at
                and (c.closed_at is null or l.paid_at <= c.closed_at)
      """;

  @Bean
  Figure recoveredFigure() {
    return new Figure("recovered", "Recovered money by month",
        "payments booked in the month on accounts in collection, less those that were taken back in it",
        "outstanding at the end of the day before the month, of all accounts then in collection",
        "ledger_entry, account_entry, account_day", NO_SNAPSHOT, List.of("booked_in", "currency"),
        List.of(Measure.cases(), Measure.money("collected"), Measure.money("returned"), Measure.money("net"),
            Measure.money("outstanding")),
        List.of(new Ratio("recovery", "net", "outstanding", List.of("booked_in", "currency"))), true, scope -> """
            select e.case_number, e.currency, e.product, e.region, m.name as booked_in, l.collected, l.returned,
                   l.collected - l.returned as net, 0 as outstanding
              from %s
              join %s on l.booked_at >= m.begins and l.booked_at < m.ends
            union all
            select a.case_number, a.currency, a.product, a.region, m.name, 0, 0, 0, a.outstanding
              from account_day a join %s on a.business_day = m.day_before
            """.formatted(MONEY, scope.months(), scope.months()));
  }

  @Bean
  Figure vintageFigure() {
    return new Figure("vintage", "Recovered money by month and age of entry",
        "payments less what was taken back, until the end of the period, on accounts that entered in the month",
        "outstanding of these accounts at the end of the day on which they entered", "ledger_entry, account_entry",
        NO_SNAPSHOT, List.of("entered_in", "bucket", "currency"),
        List.of(Measure.cases(), Measure.count("accounts"), Measure.money("outstanding"), Measure.money("net")),
        List.of(new Ratio("recovery", "net", "outstanding", List.of("entered_in", "bucket", "currency"))), true,
        scope -> """
            select e.case_number, e.currency, e.product, e.region, m.name as entered_in, %1$s as bucket, 1 as accounts,
                   e.outstanding, 0 as net
              from account_entry e join %2$s on e.business_day >= m.first_day and e.business_day <= m.last_day
            union all
            select e.case_number, e.currency, e.product, e.region, m.name, %1$s, 0, 0, l.collected - l.returned
              from %3$s
              join %2$s on e.business_day >= m.first_day and e.business_day <= m.last_day
            """.formatted(StockFigures.label("e.bucket"), scope.months(), MONEY));
  }
}
