package io.remit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.remit.intake.csv.CsvFile;
import io.remit.intake.csv.CsvRow;
import io.remit.intake.csv.FileLayout;
import io.remit.intake.csv.FileRefused;
import io.remit.intake.csv.RowRefused;
import io.remit.intake.csv.SpooledFile;
import io.remit.intake.delivery.Spool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** Whatever a creditor's CSV file holds, each row is read or refused by a rule with a name. */
@Tag("faults")
class FilesFuzzTest {

  private static final Spool SPOOL = spool();

  @FuzzTest(maxDuration = "10m")
  void arrears(byte[] content) throws IOException {
    read(content, ArrearsFormat.LAYOUT, row -> ArrearsFormat.read(row, null));
  }

  @FuzzTest(maxDuration = "10m")
  void payments(byte[] content) throws IOException {
    read(content, PaymentsFormat.LAYOUT, row -> PaymentsFormat.read(row, 1));
  }

  private interface Reader {

    Object read(CsvRow row) throws RowRefused;
  }

  private static void read(byte[] content, FileLayout layout, Reader reader) throws IOException {
    try (SpooledFile file = SPOOL.store(new ByteArrayInputStream(content))) {
      CsvFile rows = CsvFile.open(file, layout);
      for (CsvRow row = rows.next(); row != null; row = rows.next()) {
        try {
          assertThat(reader.read(row)).isNotNull();
        } catch (RowRefused refused) {
          assertThat(refused.refusal().rule()).isNotBlank();
        }
      }
    } catch (FileRefused refused) {
      assertThat(refused.reasons()).isNotEmpty().allSatisfy(reason -> assertThat(reason.rule()).isNotBlank());
    }
  }

  private static Spool spool() {
    try {
      Path folder = Files.createDirectories(Path.of("target", "fuzz"));
      return new Spool(folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
