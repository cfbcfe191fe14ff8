package io.remit.intake;

import static io.remit.intake.IntakeFixture.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.remit.intake.csv.Rejection;
import io.remit.intake.delivery.IntakeStatus;
import io.remit.intake.delivery.PaymentsResult;
import io.remit.statement.CamtFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file of payments is, and a bank's download with several statements. */
@Tag("long")
class StatementIntakeTest extends WithIntake {

  private static final String DAY = ":20:R\n:25:A\n:28C:1\n:60F:C260301EUR0,\n:61:260302C20,NTRFX\n:62F:C260302EUR"
      + "20,\n";

  private static byte[] zip(String... files) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      for (int index = 0; index < files.length; index++) {
        zip.putNextEntry(new ZipEntry(index + ".txt"));
        zip.write(files[index].getBytes(StandardCharsets.UTF_8));
      }
    }
    return archive.toByteArray();
  }

  @Test
  void allFilesOfADownloadAreTakenInAsOneAndABadOneIsNamed() throws IOException {
    String camt = new CamtFile("S", "EUR").credit("B-1", "30.00", LocalDate.of(2026, 3, 2), "A-1").xml();

    PaymentsResult result = intake.payments(zip(camt, DAY.replace("EUR20", "EUR21"), DAY));

    assertThat(result.status()).isEqualTo(IntakeStatus.APPLIED);
    assertThat(result.rows()).isEqualTo(2);
    assertThat(intake.portfolio.movements).hasSize(2);
    assertThat(result.rejected()).extracting(Rejection::line, Rejection::column, Rejection::rule)
        .containsExactly(tuple(6L, "62F", "balance-mismatch"));
    assertThat(result.rejected().get(0).message()).startsWith("File 2 of the archive: ");
  }

  @Test
  void aDownloadWithoutAFileThatCanBeUsedIsRefusedWithTheReasonsOfAll() throws IOException {
    PaymentsResult result = intake.payments(zip(DAY.replace("EUR20", "EUR21"), payment("P1", "A1")));

    assertThat(result.status()).isEqualTo(IntakeStatus.REFUSED);
    assertThat(result.rejected()).extracting(Rejection::rule).containsExactly("balance-mismatch", "unknown-format");
    assertThat(intake.portfolio.movements).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"%PDF-1.4 | unknown-format", "some text | unknown-format",
      "P1,A1,PAYMENT,10.00,EUR,2026-03-02 | unknown-format", "payment_reference;amount | wrong-delimiter",
      "Amount,currency | missing-column", "ABNANL2A\\n940\\n:20:R | missing-field", ":940:\\n:20:R | missing-field",
      "{1:F01BANK}{2:I103BANK}{4: | unsupported-message", "<html/> | unsupported-format"})
  void aFileIsRefusedWithTheReasonOfWhatItIs(String content, String rule) {
    PaymentsResult result = intake.payments(content.replace("\\n", "\n"));

    assertThat(result.status()).isEqualTo(IntakeStatus.REFUSED);
    assertThat(result.rejected()).extracting(Rejection::rule).contains(rule);
  }
}
