package io.remit.intake;

import static io.remit.intake.IntakeFixture.account;
import static io.remit.intake.IntakeFixture.accountWith;
import static io.remit.intake.IntakeFixture.arrearsOf;
import static io.remit.intake.IntakeFixture.payment;
import static io.remit.intake.IntakeFixture.paymentsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.intake.delivery.IntakeInterrupted;
import io.remit.intake.delivery.Progress;
import io.remit.intake.inbox.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class IntakeLogTest {

  @TempDir
  Path folder;
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.remit");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.setLevel(Level.TRACE);
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  @Test
  void noPersonalDataReachesTheLogOrTheAnswer() {
    try (IntakeFixture intake = new IntakeFixture(folder)) {
      intake.portfolio.failing = "A5"::equals;
      ArrearsResult result = intake.completeArrears(arrearsOf(account("A1"), accountWith("A2", "phone", "0187"),
          accountWith("A3", "debtor_name", "\"Xu Diaz"), accountWith("A4", "address", "277 Example Street, Houston"),
          account("A5")));
      assertThat(result.rejected()).hasSize(4);
      assertThat(intake.payments(paymentsOf(payment("P1", "A5"))).rejected()).hasSize(1);
      intake.arrears(account("A1"));
      assertFreeOfPersonalData(result.toString());
    }
    assertThat(messages()).isNotEmpty().allSatisfy(IntakeLogTest::assertFreeOfPersonalData);
    assertThat(log.list).allSatisfy(event -> assertThat(event.getThrowableProxy()).isNull());
  }

  @Test
  void anInterruptedIntakeTellsTheLogWhatFailedWithoutQuotingIt() {
    try (IntakeFixture intake = new IntakeFixture(folder)) {
      intake.portfolio.failing = account -> true;
      intake.portfolio.beforeBatch = () -> intake.database.execute("alter table if exists intake_lock rename to lost");
      assertThatThrownBy(() -> intake.arrears(arrearsOf(account("A1")))).isInstanceOf(IntakeInterrupted.class);
    }
    assertThat(messages()).anySatisfy(message -> assertThat(message).contains("was interrupted", "BadSqlGrammar"));
    assertThat(messages()).allSatisfy(IntakeLogTest::assertFreeOfPersonalData);
  }

  @Test
  void theNamesOfDroppedFilesAreNotLogged() throws IOException {
    try (IntakeFixture intake = new IntakeFixture(folder)) {
      Inbox inbox = intake.inbox();
      inbox.poll();
      Files.writeString(folder.resolve("inbox/arrears/Xu Diaz.csv"), arrearsOf(account("A1")));
      Files.writeString(folder.resolve("inbox/arrears/Paz Quist.csv"), "");
      inbox.poll();
      inbox.poll();
      assertThat(folder.resolve("inbox/arrears/done/Xu Diaz.csv")).exists();
      assertThat(folder.resolve("inbox/arrears/refused/Paz Quist.csv")).exists();
      intake.database.execute("drop table intake_rejection");
      Files.writeString(folder.resolve("inbox/payments/Xu Diaz.csv"), paymentsOf(payment("P1", "A1")));
      inbox.poll();
      inbox.poll();
    }
    assertThat(messages()).anySatisfy(message -> assertThat(message).contains("stays in the inbox"));
    assertThat(messages()).allSatisfy(IntakeLogTest::assertFreeOfPersonalData);
  }

  @Test
  void aLongIntakeShowsItsProgress() {
    AtomicLong seconds = new AtomicLong();
    List<String> shown = new ArrayList<>();
    Progress progress = new Progress(7, 1000, () -> TimeUnit.SECONDS.toNanos(seconds.get()),
        (file, phase, rows, rate, remaining) -> shown.add(phase + " " + rows + " " + rate + " " + remaining));
    progress.read(10, 10);
    assertThat(messages()).isEmpty();
    seconds.set(10);
    progress.read(4000, 250);
    progress.read(4001, 251);
    assertThat(messages()).containsExactly("File 7: 4000 rows applied, 400 a second, about 30 s left");
    assertThat(shown).containsExactly("APPLYING 4000 400 30");
    seconds.set(20);
    progress.closed(100);
    assertThat(messages()).last().isEqualTo("File 7: 100 accounts closed that it does not list");
  }

  @Test
  void theCheckOfABankStatementShowsItsProgressToo() {
    AtomicLong seconds = new AtomicLong(100);
    List<String> shown = new ArrayList<>();
    Progress progress = new Progress(8, 1000, () -> TimeUnit.SECONDS.toNanos(seconds.get()),
        (file, phase, rows, rate, remaining) -> shown.add(phase + " " + rows + " " + rate + " " + remaining));
    progress.checked(1, 1);
    seconds.set(110);
    progress.checked(5000, 500);
    progress.read(1, 1);
    seconds.set(115);
    progress.read(1000, 100);
    assertThat(shown).containsExactly("CHECKING 1 null null", "CHECKING 5000 500 10", "APPLYING 1 null null",
        "APPLYING 1000 200 45");
    assertThat(messages()).containsExactly("File 8: 5000 rows checked, 500 a second, about 10 s left",
        "File 8: 1000 rows applied, 200 a second, about 45 s left");
  }

  private List<String> messages() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static void assertFreeOfPersonalData(String text) {
    assertThat(text).doesNotContain("Diaz", "Quist", "0187", "Example Street", "Houston", "example.com", "A5", "P1");
  }
}
