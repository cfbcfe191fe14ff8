package io.remit.intake;

import static io.remit.intake.IntakeFixture.account;
import static io.remit.intake.IntakeFixture.arrearsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.database.PostgresDatabase;
import io.remit.database.WaitingSessions;
import io.remit.intake.delivery.IntakeStatus;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class IntakeOnPostgresTest {

  @TempDir
  Path folder;

  @Test
  void twoNodesApplyTheSameContentOnce() throws Exception {
    try (PostgresDatabase postgres = PostgresDatabase.create();
        IntakeFixture first = new IntakeFixture(folder, postgres.url(), "postgres");
        IntakeFixture second = new IntakeFixture(folder, postgres.url(), "postgres")) {
      String content = arrearsOf(account("A1"), "A2");
      CountDownLatch firstApplies = new CountDownLatch(1);
      CountDownLatch secondDelivered = new CountDownLatch(1);
      first.portfolio.beforeBatch = () -> {
        firstApplies.countDown();
        await(secondDelivered);
      };
      var firstResult = CompletableFuture.supplyAsync(() -> first.arrears(content));
      await(firstApplies);
      var secondResult = CompletableFuture.supplyAsync(() -> second.arrears(content));
      WaitingSessions.awaitOne(first.database.getDataSource());
      secondDelivered.countDown();
      assertThat(firstResult.get(10, TimeUnit.SECONDS).status()).isEqualTo(IntakeStatus.APPLIED);
      assertThat(secondResult.get(10, TimeUnit.SECONDS).status()).isEqualTo(IntakeStatus.ALREADY_APPLIED);
      assertThat(secondResult.join().rejected()).isEqualTo(firstResult.join().rejected());
      assertThat(second.portfolio.accounts).isEmpty();
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
