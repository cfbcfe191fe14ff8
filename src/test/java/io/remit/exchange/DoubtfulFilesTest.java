package io.remit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.clock.TestClock;
import io.remit.exchange.DeliveryFailedException.Reason;
import io.remit.exchange.DoubtfulFile.Outcome;
import io.remit.gateway.GatewayDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a restore, what whom it is for may have already waits for a person's word. */
@Tag("long")
class DoubtfulFilesTest {

  private static final String NAME = "batch-7.csv.pgp";
  private static final byte[] CONTENT = "sealed".getBytes(StandardCharsets.UTF_8);

  @TempDir
  private Path work;
  private final TestClock clock = TestClock.at("2026-03-02T12:00:00Z");
  private Exchange exchange;
  private Path there;

  @BeforeEach
  void restored() {
    exchange = Exchange.byFolder(work, GatewayDatabase.h2(), clock);
    exchange.restsUntil = clock.instant().plus(Duration.ofDays(7));
    there = work.resolve(Exchange.AGENCY.folder());
  }

  @AfterEach
  void end() throws Exception {
    exchange.close();
  }

  private void waits() {
    assertThatThrownBy(() -> exchange.outbox.send(Exchange.AGENCY, NAME, CONTENT))
        .isInstanceOfSatisfying(DeliveryFailedException.class,
            failed -> assertThat(failed.reason()).isEqualTo(Reason.IN_DOUBT));
    assertThat(there.resolve(NAME)).doesNotExist();
  }

  private DoubtfulFile noted() {
    return exchange.doubts.waiting().get(0);
  }

  @Test
  void whatTheyMayHaveTakenAwayWaitsAlsoWhenTheRestIsOver() {
    waits();
    waits();
    assertThat(exchange.doubts.waiting()).as("noted once").hasSize(1);
    assertThat(noted().anotherThere()).isFalse();
    clock.move(Duration.ofDays(8));
    waits();
    assertThat(exchange.outbox.receipts(Exchange.AGENCY, NAME)).isEmpty();
  }

  @Test
  void whatThePersonSaysIsToBeSentGoesOnceAndWhatArrivedDoesNot() {
    waits();
    long id = noted().id();
    assertThat(exchange.doubts.settle(id, Outcome.SEND, "operator1")).isTrue();
    assertThat(exchange.doubts.settle(id, Outcome.ARRIVED, "operator1")).as("twice").isFalse();
    exchange.outbox.send(Exchange.AGENCY, NAME, CONTENT);
    exchange.outbox.send(Exchange.AGENCY, NAME, CONTENT);
    assertThat(there.resolve(NAME)).hasBinaryContent(CONTENT);
    assertThat(exchange.outbox.receipts(Exchange.AGENCY, NAME)).hasSize(1);

    assertThatThrownBy(() -> exchange.outbox.send(Exchange.AGENCY, "other.pgp", CONTENT))
        .isInstanceOf(DeliveryFailedException.class);
    assertThat(exchange.doubts.settle(noted().id(), Outcome.ARRIVED, "operator1")).isTrue();
    exchange.outbox.send(Exchange.AGENCY, "other.pgp", CONTENT);
    assertThat(there.resolve("other.pgp")).doesNotExist();
    assertThat(exchange.outbox.receipts(Exchange.AGENCY, "other.pgp")).hasSize(1);
    assertThat(exchange.doubts.settle(99, Outcome.SEND, "operator1")).as("no such file").isFalse();
  }

  @Test
  void whatLiesThereIsNoDoubtAndAnotherContentOfTheNameIsTold() throws IOException {
    Files.createDirectories(there);
    Files.write(there.resolve(NAME), CONTENT);
    exchange.outbox.send(Exchange.AGENCY, NAME, CONTENT);
    assertThat(exchange.doubts.waiting()).isEmpty();

    Files.writeString(there.resolve("other.pgp"), "of the lost one");
    assertThatThrownBy(() -> exchange.outbox.send(Exchange.AGENCY, "other.pgp", CONTENT))
        .isInstanceOf(DeliveryFailedException.class);
    assertThat(noted().anotherThere()).isTrue();
    assertThat(there.resolve("other.pgp")).hasContent("of the lost one");
  }

  @Test
  void whereNothingWasRestoredOrTheyAskForItAgainNothingWaits() {
    waits();
    exchange.outbox.sendAgain(Exchange.AGENCY, NAME, CONTENT);
    assertThat(there.resolve(NAME)).hasBinaryContent(CONTENT);
    exchange.restsUntil = null;
    exchange.outbox.send(Exchange.AGENCY, "new.pgp", CONTENT);
    assertThat(there.resolve("new.pgp")).hasBinaryContent(CONTENT);
  }
}
