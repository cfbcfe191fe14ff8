package io.remit.process.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * How long it takes to try models on a large portfolio. No part of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=TryBenchmark                                # 1,000 debtors for 30 days
 * mvn test -Dtest=TryBenchmark -Dremit.try.debtors=10000
 * mvn test -Dtest=TryBenchmark -Dremit.try.debtors=10000 -Dremit.try.cases=all
 * }</pre>
 */
class TryBenchmark {

  private static final int DEBTORS = Integer.getInteger("remit.try.debtors", 1_000);
  private static final int DAYS = Integer.getInteger("remit.try.days", 30);

  @TempDir
  private Path folder;

  @Test
  void callsBeginAtTheTwentiethDay() throws Exception {
    try (Portfolio portfolio = new Portfolio(folder.resolve("data"), DEBTORS, 1, false)) {
      Path models = Files.createDirectory(folder.resolve("models"));
      FileSystemUtils.copyRecursively(Path.of("bpmn"), models);
      Path table = models.resolve("stage-by-aging.dmn");
      Files.writeString(table, Files.readString(table).replace("<text>&gt;= 30</text>", "<text>&gt;= 20</text>"));
      List<String> words = new ArrayList<>(List.of(models.toString(), "--days", String.valueOf(DAYS), "--cases",
          System.getProperty("remit.try.cases", "1000"), "--from", portfolio.now().toString()));
      words.addAll(portfolio.settings());
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      out.println("BENCHMARK models try, " + DEBTORS + " debtors, " + DAYS + " days");

      assertThat(TryCommand.run(out, out, words)).isZero();
    }
  }
}
