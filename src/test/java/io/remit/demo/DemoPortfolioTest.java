package io.remit.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoPortfolioTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final String FICTIONAL_NUMBERS = "\\+1\\d{3}55501\\d{2}"
      + "|\\+44(2079460|1614960|1314960|2920180|7700900)\\d{3}"
      + "|\\+49(3023125|4066969|8999998|6990009|2214710)\\d{3}";

  private final byte[] file = new DemoPortfolio(1).arrearsFile(TODAY, 500);
  private final List<NamedCsvRecord> rows =
      CsvReader.builder().ofNamedCsvRecord(new String(file, StandardCharsets.UTF_8)).stream().toList();

  @Test
  void theFileHasTheColumnsOfTheInterface() {
    assertThat(rows.get(0).getHeader()).containsExactly("account_number", "product", "currency", "outstanding_amount",
        "overdue_amount", "oldest_due_date", "debtor_id", "debtor_type", "debtor_name", "phone", "email", "address",
        "city", "region", "country", "time_zone", "language", "owns_property", "contact_person_name",
        "contact_person_phone", "next_due_amount");
  }

  @Test
  void theSameSeedAndDayGiveTheSameFileAndAnotherSeedAnotherOne() {
    assertThat(new DemoPortfolio(1).arrearsFile(TODAY, 500)).isEqualTo(file);
    assertThat(new DemoPortfolio(2).arrearsFile(TODAY, 500)).isNotEqualTo(file);
  }

  @Test
  void itHasAsManyDebtorsAsAskedForAndAccountsOfTheirOwnNumbers() {
    assertThat(rows.stream().map(row -> row.getField("debtor_id")).distinct()).hasSize(500);
    assertThat(rows).extracting(row -> row.getField("account_number")).doesNotHaveDuplicates().hasSizeGreaterThan(500);
  }

  @Test
  void everyRowMakesSense() {
    assertThat(rows).allSatisfy(row -> {
      BigDecimal outstanding = new BigDecimal(row.getField("outstanding_amount"));
      BigDecimal overdue = new BigDecimal(row.getField("overdue_amount"));
      assertThat(outstanding).isPositive();
      assertThat(overdue).isBetween(BigDecimal.ZERO, outstanding);
      assertThat(overdue.signum() > 0).isEqualTo(daysPastDue(row) > 0);
      assertThat(outstanding.scale()).isEqualTo(2);
      assertThat(overdue.scale()).isLessThanOrEqualTo(2);
      assertThat(row.getField("product")).isIn("LOAN", "CARD");
      assertThat(row.getField("debtor_type")).isIn("PERSON", "COMPANY");
      assertThat(row.getField("debtor_name")).isNotBlank();
      assertThat(row.getField("region")).startsWith(row.getField("country") + "-");
      assertThat(ZoneId.getAvailableZoneIds()).contains(row.getField("time_zone"));
      assertThat(row.getField("owns_property")).isIn("true", "false");
    });
  }

  @Test
  void itHasAccountsForEveryStage() {
    assertThat(between(-5, 0)).isPositive();
    assertThat(between(1, 6)).isPositive();
    assertThat(between(7, 29)).isGreaterThan(50);
    assertThat(between(30, 89)).isGreaterThan(50);
    assertThat(between(90, 179)).isGreaterThan(50);
    assertThat(between(180, 364)).isGreaterThan(20);
    assertThat(between(365, 1000)).isGreaterThan(20);
    assertThat(between(500, 1000)).isPositive();
  }

  @Test
  void someDebtorsHaveSeveralAccountsAndAFewOweInTwoCurrencies() {
    Map<String, List<NamedCsvRecord>> byDebtor =
        rows.stream().collect(Collectors.groupingBy(row -> row.getField("debtor_id")));

    assertThat(byDebtor.values().stream().filter(accounts -> accounts.size() > 1).count()).isBetween(50L, 150L);
    assertThat(byDebtor.values().stream().filter(accounts -> currencies(accounts).size() > 1).count())
        .isBetween(5L, 50L);
  }

  @Test
  void debtorsLiveInFourCountriesAndAThirdOwnTheirHome() {
    assertThat(rows).extracting(row -> row.getField("country")).contains("US", "GB", "DE", "CN");
    long owners = rows.stream().filter(row -> row.getField("owns_property").equals("true")).count();
    assertThat((double) owners / rows.size()).isCloseTo(0.33, within(0.08));
  }

  @Test
  void nobodyRealCanBeCalledOrWrittenTo() {
    assertThat(rows).allSatisfy(row -> {
      assertThat(row.getField("email")).matches("|.*@example\\.com");
      assertThat(row.getField("phone")).matches("|" + FICTIONAL_NUMBERS);
      assertThat(row.getField("contact_person_phone")).matches("|" + FICTIONAL_NUMBERS);
    });
    assertThat(rows).extracting(row -> row.getField("phone")).contains("");
    assertThat(rows).extracting(row -> row.getField("email")).contains("");
  }

  @Test
  void theNumbersArePossibleOnes() {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    assertThat(rows).extracting(row -> row.getField("phone")).filteredOn(phone -> !phone.isEmpty())
        .allSatisfy(phone -> assertThat(isPossible(numbers, phone)).as(phone).isTrue());
  }

  @Test
  void aPortfolioOfNoDebtorsIsOnlyAHeader() {
    String empty = new String(new DemoPortfolio(1).arrearsFile(TODAY, 0), StandardCharsets.UTF_8);

    assertThat(empty.lines()).hasSize(1);
  }

  private static boolean isPossible(PhoneNumberUtil numbers, String phone) {
    try {
      return numbers.isPossibleNumber(numbers.parse(phone, null));
    } catch (NumberParseException unreadable) {
      return false;
    }
  }

  private long between(int first, int last) {
    return rows.stream().filter(row -> daysPastDue(row) >= first && daysPastDue(row) <= last).count();
  }

  private static long daysPastDue(NamedCsvRecord row) {
    return ChronoUnit.DAYS.between(LocalDate.parse(row.getField("oldest_due_date")), TODAY);
  }

  private static Set<String> currencies(List<NamedCsvRecord> accounts) {
    return accounts.stream().map(account -> account.getField("currency")).collect(Collectors.toSet());
  }
}
