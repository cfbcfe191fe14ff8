package io.remit.outsourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.remit.partner.DataField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandOverFileTest {

  private static final HandOver.Account LOAN =
      new HandOver.Account("LOAN", new BigDecimal("1200.5000"), new BigDecimal("46.00"), LocalDate.parse("2025-08-01"));
  private static final HandOver.Account CARD =
      new HandOver.Account("CARD", new BigDecimal("0"), new BigDecimal("0"), LocalDate.parse("2025-09-01"));
  private static final Set<DataField> ALL = EnumSet.allOf(DataField.class);

  @Test
  void writesOneLinePerAccount() {
    assertThat(written(ALL, handOver("王小明"))).isEqualTo("""
        "case_number","currency","debtor_name","address","city","region","country","phone","email","language",\
        "time_zone","product","outstanding_amount","overdue_amount","oldest_due_date","contacts_so_far"\r
        "100001","EUR","王小明","Road 1, ""Back"" door","北京","CN-BJ","CN","'+861012345678","ana@bank.example","zh-CN",\
        "Asia/Shanghai","LOAN","1200.50","46.00","2025-08-01","12"\r
        "100001","EUR","王小明","Road 1, ""Back"" door","北京","CN-BJ","CN","'+861012345678","ana@bank.example","zh-CN",\
        "Asia/Shanghai","CARD","0.00","0.00","2025-09-01","12"\r
        """);
  }

  @Test
  void tellsNothingButWhatThePartnerMayBeTold() {
    assertThat(written(EnumSet.of(DataField.OVERDUE_AMOUNT, DataField.DEBTOR_NAME), handOver("Ana"))).isEqualTo("""
        "case_number","currency","debtor_name","overdue_amount"\r
        "100001","EUR","Ana","46.00"\r
        "100001","EUR","Ana","0.00"\r
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(\"http://x.example\",\"y\")", "+1+1", "-2+3", "@SUM(1)", "\tx", "\r=1", "\n=1",
      "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201"})
  void noSpreadsheetTakesATextForAFormula(String name) {
    assertThat(nameIn(name)).isEqualTo("'" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ana Berg", "O'Neil", "'t Hooft", "Müller-Lüdenscheidt", "a=b", "Ana\r\n=1", "\"=1\"", "a,=1",
      ""})
  void leavesOtherTextAsItIs(String name) {
    assertThat(nameIn(name)).isEqualTo(name);
  }

  @Test
  void leavesUnknownThingsEmpty() {
    HandOver handOver = new HandOver("100001",
        new HandOver.Debtor("Ana", null, null, null, null, null, null, null, ZoneId.of("UTC")), "JPY", List.of(CARD),
        0);

    assertThat(written(ALL, handOver))
        .contains("\"100001\",\"JPY\",\"Ana\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"UTC\",\"CARD\",\"0\",\"0\",")
        .doesNotContain("null");
  }

  @Test
  void refusesACaseWithoutAccounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HandOver("100001", handOver("Ana").debtor(), "EUR", List.of(), 0));
  }

  private static String nameIn(String name) {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(written(ALL, handOver(name)))) {
      return rows.stream().findFirst().orElseThrow().getField("debtor_name");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String written(Set<DataField> allowed, HandOver handOver) {
    return new String(new HandOverFile(allowed).of(List.of(handOver)), StandardCharsets.UTF_8);
  }

  private static HandOver handOver(String debtorName) {
    HandOver.Debtor debtor = new HandOver.Debtor(debtorName, "Road 1, \"Back\" door", "北京", "CN-BJ", "CN",
        "+861012345678", "ana@bank.example", "zh-CN", ZoneId.of("Asia/Shanghai"));
    return new HandOver("100001", debtor, "EUR", List.of(LOAN, CARD), 12);
  }
}
