package io.remit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.remit.clock.TestClock;
import io.remit.exchange.DeliveryFailedException.Reason;
import io.remit.files.Sha256;
import io.remit.gateway.GatewayDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The same against Debian's openssh-server, as courts and partners run it. */
@Tag("long")
@EnabledIf("io.remit.exchange.DebianSshd#mustStart")
class DebianSftpTest {

  private static final Correspondent AGENCY = Exchange.AGENCY;
  private static final String NAME = "batch-7.csv.pgp";
  private static final byte[] CONTENT = new byte[3_000_000];

  static {
    new Random(16).nextBytes(CONTENT);
  }

  @TempDir
  Path home;
  @TempDir
  Path there;
  private final TestClock clock = TestClock.at("2026-03-02T23:30:00Z");
  private final GatewayDatabase database = GatewayDatabase.h2();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private DebianSshd server;

  @BeforeEach
  void aServer() throws IOException {
    server = new DebianSshd(home, there);
    opened.add(server);
  }

  @AfterEach
  void ended() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void aFileArrivesWholeOnceAndIsReplacedInOneStep() throws IOException {
    Delivered receipt = with(server.settings()).outbox.send(AGENCY, NAME, CONTENT);

    assertThat(receipt.sha256()).isEqualTo(Sha256.of(CONTENT));
    assertThat(there.resolve(NAME)).hasBinaryContent(CONTENT);
    assertThat(with(server.settings()).outbox.send(AGENCY, NAME, CONTENT)).isEqualTo(receipt);
    with(server.settings()).outbox.send(AGENCY, NAME, new byte[] {1});
    assertThat(there.resolve(NAME)).hasBinaryContent(new byte[] {1});
    assertThat(names()).containsExactly(NAME);
  }

  /** Another server of the same host takes its place: what is on the disk is all that it knows. */
  @Test
  void aServerThatIsKilledInTheMiddleHasNoHalfFileTakenForWhole() throws Exception {
    byte[] content = new byte[40_000_000];
    new Random(17).nextBytes(content);
    Path unfinished = there.resolve("." + NAME + ".part");
    Thread killer = new Thread(() -> {
      while (!Files.exists(unfinished) || unfinished.toFile().length() < 100_000) {
        Thread.onSpinWait();
      }
      server.kill();
    });
    killer.start();

    assertThatThrownBy(() -> with(server.settings()).outbox.send(AGENCY, NAME, content))
        .isInstanceOf(DeliveryFailedException.class);
    killer.join();

    assertThat(names()).containsExactly("." + NAME + ".part");
    assertThat(Files.size(unfinished)).isLessThan(content.length);
    Path newHome = Files.createDirectory(home.resolve("again"));
    DebianSshd again = new DebianSshd(newHome, there);
    opened.add(again);
    with(again.settings()).outbox.send(AGENCY, NAME, content);
    assertThat(there.resolve(NAME)).hasBinaryContent(content);
    assertThat(names()).containsExactly(NAME);
  }

  @Test
  void aKeyThatTheServerDoesNotKnowIsARefusedLogin() throws IOException {
    failsBecauseOf(Reason.LOGIN_REFUSED, server.settings("stranger"));
  }

  @Test
  void anotherHostKeyIsSaidAndNothingIsSent() throws IOException {
    SftpServer known = server.settings();
    failsBecauseOf(Reason.WRONG_HOST_KEY, new SftpServer("127.0.0.1", known.port(), known.user(),
        List.of(JvmSftpServer.anotherFingerprint()), "", known.privateKey(), known.putInto(), known.takeFrom(),
        Duration.ofSeconds(20)));
    assertThat(names()).isEmpty();
  }

  @Test
  void aFullDiskIsSaidThoughOpensshSaysOnlyFailure() throws Exception {
    Path small = Files.createDirectory(there.resolve("small"));
    boolean mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()).start()
        .onExit().join().exitValue() == 0;
    assumeThat(mounted).as("a file system of a megabyte can be mounted here").isTrue();
    try {
      SftpServer known = server.settings();
      failsBecauseOf(Reason.DISK_FULL, new SftpServer("127.0.0.1", known.port(), known.user(), known.hostKeys(), "",
          known.privateKey(), small.toString(), known.takeFrom(), Duration.ofSeconds(20)));
      assertThat(small.resolve(NAME)).doesNotExist();
    } finally {
      new ProcessBuilder("umount", small.toString()).start().onExit().join();
    }
  }

  @Test
  void whatTheyPutThereIsFetchedAndPutAway() throws IOException {
    Files.createDirectory(there.resolve("out"));
    Files.write(there.resolve("out/activity.csv.pgp"), CONTENT);
    IncomingFiles incoming = with(server.settings()).incoming;

    assertThat(incoming.ready(AGENCY)).isEmpty();
    assertThat(incoming.ready(AGENCY)).containsExactly("activity.csv.pgp");
    assertThat(incoming.fetch(AGENCY, "activity.csv.pgp", CONTENT.length)).isEqualTo(CONTENT);
    incoming.done(AGENCY, "activity.csv.pgp");
    assertThat(there.resolve("out/done/activity.csv.pgp")).hasBinaryContent(CONTENT);
    assertThat(incoming.ready(AGENCY)).isEmpty();
  }

  private void failsBecauseOf(Reason reason, SftpServer settings) {
    assertThatThrownBy(() -> with(settings).outbox.send(AGENCY, NAME, CONTENT)).isInstanceOfSatisfying(
        DeliveryFailedException.class, failure -> assertThat(failure.reason()).isEqualTo(reason));
  }

  private Exchange with(SftpServer settings) {
    Exchange exchange = Exchange.bySftp(settings, database, clock);
    opened.add(exchange);
    return exchange;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(there)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
