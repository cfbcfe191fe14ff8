package io.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.remit.intake.IntakeNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's database, with the settings that are shipped, is in a file; who takes in files on it is killed in the
 * middle. It starts again, and nothing that was acknowledged is lost. 2 kills, or as many as {@code
 * remit.faults.h2-kills} says.
 */
@Tag("faults")
@Order(10)
class H2KillTest {

  private static final Logger LOG = LoggerFactory.getLogger(H2KillTest.class);
  private static final int KILLS = Integer.getInteger("remit.faults.h2-kills", 2);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern SHIPPED = Pattern.compile("jdbc:h2:file:\\./data/remit(;\\S+)");
  private static final Pattern ACKNOWLEDGED = Pattern.compile("(?m)^payments (\\d+)$");

  private final Random random = Seed.of(H2KillTest.class);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void nothingThatWasAcknowledgedIsLostWhenTheDemoIsKilled() throws Exception {
    Map<String, BigDecimal> acknowledged = new HashMap<>();
    int next = 1;
    for (int kill = 0; kill < KILLS; kill++) {
      Path said = folder.resolve("said-" + kill);
      Process node = start(said, next, Integer.MAX_VALUE - next);
      int wanted = random.nextInt(4);
      await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2))
          .until(() -> !node.isAlive() || acknowledged(said).size() > wanted);
      Thread.sleep(random.nextInt(60));
      assertThat(node.isAlive()).as(Files.readString(said)).isTrue();
      node.destroyForcibly().waitFor();
      acknowledged(said).forEach(file -> acknowledge(file, acknowledged));
      next = acknowledged(said).stream().mapToInt(file -> file + 1).max().orElse(next);
    }
    Path said = folder.resolve("said-last");
    assertThat(start(said, next, 2).waitFor()).as("%s", said).isZero();
    acknowledged(said).forEach(file -> acknowledge(file, acknowledged));
    LOG.info("{} kills, {} payments acknowledged", KILLS, acknowledged.size());

    assertThat(acknowledged).hasSizeGreaterThan(KILLS * IntakeNode.ROWS);
    assertThat(FaultJudge.missing(database(), acknowledged)).isEmpty();
    assertThat(FaultJudge.brokenBooks(database())).isEmpty();
  }

  private static List<Integer> acknowledged(Path said) {
    try {
      return ACKNOWLEDGED.matcher(Files.readString(said)).results().map(MatchResult::group)
          .map(line -> Integer.valueOf(line.substring("payments ".length()))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void acknowledge(int file, Map<String, BigDecimal> acknowledged) {
    for (int row = 0; row < IntakeNode.ROWS; row++) {
      acknowledged.put(IntakeNode.payment(file, row), new BigDecimal("40.00"));
    }
  }

  private Process start(Path said, int first, int files) throws IOException {
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
        IntakeNode.class.getName(), url(), folder.toString(), String.valueOf(first), String.valueOf(files))
        .redirectErrorStream(true).redirectOutput(new File(said.toString())).start();
  }

  /** That of the demo, in a folder of this test. */
  private String url() throws IOException {
    return "jdbc:h2:file:" + folder.resolve("remit") + SHIPPED.matcher(Files.readString(Path.of("src", "main",
        "resources", "application-demo.yml"))).results().findFirst().orElseThrow().group(1);
  }

  private DataSource database() throws IOException {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl(url());
    database.setUser("sa");
    return database;
  }
}
