package io.remit.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.clock.TestClock;
import io.remit.exchange.DeliveryFailedException.Reason;
import io.remit.files.Sha256;
import io.remit.gateway.GatewayDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files go to those outside by folder and over SFTP, against a real server in this JVM. */
@Tag("long")
class DeliveryTest {

  private static final String NOW = "2026-03-02T23:30:00Z";
  private static final Correspondent AGENCY = Exchange.AGENCY;
  private static final byte[] CONTENT = random(300_000);
  private static final String NAME = "batch-7.csv.pgp";

  @TempDir
  Path there;
  private final TestClock clock = TestClock.at(NOW);
  private final GatewayDatabase database = GatewayDatabase.h2();
  private final List<Exchange> opened = new ArrayList<>();
  private JvmSftpServer server;

  @BeforeEach
  void aServer() {
    server = new JvmSftpServer(there);
  }

  @AfterEach
  void ended() throws Exception {
    for (Exchange each : opened) {
      each.close();
    }
    server.close();
  }

  @Test
  void aFileArrivesWholeAndHasAReceipt() throws IOException {
    Delivered receipt = sftp().outbox.send(AGENCY, NAME, CONTENT);

    assertThat(receipt).isEqualTo(new Delivered("agency1", NAME, Delivered.Way.SFTP, CONTENT.length,
        Sha256.of(CONTENT), Instant.parse(NOW)));
    assertThat(there.resolve(NAME)).hasBinaryContent(CONTENT);
    assertThat(names(there)).containsExactly(NAME);
    assertThat(sftp().outbox.receipts(AGENCY, NAME)).containsExactly(receipt);
  }

  @Test
  void itHasItsNameOnlyWhenItIsWhole() {
    List<List<String>> seen = new ArrayList<>();
    server.watch(written -> seen.add(names(there)));

    sftp().outbox.send(AGENCY, NAME, CONTENT);

    assertThat(seen).hasSizeGreaterThan(5).allSatisfy(names -> assertThat(names).containsExactly("." + NAME + ".part"));
  }

  @Test
  void byFolderItIsTheSame() throws IOException {
    Path work = Files.createDirectory(there.resolve("work"));
    Path folder = work.resolve("outsourcing/agency1");

    Delivered receipt = byFolder(work).outbox.send(AGENCY, NAME, CONTENT);

    assertThat(receipt.way()).isEqualTo(Delivered.Way.FOLDER);
    assertThat(folder.resolve(NAME)).hasBinaryContent(CONTENT);
    assertThat(names(folder)).containsExactly(NAME);
    assertThat(Files.getPosixFilePermissions(folder.resolve(NAME))).hasSize(2);
  }

  @Test
  void aRetryMakesNoSecondFileEvenIfTheFirstWasTakenAway() throws IOException {
    Delivered first = sftp().outbox.send(AGENCY, NAME, CONTENT);
    Files.delete(there.resolve(NAME));
    clock.move(Duration.ofMinutes(5));
    int writes = server.writes();

    assertThat(sftp().outbox.send(AGENCY, NAME, CONTENT)).isEqualTo(first);

    assertThat(names(there)).isEmpty();
    assertThat(server.writes()).isEqualTo(writes);
  }

  @Test
  void aRetryWhoseReceiptWasLostFindsTheFileAndWritesNone() {
    sftp().outbox.send(AGENCY, NAME, CONTENT);
    database.jdbc().sql("delete from file_delivery").update();
    int writes = server.writes();

    sftp().outbox.send(AGENCY, NAME, CONTENT);

    assertThat(server.writes()).isEqualTo(writes);
    assertThat(sftp().outbox.receipts(AGENCY, NAME)).hasSize(1);
  }

  @Test
  void aKillInTheMiddleLeavesNoHalfFileTakenForWholeAndTheNextTryReplacesIt() {
    server.dieAfter(100_000);

    failsBecauseOf(Reason.BROKEN_OFF, sftp());

    assertThat(names(there)).containsExactly("." + NAME + ".part");
    assertThat(sftp().outbox.receipts(AGENCY, NAME)).isEmpty();
    server.dieAfter(Long.MAX_VALUE);
    sftp().outbox.send(AGENCY, NAME, CONTENT);
    assertThat(there.resolve(NAME)).hasBinaryContent(CONTENT);
    assertThat(names(there)).containsExactly(NAME);
  }

