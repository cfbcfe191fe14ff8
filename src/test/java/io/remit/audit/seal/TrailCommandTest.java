package io.remit.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.audit.seal.SealedTrail.Database;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator gets on the command line, without the engine and without a port. */
@Tag("long")
class TrailCommandTest {

  private final SealedTrail trail = new SealedTrail(Database.H2);
  private String printed = "";

  @AfterEach
  void close() {
    trail.close();
  }

  @Test
  void aGoodTrailEndsWithZeroAndABadOneWithOneAndANamedRow() {
    trail.add(TrailTable.CASE_EVENT, Map.of("text", "as it was"));
    trail.seal();
    assertThat(run("trail", "verify")).isZero();
    assertThat(printed).contains("1 rows in 1 seals", "the trail is as it was sealed");
    String head = printed.replaceAll("(?s).*last seal (\\S+).*", "$1");
    assertThat(run("trail", "verify", head)).isZero();

    for (String other : new String[] {"1:" + Seal.NONE, "0:" + head.substring(2), "2" + head.substring(1), "x", ":",
        "99999999999999999999:" + Seal.NONE}) {
      assertThat(run("trail", "verify", other)).as(other).isEqualTo(1);
      assertThat(printed).contains("is not in the chain");
    }
    trail.jdbc.sql("update case_event set text = 'other'").update();
    assertThat(run("trail", "verify")).isEqualTo(1);
    assertThat(printed).contains("case_event 1: was changed (seal 1)", "1 findings").doesNotContain("other");
    assertThat(trail.jdbc.sql("select count(*) from trail_verification").query(Long.class).single())
        .as("nothing is written").isZero();
  }

  @Test
  void itIsExportedOnceIntoANewFolder(@TempDir Path folder) {
    trail.add(TrailTable.CASE_EVENT);
    trail.seal();

    assertThat(run("trail", "export", folder.resolve("out").toString())).isZero();
    assertThat(folder.resolve("out")).isDirectoryContaining("glob:**/verify.py");
    assertThat(folder.resolve("out/case_event.ndjson")).content().startsWith("{\"id\":\"1\",\"case_number\":");
    assertThat(run("trail", "export", folder.resolve("out").toString())).isEqualTo(1);
    assertThat(printed).contains("is not empty");
  }

  @Test
  void otherWordsAreNotUnderstood() {
    for (String[] words : new String[][] {{"trail"}, {"trail", "export"}, {"trail", "forge"},
        {"trail", "verify", "1", "2"}}) {
      assertThat(run(words)).isEqualTo(2);
      assertThat(printed).startsWith("trail verify [SEAL]");
    }
    assertThat(TrailCommand.isAskedFor("trail")).isTrue();
    assertThat(TrailCommand.isAskedFor()).isFalse();
    assertThat(TrailCommand.isAskedFor("--trail", "trail")).isFalse();
  }

  private int run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status = TrailCommand.run(new PrintStream(out, true, StandardCharsets.UTF_8),
        Stream.concat(Stream.of(words), Stream.of("--spring.profiles.active=test", "--remit.work-folder=target/trail",
            "--spring.datasource.username=sa", "--spring.datasource.password=",
            "--spring.datasource.url=" + trail.url)).toArray(String[]::new));
    printed = out.toString(StandardCharsets.UTF_8);
    return status;
  }
}
