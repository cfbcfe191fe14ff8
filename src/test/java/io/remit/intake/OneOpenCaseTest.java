package io.remit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.remit.clock.TestClock;
import io.remit.database.PostgresDatabase;
import io.remit.ledger.PaymentOrder;
import io.remit.payment.PaymentPosting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("long")
class OneOpenCaseTest {

  private static final String ARREARS = """
      account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,time_zone
      OVERDUE,LOAN,EUR,100.00,100.00,2026-02-01,D1,Ann Example,Europe/Berlin
      DUE-SOON,LOAN,EUR,50.00,0.00,2026-03-20,D1,Ann Example,Europe/Berlin
      """;

  /** The one cures the case, and another opens for what is not yet due; who pays on that one waits for it meanwhile. */
  @Test
  void twoPaymentsOfADebtorAtTheSameTimeLeaveOneOpenCase() throws IOException {
    try (PostgresDatabase postgres = PostgresDatabase.create();
        ConfigurableApplicationContext application = MoneyApplication.start(
            "spring.datasource.url=" + postgres.url(),
            "spring.datasource.username=postgres")) {
      application.getBean(TestClock.class).set(Instant.parse("2026-03-18T09:00:00Z"));
      JdbcClient database = application.getBean(JdbcClient.class);
      PaymentPosting posting = application.getBean(PaymentPosting.class);
      application.getBean(ArrearsIntake.class)
          .apply(new ByteArrayInputStream(ARREARS.getBytes(StandardCharsets.UTF_8)), false);
      assertThat(openCases(database)).isEqualTo(1);

      CompletableFuture<?> other = application.getBean(TransactionTemplate.class).execute(status -> {
        posting.post(List.of(payment("P1", "OVERDUE", "100.00")));
        CompletableFuture<?> waiting =
            CompletableFuture.runAsync(() -> posting.post(List.of(payment("P2", "DUE-SOON", "10.00"))));
        await().until(() -> database.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
            .query(Integer.class).single() == 1);
        return waiting;
      });
      other.join();

      assertThat(openCases(database)).isEqualTo(1);
      assertThat(database.sql("select outstanding_amount from account where account_number = 'DUE-SOON'")
          .query(BigDecimal.class).single()).isEqualByComparingTo("40.00");
    }
  }

  private static PaymentOrder payment(String reference, String account, String amount) {
    return new PaymentOrder(reference, account, PaymentOrder.Type.PAYMENT, new BigDecimal(amount), "EUR",
        LocalDate.parse("2026-03-18"), null, 0, 1, null);
  }

  private static int openCases(JdbcClient database) {
    return database.sql("select count(*) from collection_case where status <> 'CLOSED'").query(Integer.class).single();
  }
}
