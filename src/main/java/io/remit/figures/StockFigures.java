package io.remit.figures;

import static io.remit.figures.Figure.Needs.A_DAY_APART;
import static io.remit.figures.Figure.Needs.A_MONTH_APART;
import static io.remit.figures.Figure.Needs.LAST_DAY;

import io.remit.cases.Bucket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Figures of what there was at the end of a day, and of what became of it by the end of another. */
@Configuration(proxyBeanMethods = false)
class StockFigures {

  private static final String OUTCOME = """
      left join account_day b on b.business_day = :to and b.account_number = a.account_number
           join collection_case c on c.case_number = a.case_number
      """;

  /** An account in no snapshot any more was paid or is not overdue any more, unless the creditor took it back. */
  private static final String WITHDRAWN =
      "b.account_number is null and c.close_reason = 'WITHDRAWN' and c.closed_at < :ends";

  @Bean
  Figure portfolioFigure() {
    return new Figure("portfolio", "Portfolio by bucket and stage",
        "cases, accounts, overdue and outstanding amounts at the end of the day",
        "for the share: all that is outstanding in the currency", "account_day", LAST_DAY,
        List.of("bucket", "stage", "status", "currency"),
        List.of(Measure.cases(), Measure.count("accounts"), Measure.money("overdue"), Measure.money("outstanding")),
        List.of(new Ratio("share", "outstanding", "outstanding", List.of("currency"))), true, scope -> """
            select case_number, currency, product, region, %s as bucket, stage, status, 1 as accounts, overdue,
                   outstanding
              from account_day where business_day = :to
            """.formatted(label("bucket")));
  }

  @Bean
  Figure rollRatesFigure() {
    return new Figure("roll-rates", "Roll rates from bucket to bucket",
        "outstanding at the end of the later day of the accounts that came from the one bucket into the other",
        "outstanding of all accounts in the one bucket at the end of the earlier day", "account_day of both days",
        A_MONTH_APART, List.of("from_bucket", "to_bucket", "direction", "currency"),
        List.of(Measure.cases(), Measure.count("accounts"), Measure.money("balance_before"),
            Measure.money("balance_now")),
        List.of(new Ratio("roll_rate", "balance_now", "balance_before", List.of("from_bucket", "currency"))), true,
        scope -> """
            select a.case_number, a.currency, a.product, a.region, %s as from_bucket,
                   case when b.bucket is not null then %s when %s then 'WITHDRAWN' else 'PAID' end as to_bucket,
                   case when b.bucket > a.bucket then 'FORWARD' when b.bucket = a.bucket then 'SAME'
                        when b.bucket < a.bucket then 'BACKWARD' else 'LEFT' end as direction,
                   1 as accounts, a.outstanding as balance_before, coalesce(b.outstanding, 0) as balance_now
              from account_day a
              %s
             where a.business_day = :from
            """.formatted(label("a.bucket"), label("b.bucket"), WITHDRAWN, OUTCOME));
  }

  @Bean
  Figure cureRateFigure() {
    return new Figure("cure-rate", "Cure rate",
        "delinquent accounts of the earlier day on which nothing was overdue at the end of the later day",
        "accounts on which something was overdue at the end of the earlier day", "account_day of both days",
        A_MONTH_APART, List.of("bucket", "currency"),
        List.of(Measure.cases(), Measure.count("delinquent"), Measure.count("cured"), Measure.money("overdue_before")),
        List.of(new Ratio("cure_rate", "cured", "delinquent", List.of("bucket", "currency"))), true, scope -> """
            select a.case_number, a.currency, a.product, a.region, %s as bucket, 1 as delinquent,
                   case when %s or b.overdue > 0 then 0 else 1 end as cured, a.overdue as overdue_before
              from account_day a
              %s
             where a.business_day = :from and a.overdue > 0
            """.formatted(label("a.bucket"), WITHDRAWN, OUTCOME));
  }

  @Bean
  Figure changesFigure() {
    return new Figure("changes", "The portfolio on two days",
        "cases, overdue and outstanding amounts at the end of either day, yesterday and the day before as a rule",
        "none: two counts to compare", "account_day of both days", A_DAY_APART,
        List.of("stage", "bucket", "currency"),
        List.of(new Measure("cases_before", "count(distinct case when before = 1 then case_number end)",
                Measure.Kind.COUNT),
            new Measure("cases_now", "count(distinct case when before = 0 then case_number end)", Measure.Kind.COUNT),
            Measure.money("overdue_before"), Measure.money("overdue_now"), Measure.money("outstanding_before"),
            Measure.money("outstanding_now")),
        List.of(), true, scope -> """
            select case_number, currency, product, region, stage, %s as bucket, 1 as before, overdue as overdue_before,
                   0 as overdue_now, outstanding as outstanding_before, 0 as outstanding_now
              from account_day where business_day = :from
            union all
            select case_number, currency, product, region, stage, %s, 0, 0, overdue, 0, outstanding
              from account_day where business_day = :to
            """.formatted(label("bucket"), label("bucket")));
  }

  /** The name of the bucket whose number a column has. */
  static String label(String column) {
    return Arrays.stream(Bucket.values())
        .map(bucket -> "when " + bucket.ordinal() + " then '" + bucket.label() + "'")
        .collect(Collectors.joining(" ", "case " + column + " ", " end"));
  }
}
