package io.remit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.remit.intake.csv.Rejection;
import io.remit.intake.delivery.IntakeResult;
import io.remit.intake.delivery.IntakeStatus;
import io.remit.intake.delivery.PaymentsResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class RealFilesTest {

  private static final Path DATA = Path.of("..", "shared", "data");

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"fines", "invoices"})
  void realFilesAreTakenInWithoutARefusal(String portfolio) throws IOException {
    assumeThat(DATA.resolve(portfolio)).isDirectory();
    try (IntakeFixture intake = new IntakeFixture(folder)) {
      for (Path file : files(portfolio)) {
        long rows = rowsOf(file);
        try (InputStream content = Files.newInputStream(file)) {
          IntakeResult result = file.getFileName().toString().startsWith("arrears")
              ? intake.arrears.apply(content, true)
              : intake.payments.apply(content);
          assertThat(result.status()).isEqualTo(IntakeStatus.APPLIED);
          assertThat(result.rejected()).isEmpty();
          assertThat(result.rows()).isEqualTo(rows);
        }
      }
      Path lastSnapshot = files(portfolio).stream()
          .filter(file -> file.getFileName().toString().startsWith("arrears")).reduce((a, b) -> b).orElseThrow();
      assertThat((long) intake.portfolio.accounts.size()).isEqualTo(rowsOf(lastSnapshot));
    }
  }

  @Test
  void aRealBankStatementIsAppliedOnceAndOneWithWrongSumsNotAtAll() throws IOException {
    assumeThat(DATA.resolve("camt")).isDirectory();
    try (IntakeFixture intake = new IntakeFixture(folder)) {
      byte[] good = Files.readAllBytes(DATA.resolve("camt/053-valid_example_v4.xml"));
      PaymentsResult applied = intake.payments(good);
      assertThat(applied.status()).isEqualTo(IntakeStatus.APPLIED);
      assertThat(applied.rows()).isEqualTo(32);
      assertThat(applied.posted()).as("payments and chargebacks").isEqualTo(23);
      assertThat(intake.payments(good).status()).isEqualTo(IntakeStatus.ALREADY_APPLIED);

      intake.portfolio.movements.clear();
      PaymentsResult refused =
          intake.payments(Files.readAllBytes(DATA.resolve("camt/053-valid_example_with_batch.xml")));
      assertThat(refused.status()).isEqualTo(IntakeStatus.REFUSED);
      assertThat(refused.rejected()).containsExactly(new Rejection(259, "Stmt", "balance-mismatch",
          "The opening balance and the entries add up to 10264.06 EUR, the closing balance is 23038.20 EUR."));
      assertThat(intake.portfolio.movements).isEmpty();
    }
  }

  private static List<Path> files(String portfolio) throws IOException {
    try (Stream<Path> files = Files.list(DATA.resolve(portfolio))) {
      return files.sorted().toList();
    }
  }

  private static long rowsOf(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).count() - 1;
    }
  }
}
