package io.remit.intake;

import static io.remit.intake.IntakeFixture.account;
import static io.remit.intake.IntakeFixture.accountWith;
import static io.remit.intake.IntakeFixture.arrearsOf;
import static io.remit.intake.IntakeFixture.payment;
import static io.remit.intake.IntakeFixture.paymentsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.intake.csv.Rejection;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.intake.delivery.FileKind;
import io.remit.intake.delivery.FileProgress;
import io.remit.intake.delivery.FileStatus;
import io.remit.intake.delivery.IntakeLock;
import io.remit.intake.delivery.Spool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file for whose end nobody waits is kept, taken in in its turn, and can be watched. */
@Tag("long")
class IntakeJobsTest extends WithIntake {

  private FileProgress receive(FileKind kind, String content) throws IOException {
    return intake.jobs.receive(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), kind,
        kind == FileKind.COMPLETE_ARREARS ? "complete=true" : null, null, "operator");
  }

  private FileProgress stateOf(FileProgress received) {
    return intake.files.progressOf(received.fileId()).orElseThrow();
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("jobs"))) {
      return files.toList();
    }
  }

  @Test
  void aJobEndsWithWhatTheCallWouldHaveAnswered() throws IOException {
    String content = arrearsOf(account("A1"), accountWith("A2", "phone", "?"));

    FileProgress received = receive(FileKind.COMPLETE_ARREARS, content);

    assertThat(received.status()).isEqualTo(FileStatus.RECEIVED);
    assertThat(received.answer()).isNull();
    assertThat(received.deliveredBy()).isEqualTo("operator");
    assertThat(intake.portfolio.accounts).isEmpty();
    intake.jobs.work();
    FileProgress done = stateOf(received);
    assertThat(done.status()).isEqualTo(FileStatus.APPLIED);
    assertThat(done.rows()).isEqualTo(2);
    assertThat(done.finishedAt()).isNotNull();
    ArrearsResult answer = (ArrearsResult) done.answer();
    assertThat(answer.opened()).isEqualTo(1);
    assertThat(answer.rejected()).extracting(Rejection::rule).containsExactly("phone-format");
    assertThat(intake.completeArrears(content).rejected()).isEqualTo(answer.rejected());
    assertThat(kept()).isEmpty();
  }

  @Test
  void aFileThatCannotBeUsedSaysWhy() throws IOException {
    FileProgress received = receive(FileKind.PAYMENTS, "nothing,of,ours\n1,2,3\n");

    intake.jobs.work();

    assertThat(stateOf(received).status()).isEqualTo(FileStatus.REFUSED);
    assertThat(stateOf(received).answer().rejected()).isNotEmpty();
    assertThat(kept()).isEmpty();
  }

  @Test
  void jobsAreTakenInInTheOrderInWhichTheyCame() throws IOException {
    List<String> order = new ArrayList<>();
    for (String number : List.of("A3", "A1", "A2")) {
      receive(FileKind.ARREARS, arrearsOf(account(number)));
    }

    intake.jobs.work();

    intake.files.newest(10).forEach(file -> order.add(file.fileId() + " " + file.status()));
    assertThat(order).containsExactly("3 APPLIED", "2 APPLIED", "1 APPLIED");
    assertThat(intake.portfolio.accounts.keySet()).containsExactly("A3", "A1", "A2");
  }

  @Test
  void moreThanMayWaitAreRefusedAndLeaveNothing() throws IOException {
    for (int number = 0; number < IntakeFixture.MOST_JOBS; number++) {
      receive(FileKind.ARREARS, arrearsOf(account("A" + number)));
    }

    assertThatThrownBy(() -> receive(FileKind.ARREARS, arrearsOf(account("A9"))))
        .hasMessageContaining("3 files wait");

    assertThat(kept()).hasSize(IntakeFixture.MOST_JOBS);
    intake.jobs.work();
    assertThat(receive(FileKind.ARREARS, arrearsOf(account("A9"))).status()).isEqualTo(FileStatus.RECEIVED);
  }

  @Test
  void theSameContentIsOneJobAndIsKnownWhenItWasAppliedBefore() throws IOException {
    String content = paymentsOf(payment("P1", "A1"));

    FileProgress first = receive(FileKind.PAYMENTS, content);
    FileProgress second = receive(FileKind.PAYMENTS, content);
    intake.jobs.work();

    assertThat(second.fileId()).isEqualTo(first.fileId());
    assertThat(intake.portfolio.batchSizes).containsExactly(1);
    assertThat(receive(FileKind.PAYMENTS, content).status()).isEqualTo(FileStatus.APPLIED);
    intake.jobs.work();
    assertThat(intake.portfolio.batchSizes).containsExactly(1);
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatAnotherKindCoveredMeanwhileIsDoneToo() throws IOException {
    String content = arrearsOf(account("A1"), "A2");
    FileProgress received = receive(FileKind.ARREARS, content);
    intake.completeArrears(content);

    intake.jobs.work();

    assertThat(stateOf(received).status()).isEqualTo(FileStatus.APPLIED);
    assertThat(stateOf(received).answer().rejected()).hasSize(1);
    assertThat(kept()).isEmpty();
  }

  @Test
  void aJobWhoseNodeDiedIsSeenAsInterruptedAndTakenUpAgain() throws IOException {
    FileProgress received = receive(FileKind.ARREARS, arrearsOf(account("A1"), account("A2")));
    intake.database.update("update intake_file set status = 'APPLYING', rows_so_far = 1");

    intake.files.interruptIfNobodyWorks();

    assertThat(stateOf(received).status()).isEqualTo(FileStatus.INTERRUPTED);
    intake.jobs.work();
    assertThat(stateOf(received).status()).isEqualTo(FileStatus.APPLIED);
    assertThat(intake.portfolio.accounts).containsOnlyKeys("A1", "A2");
  }

  @Test
  void whatAnotherNodeWorksOnIsNoneOfOurs() throws Exception {
    FileProgress received = receive(FileKind.ARREARS, arrearsOf(account("A1")));
    intake.database.update("update intake_file set status = 'APPLYING'");
    try (IntakeLock.Held held = new IntakeLock(intake.dataSource).acquire()) {
      assertThat(held).isNotNull();
      intake.jobs.work();
      assertThat(stateOf(received).status()).isEqualTo(FileStatus.APPLYING);
    }
    assertThat(kept()).hasSize(1);
  }

  @Test
  void aJobThatMeetsAFailureIsKeptAndLeftAloneForAWhile() throws IOException {
    FileProgress received = receive(FileKind.ARREARS, arrearsOf(account("A1")));
    intake.database.execute("alter table intake_rejection rename to lost");

    intake.jobs.work();
    intake.jobs.work();

    assertThat(stateOf(received).status()).isEqualTo(FileStatus.INTERRUPTED);
    assertThat(kept()).hasSize(1);
    intake.database.execute("alter table lost rename to intake_rejection");
    IntakeJobs afterARestart = new IntakeJobs(new Spool(folder.toString()), intake.files, intake.arrears,
        intake.payments, intake.calendar, 3);
    afterARestart.work();
    assertThat(stateOf(received).status()).isEqualTo(FileStatus.APPLIED);
  }

  @Test
  void aCallThatWaitsIsSeenWhileItIsApplied() {
    List<FileStatus> seen = new ArrayList<>();
    intake.portfolio.beforeBatch = () -> intake.files.newest(1).forEach(file -> seen.add(file.status()));

    intake.payments(paymentsOf(payment("P1", "A1")));

    assertThat(seen).containsExactly(FileStatus.APPLYING);
  }
}