  @Test
  void aFullDiskIsSaidAndLeavesNoHalfFile() {
    server.haveRoomFor(100_000);

    failsBecauseOf(Reason.DISK_FULL, sftp());

    assertThat(there.resolve(NAME)).doesNotExist();
    server.haveRoomFor(Long.MAX_VALUE);
    sftp().outbox.send(AGENCY, NAME, CONTENT);
    assertThat(there.resolve(NAME)).hasBinaryContent(CONTENT);
  }

  @Test
  void aRefusedLoginIsSaidWithoutThePassword() {
    SftpServer refusing = server.settings("wrong horse", server.settings().hostKeys().get(0));

    assertThatThrownBy(() -> with(refusing).outbox.send(AGENCY, NAME, CONTENT))
        .isInstanceOf(DeliveryFailedException.class)
        .hasMessage("Files for or from agency1: the server refused our login");
    assertThat(refusing.toString()).doesNotContain("horse");
  }

  @Test
  void aLoginKeyThatIsNoneIsSaid() {
    SftpServer known = server.settings();
    for (String key : List.of("file:" + there.resolve("absent"), "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA", "x:y")) {
      failsBecauseOf(Reason.NO_LOGIN_KEY, with(new SftpServer("127.0.0.1", known.port(), "remit", known.hostKeys(),
          "", key, ".", "out", Duration.ofSeconds(20))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "aa:bb:cc", "SHA256:short", "MD5:00"})
  void withoutAFingerprintOfTheServerThereIsNoServer(String fingerprint) {
    assertThatIllegalArgumentException().isThrownBy(() -> server.settings("correct horse", fingerprint))
        .withMessageContaining("host-keys").withMessageNotContaining("horse");
  }

  @Test
  void toAServerWithAnotherHostKeyNothingIsSent() {
    SftpServer other = server.settings("correct horse", JvmSftpServer.anotherFingerprint());

    failsBecauseOf(Reason.WRONG_HOST_KEY, with(other));

    assertThat(names(there)).isEmpty();
  }

  @Test
  void aServerThatIsAwayAndOneThatIsSilentAreToldApart() throws IOException {
    SftpServer away = server.settings();
    server.close();
    failsBecauseOf(Reason.UNREACHABLE, with(away));
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      failsBecauseOf(Reason.TIMED_OUT, with(new SftpServer("127.0.0.1", silent.getLocalPort(), "remit",
          away.hostKeys(), "x", "", ".", "out", Duration.ofMillis(300))));
    }
  }

  @Test
  void aServerThatStopsAnsweringInTheMiddleIsSaid() {
    SftpServer known = server.settings();
    CountDownLatch over = new CountDownLatch(1);
    server.watch(written -> {
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    try {
      failsBecauseOf(Reason.TIMED_OUT, with(new SftpServer("127.0.0.1", known.port(), "remit", known.hostKeys(),
          known.password(), "", ".", "out", Duration.ofSeconds(1))));
    } finally {
      over.countDown();
    }
    assertThat(there.resolve(NAME)).doesNotExist();
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    SftpServer known = server.settings();
    SftpServer elsewhere = new SftpServer("127.0.0.1", known.port(), "remit", known.hostKeys(), known.password(), "",
        "not/there", "out", Duration.ofSeconds(20));

    failsBecauseOf(Reason.NO_FOLDER, with(elsewhere));
  }

  @Test
  void anotherContentOfThisNameReplacesTheFirstAndHasAReceiptOfItsOwn() {
    sftp().outbox.send(AGENCY, NAME, CONTENT);
    sftp().outbox.send(AGENCY, NAME, "corrected".getBytes(UTF_8));

    assertThat(there.resolve(NAME)).hasContent("corrected");
    assertThat(sftp().outbox.receipts(AGENCY, NAME)).extracting(Delivered::bytes).containsExactly(9L, 300_000L);
    assertThat(names(there)).containsExactly(NAME);
  }

  @Test
  void whoSaysThatTheyDoNotHaveItIsSentTheSameFileAgain() throws IOException {
    sftp().outbox.send(AGENCY, NAME, CONTENT);
    Files.delete(there.resolve(NAME));

    sftp().outbox.sendAgain(AGENCY, NAME, CONTENT);

    assertThat(there.resolve(NAME)).hasBinaryContent(CONTENT);
    assertThat(sftp().outbox.receipts(AGENCY, NAME)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../a", "a/b", ".hidden", "王.csv", "a b"})
  void anOddNameIsNotAllowed(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> sftp().outbox.send(AGENCY, name, CONTENT));
  }

  @Test
  void theReceiptIsKeptOnPostgresqlToo() throws Exception {
    GatewayDatabase.onPostgres(postgres -> {
      try (Exchange exchange = Exchange.bySftp(server.settings(), postgres, clock)) {
        Delivered receipt = exchange.outbox.send(AGENCY, NAME, CONTENT);
        assertThat(exchange.outbox.receipts(AGENCY, NAME)).containsExactly(receipt);
      }
    });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatTheySendIsTakenWhenItHasStoppedGrowing(boolean overSftp) throws IOException {
    Path folder = Files.createDirectories(there.resolve(overSftp ? "out" : "outsourcing/agency1/in"));
    IncomingFiles incoming = (overSftp ? sftp() : byFolder(there)).incoming;
    Files.writeString(folder.resolve("activity-1.csv.pgp"), "half");
    Files.writeString(folder.resolve("activity-2.csv.pgp.filepart"), "x");
    Files.writeString(folder.resolve(".activity-3.csv.pgp"), "x");
    Files.writeString(folder.resolve("王.csv"), "x");
    Files.createDirectory(folder.resolve("folder"));
    assertThat(incoming.ready(AGENCY)).isEmpty();
    Files.writeString(folder.resolve("activity-1.csv.pgp"), "the whole file");
    assertThat(incoming.ready(AGENCY)).isEmpty();

    assertThat(incoming.ready(AGENCY)).containsExactly("activity-1.csv.pgp");
    assertThat(incoming.fetch(AGENCY, "activity-1.csv.pgp", 1000)).asString(UTF_8).isEqualTo("the whole file");
    assertThatThrownBy(() -> incoming.fetch(AGENCY, "activity-1.csv.pgp", 5)).isInstanceOfSatisfying(
        DeliveryFailedException.class, failure -> assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE));
    incoming.done(AGENCY, "activity-1.csv.pgp");
    assertThat(folder.resolve("done/activity-1.csv.pgp")).hasContent("the whole file");
    assertThat(incoming.ready(AGENCY)).isEmpty();
    assertThatThrownBy(() -> incoming.fetch(AGENCY, "activity-1.csv.pgp", 1000)).isInstanceOfSatisfying(
        DeliveryFailedException.class, failure -> assertThat(failure.reason()).isEqualTo(Reason.GONE));
    assertThatIllegalArgumentException().isThrownBy(() -> incoming.fetch(AGENCY, "../secret", 1000));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileOfANameThatWasPutAwayBeforeLosesNeither(boolean overSftp) throws IOException {
    Path folder = Files.createDirectories(there.resolve(overSftp ? "out" : "outsourcing/agency1/in"));
    IncomingFiles incoming = (overSftp ? sftp() : byFolder(there)).incoming;
    for (String content : List.of("first", "second", "third")) {
      Files.writeString(folder.resolve("a.csv.pgp"), content);
      incoming.refused(AGENCY, "a.csv.pgp");
    }

    try (Stream<Path> kept = Files.list(folder.resolve("refused"))) {
      assertThat(kept.map(DeliveryTest::text)).containsExactlyInAnyOrder("first", "second", "third");
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void failsBecauseOf(Reason reason, Exchange exchange) {
    assertThatThrownBy(() -> exchange.outbox.send(AGENCY, NAME, CONTENT)).isInstanceOfSatisfying(
        DeliveryFailedException.class, failure -> assertThat(failure.reason()).isEqualTo(reason));
  }

  private Exchange sftp() {
    return with(server.settings());
  }

  private Exchange with(SftpServer settings) {
    Exchange exchange = Exchange.bySftp(settings, database, clock);
    opened.add(exchange);
    return exchange;
  }

  private Exchange byFolder(Path work) {
    return Exchange.byFolder(work, database, clock);
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] random(int length) {
    byte[] content = new byte[length];
    new Random(16).nextBytes(content);
    return content;
  }
}
