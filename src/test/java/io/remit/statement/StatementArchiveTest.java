package io.remit.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** A bank's download that holds several files. */
class StatementArchiveTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final byte[] GOOD = new CamtFile("S1", "EUR").credit("B-1", "30.00", DAY, "A-1").xml()
      .getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = (":20:R\n:25:A\n:28C:1\n:60F:C260301EUR0,\n:61:260302C20,NTRFX\n:62F:C260302"
      + "EUR20,\n")
      .getBytes(StandardCharsets.UTF_8);
  private static final byte[] BAD = new String(OTHER, StandardCharsets.UTF_8).replace("EUR20,", "EUR21,")
      .getBytes(StandardCharsets.UTF_8);
  private static final StatementLimits LIMITS = new StatementLimits(DataSize.ofMegabytes(4), 1000, 20, 1000);

  private static byte[] zip(byte[]... files) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("folder/"));
      for (int index = 0; index < files.length; index++) {
        zip.putNextEntry(new ZipEntry("folder/Ann Example " + index));
        zip.write(files[index]);
      }
      zip.putNextEntry(new ZipEntry("__MACOSX/._x"));
    }
    return archive.toByteArray();
  }

  private static BankStatements.Checked check(byte[] content) throws StatementRefused, IOException {
    return new BankStatements(LIMITS).check(new ByteArrayInputStream(content), content.length);
  }

  private static List<BigDecimal> read(byte[] content) throws StatementRefused, IOException {
    List<BigDecimal> amounts = new ArrayList<>();
    new BankStatements(LIMITS).read(new ByteArrayInputStream(content), content.length, check(content),
        entry -> amounts.add(entry.whole().amount()));
    return amounts;
  }

  private static void assertRefused(byte[] content, String rule) {
    assertThatThrownBy(() -> check(content)).isInstanceOfSatisfying(StatementRefused.class,
        refused -> assertThat(refused.rule()).isEqualTo(rule));
  }

  @Test
  void everyFileOfItIsRead() throws Exception {
    assertThat(read(zip(GOOD, OTHER))).containsExactly(new BigDecimal("30.00"), new BigDecimal("20.00"));
    assertThat(check(zip(GOOD, OTHER))).isEqualTo(new BankStatements.Checked(2, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"IBM437", "GB18030", "UTF-8"})
  void theAlphabetInWhichNamesAreWrittenCountsForNothing(String alphabet) throws Exception {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive, Charset.forName(alphabet))) {
      zip.putNextEntry(new ZipEntry(alphabet.equals("GB18030") ? "账单" : "Auszüge für März"));
      zip.write(GOOD);
    }

    assertThat(read(archive.toByteArray())).containsExactly(new BigDecimal("30.00"));
  }

  @Test
  void aBadFileIsNamedByItsNumberAndTheOthersAreRead() throws Exception {
    byte[] archive = zip(GOOD, BAD, "%PDF-1.4".getBytes(StandardCharsets.UTF_8), zip(GOOD), OTHER);

    assertThat(read(archive)).containsExactly(new BigDecimal("30.00"), new BigDecimal("20.00"));
    assertThat(check(archive).refused()).extracting(StatementRefused::file).containsExactly(2, 3, 4);
    assertThat(check(archive).refused()).extracting(StatementRefused::rule)
        .containsExactly("balance-mismatch", "unknown-format", "nested-archive");
    assertThat(check(archive).refused()).extracting(StatementRefused::getMessage)
        .allMatch(message -> message.startsWith("File ") && !message.contains("Ann"));
    assertThat(check(archive).isUsable()).isTrue();
    assertThat(check(zip(BAD)).isUsable()).isFalse();
  }

  @Test
  void whatUnpacksToTooMuchIsRefused() throws Exception {
    byte[] blanks = new byte[3 << 20];
    Arrays.fill(blanks, (byte) ' ');
    assertRefused(zip(blanks), "too-packed");
    byte[] half = new byte[5 << 19];
    new Random(1).nextBytes(half);
    System.arraycopy("<a>".getBytes(StandardCharsets.UTF_8), 0, half, 0, 3);
    assertRefused(zip(half, half), "too-large");
    byte[][] many = new byte[1001][0];
    assertRefused(zip(many), "too-many-files");
  }

  @Test
  void whatIsNoWholeArchiveIsRefused() throws Exception {
    byte[] archive = zip(GOOD, OTHER);
    assertRefused(Arrays.copyOf(archive, archive.length - 100), "archive");
    assertRefused(Arrays.copyOf(archive, 200), "archive");
    assertRefused(zip(), "no-statement");
    assertRefused("PK\u0003\u0004 and so on".getBytes(StandardCharsets.UTF_8), "archive");
  }
}
