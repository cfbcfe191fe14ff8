package io.remit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.database.PostgresDatabase;
import io.remit.statement.BankReferences;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import io.remit.statement.Payer;
import io.remit.statement.Remittance;
import io.remit.statement.ToldAmounts;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How fast payments find their accounts among a million, on PostgreSQL. It is run by hand:
 * <pre>{@code
 * mvn test -Dtest=MatchingBenchmark
 * }</pre>
 */
class MatchingBenchmark {

  private static final int ACCOUNTS = Integer.getInteger("remit.benchmark.accounts", 1_000_000);
  private static final int PAYMENTS = Integer.getInteger("remit.benchmark.payments", 20_000);

  @Test
  void paymentsAmongAMillionAccounts() {
    try (PostgresDatabase database = PostgresDatabase.create();
        MatchingWorld world = new MatchingWorld(database.url(), "postgres")) {
      fill(world);
      run(world, PAYMENTS / 10);
      long cpu = cpu();
      long begin = System.nanoTime();
      int found = run(world, PAYMENTS);
      long nanos = System.nanoTime() - begin;
      System.out.printf("%d payments among %d accounts: %d us each, %d us of them CPU of this thread, %d found%n",
          PAYMENTS, ACCOUNTS, nanos / 1000 / PAYMENTS, (cpu() - cpu) / 1000 / PAYMENTS, found);
      assertThat(found).isGreaterThanOrEqualTo(PAYMENTS / 4 * 3);
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void fill(MatchingWorld world) {
    world.jdbc().sql("""
        insert into debtor (debtor_id, debtor_type, name, time_zone, owns_property, match_number, match_name)
        select 'D' || n, 'PERSON', 'Ann' || n || ' Example' || n, 'UTC', false, cast(n as varchar),
            'ann' || n || ' example' || n
          from generate_series(1, :count) n
        """).param("count", ACCOUNTS).update();
    world.jdbc().sql("""
        insert into account (account_number, match_number, debtor_id, product, currency, snapshot_outstanding,
          snapshot_overdue, snapshot_date, snapshot_entry_id, outstanding_amount, overdue_amount, oldest_due_date,
          seen_in_run)
        select 'LOAN-' || 1000000 + n, cast(1000000 + n as varchar), 'D' || n, 'LOAN', 'EUR', 100, 10,
          date '2026-03-01', 0, 100, 10, date '2026-01-01', 1
          from generate_series(1, :count) n
        """).param("count", ACCOUNTS).update();
    world.jdbc().sql("analyze").update();
  }

  private static int run(MatchingWorld world, int payments) {
    int found = 0;
    for (int number = 1; number <= payments; number++) {
      long account = number * 7919L % ACCOUNTS + 1;
      String text = switch (number % 4) {
        case 0 -> "LOAN-" + (1_000_000 + account) + "/03-2026 Rate Maerz, vielen Dank";
        case 1 -> "Darlehen " + (1_000_000 + account) + " vom 02.03.2026 ueber 10,00 EUR";
        case 2 -> "EREF 20260302113456 Auftrag 4711 vom 1. Maerz|LOAN-100" + account % 10_000 + " Kunde 88";
        default -> "Kredit loan " + (1_000_000 + account)
            + " Rate 3 von 12, Tel. 030 1234567, IBAN DE89370400440532013000";
      };
      found += world.search().match(new BankTransaction(1, Kind.PAYMENT, new BigDecimal("10.00"), "EUR",
          MatchingWorld.TODAY, MatchingWorld.TODAY, null, null, Payer.named("Ann" + account + " Example" + account),
          new Remittance(List.of(text.split("\\|")), List.of()), new BankReferences(null, "E2E-" + number, List.of()),
          ToldAmounts.NONE, null, 1)).certain().isPresent() ? 1 : 0;
    }
    return found;
  }
}
