package io.remit.intake;

import static io.remit.intake.IntakeFixture.PAYMENTS_HEADER;
import static io.remit.intake.IntakeFixture.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.intake.csv.CsvFile;
import io.remit.intake.csv.CsvRow;
import io.remit.intake.csv.FileRefused;
import io.remit.intake.csv.RowRefused;
import io.remit.intake.csv.SpooledFile;
import io.remit.intake.delivery.Spool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;

@Tag("long")
class IntakeFuzzTest {

  private static final byte[] HEADER = (PAYMENTS_HEADER + "\n").getBytes(StandardCharsets.UTF_8);
  private static Path folder;

  @BeforeContainer
  static void createFolder() throws IOException {
    folder = Files.createTempDirectory("fuzz");
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Property(tries = 500)
  void anyBytesAreReadOrRefused(@ForAll byte[] content) {
    assertThat(goodReferencesIn(content)).isNotNull();
  }

  @Property(tries = 2000)
  void anyBytesBelowAHeaderAreReadOrRefused(@ForAll("garbage") byte[] garbage) {
    assertThat(goodReferencesIn(join(List.of(HEADER, garbage)))).isNotNull();
  }

  @Property(tries = 3000)
  void everyGoodRowAroundBadOnesIsDelivered(@ForAll("garbageLines") List<byte[]> lines) {
    List<byte[]> parts = new ArrayList<>(List.of(HEADER));
    List<String> good = new ArrayList<>();
    for (byte[] line : lines) {
      String reference = "GOOD-" + good.size();
      good.add(reference);
      parts.add((payment(reference, "A1") + "\n").getBytes(StandardCharsets.UTF_8));
      parts.add(line);
      parts.add("\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(goodReferencesIn(join(parts)).stream().filter(reference -> reference.startsWith("GOOD-")))
        .containsExactlyElementsOf(good);
  }

  @Provide
  Arbitrary<byte[]> garbage() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(300)
        .injectDuplicates(0.2)
        .map(bytes -> sprinkle(bytes, "\",\n\rA1"));
  }

  @Provide
  Arbitrary<List<byte[]>> garbageLines() {
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(40)
        .map(bytes -> sprinkle(bytes, "\",\",E"));
    Arbitrary<byte[]> almostGood = Arbitraries.of("P1,A1,PAYMENT,\"", "\",EUR,2007-09-03,", "P1,\"A1", "\"\"\",,,,,,",
        "\",\",\",\"", "P1,A1,PAYMENT,1.00,EUR,2007-09-03,\"", "\"P1,A1,PAYMENT,1.00,EUR,2007-09-03,", "\"\"", "")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
    return Arbitraries.oneOf(noise, almostGood).map(IntakeFuzzTest::withoutLineEnds).list().ofMaxSize(12);
  }

  /** Turns every other byte into one that means something in CSV. */
  private static byte[] sprinkle(byte[] bytes, String meaningful) {
    byte[] sprinkled = bytes.clone();
    for (int index = 0; index < sprinkled.length; index++) {
      if (sprinkled[index] % 2 == 0) {
        sprinkled[index] = (byte) meaningful.charAt(Math.floorMod(sprinkled[index] / 2, meaningful.length()));
      }
    }
    return sprinkled;
  }

  private static byte[] withoutLineEnds(byte[] bytes) {
    byte[] line = bytes.clone();
    for (int index = 0; index < line.length; index++) {
      line[index] = line[index] == '\n' || line[index] == '\r' ? (byte) '.' : line[index];
    }
    return line;
  }

  private static byte[] join(List<byte[]> parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    parts.forEach(joined::writeBytes);
    return joined.toByteArray();
  }

  private static List<String> goodReferencesIn(byte[] content) {
    List<String> references = new ArrayList<>();
    try (SpooledFile file = new Spool(folder.toString()).store(new ByteArrayInputStream(content))) {
      CsvFile rows = CsvFile.open(file, PaymentsFormat.LAYOUT);
      long lastLine = 1;
      for (CsvRow row = rows.next(); row != null; row = rows.next()) {
        assertThat(row.line()).isGreaterThan(lastLine);
        lastLine = row.line();
        try {
          references.add(PaymentsFormat.read(row, 1).reference());
        } catch (RowRefused refused) {
          assertThat(refused.refusal().rule()).isNotBlank();
        }
      }
    } catch (FileRefused refused) {
      assertThat(refused.reasons()).isNotEmpty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return references;
  }
}
