package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What somebody sent cannot look like a line that Remit wrote. */
@DemoTest
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {

  private static final String FORGED =
      "2026-01-01T00:00:00.000Z  INFO --- [main] io.remit.Forged : the trail is complete";

  @Test
  void whatBelongsToAnEventIsIndentedBelowIt(CapturedOutput output) {
    for (String end : List.of("\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\f", "\u000b")) {
      LoggerFactory.getLogger(getClass()).warn("asked for {}", "marker" + end + FORGED);
      LoggerFactory.getLogger(getClass()).warn("failed", new IllegalStateException("marker" + end + FORGED,
          new IllegalArgumentException("marker" + end + FORGED)));
    }

    assertThat(output.getAll().split("\\R")).filteredOn(line -> line.contains("marker")).hasSizeGreaterThan(8);
    assertThat(output.getAll().split("\\R")).filteredOn(line -> line.contains("the trail is complete"))
        .allSatisfy(line -> assertThat(line).doesNotStartWith("2026-01-01"));
    assertThat(output.getAll()).as("where it comes from")
        .contains("\njava.lang.IllegalStateException: marker", "\n\tat io.remit.access.LogLinesTest",
        "\nCaused by: java.lang.IllegalArgumentException: marker");
  }
}
