package io.remit.outsourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.remit.files.WorkFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandOverFileTest {

  private static final HandOver.Account LOAN =
      new HandOver.Account("LOAN", new BigDecimal("1200.5000"), new BigDecimal("46.00"), LocalDate.parse("2025-08-01"));
  private static final HandOver.Account CARD =
      new HandOver.Account("CARD", new BigDecimal("0"), new BigDecimal("0"), LocalDate.parse("2025-09-01"));

  @TempDir
  Path folder;
  private HandOverFile file;

  @BeforeEach
  void fileInAnEmptyFolder() {
    file = new HandOverFile(new WorkFolder(folder.toString()));
  }

  @Test
  void writesOneLinePerAccount() throws IOException {
    String name = file.write("agency-1", handOver("王小明"));

    assertThat(name).isEqualTo("outsourcing/agency-1/100001.csv");
    assertThat(Files.readString(folder.resolve(name))).isEqualTo("""
        "case_number","debtor_name","address","city","country","phone","email","language","time_zone",\
        "product","currency","outstanding_amount","overdue_amount","oldest_due_date","contacts_so_far"\r
        "100001","王小明","Road 1, ""Back"" door","北京","CN","'+861012345678","ana@bank.example","zh-CN","Asia/Shanghai",\
        "LOAN","EUR","1200.50","46.00","2025-08-01","12"\r
        "100001","王小明","Road 1, ""Back"" door","北京","CN","'+861012345678","ana@bank.example","zh-CN","Asia/Shanghai",\
        "CARD","EUR","0.00","0.00","2025-09-01","12"\r
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(\"http://x.example\",\"y\")", "+1+1", "-2+3", "@SUM(1)", "\tx", "\r=1", "\n=1",
      "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201"})
  void noSpreadsheetTakesATextForAFormula(String name) throws IOException {
    assertThat(nameIn(file.write("agency1", handOver(name)))).isEqualTo("'" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ana Berg", "O'Neil", "'t Hooft", "Müller-Lüdenscheidt", "a=b", "Ana\r\n=1", "\"=1\"", "a,=1",
      ""})
  void leavesOtherTextAsItIs(String name) throws IOException {
    assertThat(nameIn(file.write("agency1", handOver(name)))).isEqualTo(name);
  }

  @Test
  void leavesUnknownThingsEmpty() throws IOException {
    HandOver handOver = new HandOver("100001",
        new HandOver.Debtor("Ana", null, null, null, null, null, null, ZoneId.of("UTC")), "JPY", List.of(CARD), 0);

    assertThat(Files.readString(folder.resolve(file.write("agency1", handOver))))
        .contains("\"100001\",\"Ana\",\"\",\"\",\"\",\"\",\"\",\"\",\"UTC\",\"CARD\",\"JPY\",\"0\",\"0\",")
        .doesNotContain("null");
  }

  @Test
  void replacesTheFileWhenACaseIsHandedOverAgain() throws IOException {
    file.write("agency1", handOver("Ana"));
    String name = file.write("agency1", handOver("Ana Berg"));

    assertThat(nameIn(name)).isEqualTo("Ana Berg");
    assertThat(folder.resolve("outsourcing/agency1")).isDirectoryContaining("glob:**/100001.csv");
    assertThat(folder.resolve("outsourcing/agency1").toFile().list()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../x", "a/b", "a.b", "a b", "a_b", "-", "社"})
  void refusesAPartnerThatCannotNameAFolder(String partnerId) {
    assertThatIllegalArgumentException().isThrownBy(() -> file.write(partnerId, handOver("Ana")));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesACaseNumberThatCannotNameAFile() {
    HandOver handOver = new HandOver("../100001", handOver("Ana").debtor(), "EUR", List.of(LOAN), 0);

    assertThatIllegalArgumentException().isThrownBy(() -> file.write("agency1", handOver));
  }

  @Test
  void refusesACaseWithoutAccounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HandOver("100001", handOver("Ana").debtor(), "EUR", List.of(), 0));
  }

  private String nameIn(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve(name))) {
      return rows.stream().findFirst().orElseThrow().getField("debtor_name");
    }
  }

  private static HandOver handOver(String debtorName) {
    HandOver.Debtor debtor = new HandOver.Debtor(debtorName, "Road 1, \"Back\" door", "北京", "CN", "+861012345678",
        "ana@bank.example", "zh-CN", ZoneId.of("Asia/Shanghai"));
    return new HandOver("100001", debtor, "EUR", List.of(LOAN, CARD), 12);
  }
}
