package io.remit.intake;

import static io.remit.intake.IntakeFixture.account;
import static io.remit.intake.IntakeFixture.accountWith;
import static io.remit.intake.IntakeFixture.arrearsOf;
import static io.remit.intake.IntakeFixture.payment;
import static io.remit.intake.IntakeFixture.paymentsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorDetails.DebtorType;
import io.remit.intake.csv.Rejection;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.intake.delivery.IntakeInterrupted;
import io.remit.intake.delivery.IntakeStatus;
import io.remit.intake.delivery.PaymentsResult;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PaymentOrder.Type;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class IntakeTest extends WithIntake {

  @Test
  void everyColumnOfAnArrearsRowArrives() {
    intake.arrears(arrearsOf(account("A1")));
    var account = intake.portfolio.accounts.get("A1");
    assertThat(account.product()).isEqualTo("FINE");
    assertThat(account.outstandingAmount()).isEqualTo(new BigDecimal("46.00"));
    assertThat(account.oldestDueDate()).isEqualTo(LocalDate.of(2007, 2, 3));
    assertThat(account.debtor()).isEqualTo(new DebtorDetails("D1", DebtorType.PERSON, "Xu Diaz", "+17135550187",
        "d1@example.com", "277 Example Street", "Houston", "US-TX", "US", ZoneId.of("America/Chicago"), "en", true,
        "Paz Quist", "+16465550167"));
  }

  @Test
  void aDebtorInCreditAnAmountThatIsNotToldAndTheDayOfTheBooksArrive() {
    String header = "account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,"
        + "debtor_name,time_zone,next_due_amount,as_of\n";
    ArrearsResult result = intake.arrears(header + "A1,LOAN,EUR,-5.00,,2024-02-03,D1,Xu Diaz,Etc/UTC,,2024-02-28\n"
        + "A2,LOAN,EUR,100.00,,2024-03-03,D1,Xu Diaz,Etc/UTC,10.00,\n"
        + "A3,LOAN,EUR,-5.00,1.00,2024-03-03,D1,Xu Diaz,Etc/UTC,,\n"
        + "A4,LOAN,EUR,5.00,,2024-03-03,D1,Xu Diaz,Etc/UTC,5.01,\n");

    assertThat(result.rejected()).extracting(Rejection::line, Rejection::column, Rejection::rule).containsExactly(
        tuple(4L, "overdue_amount", "overdue-above-outstanding"),
        tuple(5L, "next_due_amount", "next-due-above-outstanding"));
    var credit = intake.portfolio.accounts.get("A1");
    assertThat(credit.outstandingAmount()).isEqualTo(new BigDecimal("-5.00"));
    assertThat(credit.overdueAmount()).isNull();
    assertThat(credit.asOf()).isEqualTo(LocalDate.of(2024, 2, 28));
    assertThat(intake.portfolio.accounts.get("A2").nextDueAmount()).isEqualTo(new BigDecimal("10.00"));
    assertThat(intake.portfolio.accounts.get("A2").asOf()).as("nobody said").isNull();
  }

  @Test
  void theBookingDateOfAPaymentArrives() {
    intake.payments("payment_reference,account_number,type,amount,currency,value_date,booking_date\n"
        + "P1,A1,PAYMENT,1.00,EUR,2024-03-04,2024-03-01\nP2,A1,PAYMENT,1.00,EUR,2024-03-01,\n");
    assertThat(intake.portfolio.payments.get("P1").bookingDate()).isEqualTo(LocalDate.of(2024, 3, 1));
    assertThat(intake.portfolio.payments.get("P2").bookingDate()).isNull();
  }

  @Test
  void optionalColumnsMayBeAbsentAndColumnsMayComeInAnyOrder() {
    intake.arrears("Time_Zone, debtor_name ,debtor_id,oldest_due_date,overdue_amount,outstanding_amount,currency,"
        + "product,ACCOUNT_NUMBER\r\nEurope/London,\"Said \"\"Ó\"\", Ltd\",D1,2007-02-03,0,1.5,GBP,LOAN, A1 \r\n");
    var account = intake.portfolio.accounts.get("A1");
    assertThat(account.outstandingAmount()).isEqualTo(new BigDecimal("1.50"));
    assertThat(account.debtor()).isEqualTo(new DebtorDetails("D1", DebtorType.PERSON, "Said \"Ó\", Ltd", null, null,
        null, null, null, null, ZoneId.of("Europe/London"), null, false, null, null));
  }

  @Test
  void aSnapshotIsCountedByWhatItDid() {
    intake.arrears(arrearsOf(account("A1"), account("A2")));
    ArrearsResult result = intake.arrears(arrearsOf(account("A1"), accountWith("A2", "overdue_amount", "12.00"),
        account("A3"), accountWith("A4", "currency", "?")));
    assertThat(result.rows()).isEqualTo(4);
    assertThat(result.opened()).isEqualTo(1);
    assertThat(result.updated()).isEqualTo(1);
    assertThat(result.unchanged()).isEqualTo(1);
    assertThat(result.closed()).isZero();
    assertThat(result.rejected()).hasSize(1);
  }

  @Test
  void paymentsAndReversalsArePosted() {
    PaymentsResult result = intake.payments(paymentsOf(payment("P1", "A1"), "R1,A1,REVERSAL,12.50,EUR,2007-09-04,P1",
        payment("P1", "A1"), payment("P2", "UNKNOWN1")));
    assertThat(result.rows()).isEqualTo(4);
    assertThat(result.posted()).isEqualTo(2);
    assertThat(result.duplicates()).isEqualTo(1);
    assertThat(result.unmatched()).isEqualTo(1);
    assertThat(intake.portfolio.payments.get("R1")).isEqualTo(new PaymentOrder("R1", "A1", Type.REVERSAL,
        new BigDecimal("12.50"), "EUR", LocalDate.of(2007, 9, 4), "P1", result.fileId(), 3, null));
  }

  @Test
  void theSameContentIsAppliedOnceAndAnsweredAlike() {
    String content = arrearsOf(account("A1"), accountWith("A2", "currency", "?"));
    ArrearsResult first = intake.arrears(content);
    ArrearsResult second = intake.arrears(content);
    assertThat(first.status()).isEqualTo(IntakeStatus.APPLIED);
    assertThat(second).isEqualTo(new ArrearsResult(first.fileId(), first.sha256(), IntakeStatus.ALREADY_APPLIED, 2, 1,
        0, 0, 0, 0, first.rejected(), List.of()));
    assertThat(intake.portfolio.batchSizes).containsExactly(1);
    String payments = paymentsOf(payment("P1", "A1"));
    intake.payments(payments);
    assertThat(intake.payments(payments)).extracting(PaymentsResult::status, PaymentsResult::posted)
        .containsExactly(IntakeStatus.ALREADY_APPLIED, 1L);
  }

  @Test
  void aFileThatWasAppliedIsAppliedAgainWhenItTurnsOutToBeComplete() {
    intake.arrears(arrearsOf(account("A0")));
    String content = arrearsOf(account("A1"));
    assertThat(intake.arrears(content).closed()).isZero();
    assertThat(intake.completeArrears(content)).extracting(ArrearsResult::status, ArrearsResult::closed)
        .containsExactly(IntakeStatus.APPLIED, 1L);
    assertThat(intake.arrears(arrearsOf(account("A1"))).status()).isEqualTo(IntakeStatus.ALREADY_APPLIED);
  }

  @Test
  void contentAppliedAsCompleteIsNotAppliedAgainWithout() {
    String content = arrearsOf(account("A1"));
    intake.completeArrears(content);
    assertThat(intake.arrears(content).status()).isEqualTo(IntakeStatus.ALREADY_APPLIED);
  }

  @Test
  void aCompleteFileClosesTheAccountsOfItsProductsThatItDoesNotList() {
    intake.arrears(arrearsOf(IntStream.range(0, 250).mapToObj(i -> account("A" + i)).toArray(String[]::new)));
    intake.arrears(arrearsOf(accountWith("L1", "product", "LOAN")));
    ArrearsResult result = intake.completeArrears(arrearsOf(account("A0")));
    assertThat(result.closed()).isEqualTo(249);
    assertThat(intake.portfolio.accounts).containsOnlyKeys("A0", "L1");
  }

  @Test
  void anAccountWhoseRowIsRefusedIsNotMissing() {
    intake.arrears(arrearsOf(account("A1"), account("A2"), account("A3"), account("A4")));
    intake.portfolio.failing = "A3"::equals;
    ArrearsResult result = intake.completeArrears(arrearsOf(accountWith("A1", "phone", "?"),
        accountWith("A2", "currency", "USD"), account("A3")));
    assertThat(result.rejected()).extracting(Rejection::rule)
        .containsExactly("phone-format", "currency-changed", "not-applied");
    assertThat(intake.portfolio.markedSeen).containsExactlyInAnyOrder("A1", "A2", "A3");
    assertThat(result.closed()).isEqualTo(1);
    assertThat(intake.portfolio.accounts).containsOnlyKeys("A1", "A2", "A3");
  }

  @Test
  void theProductOfARefusedRowCountsAsListed() {
    intake.arrears(arrearsOf(accountWith("L1", "product", "LOAN")));
    String refusedLoan = accountWith("L2", "product", "LOAN").replace("2007-02-03", "2007-02-31");
    assertThat(intake.completeArrears(arrearsOf(account("A1"), refusedLoan)).closed()).isEqualTo(1);
    assertThat(intake.portfolio.closedProducts).containsExactlyInAnyOrder("FINE", "LOAN");
  }

  @Test
  void nothingIsClosedWhenAnAccountNumberCannotBeRead() {
    intake.arrears(arrearsOf(account("A1"), account("A2")));
    ArrearsResult result = intake.completeArrears(arrearsOf(account("A1"), "A2,FINE,EUR,46.00"));
    assertThat(result.closed()).isZero();
    assertThat(result.rejected()).singleElement().extracting(Rejection::message).asString()
        .endsWith("no account was closed as missing.");
    assertThat(intake.portfolio.accounts).containsKeys("A1", "A2");
  }

  @Test
  void rowsAreHandedOnInBatches() {
    intake.arrears(arrearsOf(IntStream.range(0, 250).mapToObj(i -> account("A" + i)).toArray(String[]::new)));
    assertThat(intake.portfolio.batchSizes).containsExactly(100, 100, 50);
  }

  @Test
  void aRowThatFailsDoesNotKeepTheOthersOfItsBatch() {
    intake.portfolio.failing = "A42"::equals;
    String content = arrearsOf(IntStream.range(0, 100).mapToObj(i -> account("A" + i)).toArray(String[]::new));
    ArrearsResult result = intake.arrears(content);
    assertThat(result.opened()).isEqualTo(99);
    assertThat(result.rejected()).extracting(Rejection::line, Rejection::rule)
        .containsExactly(tuple(44L, "not-applied"));

    intake.portfolio.failing = account -> false;
    assertThat(intake.arrears(content)).extracting(ArrearsResult::fileId, ArrearsResult::status, ArrearsResult::opened)
        .containsExactly(result.fileId(), IntakeStatus.APPLIED, 1L);
    assertThat(intake.arrears(content).status()).isEqualTo(IntakeStatus.ALREADY_APPLIED);
  }

  @Test
  void aBatchThatFailsOnceIsTriedAgainAsItIs() {
    AtomicInteger calls = new AtomicInteger();
    intake.portfolio.beforeBatch = () -> {
      if (calls.incrementAndGet() == 1) {
        throw new IllegalStateException("deadlock");
      }
    };
    assertThat(intake.payments(paymentsOf(payment("P1", "A1"), payment("P2", "A1"))).posted()).isEqualTo(2);
    assertThat(intake.portfolio.batchSizes).containsExactly(2);
  }

  @Test
  void aRunThatDiedIsAppliedAgainFromTheStart() {
    String content = paymentsOf(payment("P1", "A1"));
    PaymentsResult first = intake.payments(content);
    intake.database.update("update intake_file set status = 'RUNNING', finished_at = null");
    PaymentsResult second = intake.payments(content);
    assertThat(second).extracting(PaymentsResult::fileId, PaymentsResult::status, PaymentsResult::duplicates)
        .containsExactly(first.fileId(), IntakeStatus.APPLIED, 1L);
  }

  @Test
  void withoutDatabaseTheIntakeStopsAndCanBeRepeated() {
    String content = arrearsOf(account("A1"), account("A2"));
    intake.portfolio.failing = account -> true;
    intake.portfolio.beforeBatch = () -> intake.database.execute("alter table if exists intake_lock rename to lost");
    assertThatThrownBy(() -> intake.arrears(content)).isInstanceOf(IntakeInterrupted.class).hasNoCause();

    intake.database.execute("alter table lost rename to intake_lock");
    intake.portfolio.failing = account -> false;
    intake.portfolio.beforeBatch = () -> { };
    assertThat(intake.arrears(content)).extracting(ArrearsResult::status, ArrearsResult::opened)
        .containsExactly(IntakeStatus.APPLIED, 2L);
  }

  @Test
  void twoDeliveriesOfTheSameContentAtOnceApplyItOnce() throws Exception {
    String content = arrearsOf(account("A1"));
    CountDownLatch inFirst = new CountDownLatch(1);
    CountDownLatch finishFirst = new CountDownLatch(1);
    intake.portfolio.beforeBatch = () -> {
      inFirst.countDown();
      await(finishFirst);
    };
    ExecutorService clients = Executors.newFixedThreadPool(2);
    try {
      var first = CompletableFuture.supplyAsync(() -> intake.arrears(content), clients);
      await(inFirst);
      var second = CompletableFuture.supplyAsync(() -> intake.arrears(content), clients);
      assertThat(second).isNotDone();
      finishFirst.countDown();
      assertThat(first.get(10, TimeUnit.SECONDS).status()).isEqualTo(IntakeStatus.APPLIED);
      assertThat(second.get(10, TimeUnit.SECONDS).status()).isEqualTo(IntakeStatus.ALREADY_APPLIED);
      assertThat(intake.portfolio.batchSizes).containsExactly(1);
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void aContentThatBreaksOffIsNotApplied() {
    @SuppressWarnings("InputStreamSlowMultibyteRead") // it is short
    InputStream breaking = new InputStream() {
      private final byte[] start = arrearsOf(account("A1")).getBytes(StandardCharsets.UTF_8);
      private int position;

      @Override
      public int read() throws IOException {
        if (position == start.length) {
          throw new IOException("connection lost");
        }
        return start[position++];
      }
    };
    assertThatThrownBy(() -> intake.arrears.apply(breaking, true)).isInstanceOf(IOException.class);
    assertThat(intake.portfolio.accounts).isEmpty();
  }

  @Test
  void nothingOfTheContentStaysOnDisk() throws IOException {
    intake.arrears(arrearsOf(account("A1")));
    try (Stream<Path> files = Files.list(folder.resolve("spool"))) {
      assertThat(files).isEmpty();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
