package io.remit.intake;

import static io.remit.intake.IntakeFixture.ARREARS_HEADER;
import static io.remit.intake.IntakeFixture.account;
import static io.remit.intake.IntakeFixture.accountWith;
import static io.remit.intake.IntakeFixture.arrearsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.remit.intake.csv.Rejection;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.intake.delivery.IntakeStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class BadArrearsFileTest extends WithIntake {

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n  \r\n", "\uFEFF"})
  void anEmptyFileIsRefused(String content) {
    assertRefused(intake.arrears(content), "empty-file", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {ARREARS_HEADER, ARREARS_HEADER + "\n", ARREARS_HEADER + "\r\n\r\n"})
  void aHeaderWithoutRowsIsRefused(String content) {
    assertRefused(intake.completeArrears(content), "no-rows", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|"})
  void anotherDelimiterIsRefused(String delimiter) {
    assertRefused(intake.arrears(arrearsOf(account("A1")).replace(",", delimiter)), "wrong-delimiter", null);
  }

  @Test
  void eachMissingColumnIsNamed() {
    ArrearsResult result = intake.arrears("account_number,product,currency,outstanding_amount,overdue_amount,"
        + "debtor_id,debtor_name\nA1,FINE,EUR,1.00,1.00,D1,Xu\n");
    assertThat(result.status()).isEqualTo(IntakeStatus.REFUSED);
    assertThat(result.rejected()).extracting(Rejection::line, Rejection::column, Rejection::rule).containsExactly(
        tuple(1L, "oldest_due_date", "missing-column"), tuple(1L, "time_zone", "missing-column"));
    assertThat(intake.portfolio.accounts).isEmpty();
  }

  @Test
  void aDoubledColumnIsRefused() {
    assertRefused(intake.arrears(ARREARS_HEADER + ",Phone\n" + account("A1") + ",\n"), "doubled-column", "phone");
  }

  @Test
  void anUnknownColumnIsRefusedWithoutItsNameWhichMayBeAValue() {
    ArrearsResult result = intake.arrears(ARREARS_HEADER + ",Xu Diaz\n" + account("A1") + ",\n");
    assertRefused(result, "unknown-column", null);
    assertThat(result.rejected().get(0).message()).contains("21").doesNotContainIgnoringCase("Diaz");
  }

  @Test
  void aFileWithoutHeaderIsRefusedWithoutItsValues() {
    ArrearsResult result = intake.arrears(account("A1") + "\n" + account("A2") + "\n");
    assertThat(result.status()).isEqualTo(IntakeStatus.REFUSED);
    assertThat(result.toString()).doesNotContain("Diaz", "xu diaz", "A1");
  }

  @Test
  void aByteOrderMarkOfUtf8IsAllowed() {
    ArrearsResult result = intake.arrears("\uFEFF" + arrearsOf(account("A1")));
    assertThat(result.opened()).isEqualTo(1);
    assertThat(result.rejected()).isEmpty();
    assertThat(intake.arrears("\uFEFF\"account_number\"" + arrearsOf(account("A2")).substring(14)).opened())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
  void utf16IsRefused(String charset) {
    byte[] content = arrearsOf(account("A1")).getBytes(Charset.forName(charset));
    ArrearsResult result = intake.arrears(content, false);
    assertRefused(result, charset.equals("UTF-32LE") ? "not-csv" : "utf-16", null);
  }

  @Test
  void whatIsNotTextIsRefused() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(arrearsOf(account("A1")).getBytes(StandardCharsets.UTF_8));
    }
    assertRefused(intake.arrears(zipped.toByteArray(), false), "not-csv", null);
    assertRefused(intake.arrears("PK\u0003\u0004 and so on"), "not-csv", null);
    assertRefused(intake.arrears("<html></html>"), "not-csv", null);
  }

  @Test
  void anUnclosedQuoteInTheHeaderIsRefused() {
    assertRefused(intake.arrears("\"" + arrearsOf(account("A1"))), "unclosed-quote", null);
  }

  @Test
  void aRefusedFileChangesNothingAndIsRefusedAgain() {
    ArrearsResult first = intake.arrears(ARREARS_HEADER);
    ArrearsResult second = intake.arrears(ARREARS_HEADER);
    assertThat(second).isEqualTo(first);
    assertThat(intake.portfolio.nextRun()).isEqualTo(1);
  }

  @Test
  void invalidUtf8IsRefusedWithItsColumn() {
    byte[] content = arrearsOf(account("A1"), accountWith("A2", "debtor_name", "M~ller"), account("A3"))
        .getBytes(StandardCharsets.UTF_8);
    for (int index = 0; index < content.length; index++) {
      content[index] = content[index] == '~' ? (byte) 0xfc : content[index];
    }
    assertOnlySecondRowRefused(intake.arrears(content, false), "invalid-utf8", "debtor_name");
  }

  @Test
  void nulBytesAreRefused() {
    assertSecondRowRefused("debtor_name", "Xu\0Diaz", "nul-character");
  }

  @Test
  void controlCharactersAreRefused() {
    assertSecondRowRefused("debtor_name", "Xu\u001b[2JDiaz", "control-character");
    assertSecondRowRefused("phone", "\t+1713555\t0187", "control-character");
  }

  @Test
  void anUnclosedQuoteIsRefusedAtTheLineWhereItStarts() {
    assertSecondRowRefused("debtor_name", "\"Xu Diaz", "unclosed-quote", null);
  }

  @Test
  void aQuoteThatALaterRowClosesLeavesThatRowGood() {
    ArrearsResult result = intake.arrears(arrearsOf(account("A1"), accountWith("A2", "debtor_name", "\"Diaz"),
        accountWith("A3", "debtor_name", "\"Quist, Paz\""), account("A4")));
    assertThat(result.rejected()).extracting(Rejection::line, Rejection::rule)
        .containsExactly(tuple(3L, "malformed-quote"));
    assertThat(intake.portfolio.accounts).containsOnlyKeys("A1", "A3", "A4");
  }

  @Test
  void textAfterAClosingQuoteIsRefused() {
    assertSecondRowRefused("debtor_name", "\"Xu\" Diaz", "malformed-quote", null);
  }

  @Test
  void aRowWithTooManyOrTooFewFieldsIsRefused() {
    assertSecondRowRefused("debtor_name", "Diaz, Xu", "column-count", null);
    ArrearsResult result = intake.arrears(arrearsOf(account("B1"), "B2,FINE,EUR", account("B3")));
    assertOnlySecondRowRefused(result, "column-count", null);
  }

  @Test
  void aRowOfOneMegabyteIsRefused() {
    assertSecondRowRefused("address", "x".repeat(1024 * 1024), "row-too-long", null);
  }

  @Test
  void lineBreaksInFreeTextBecomeSpacesAndElsewhereAreRefused() {
    intake.arrears(arrearsOf(accountWith("A1", "address", "\"12 Main St\r\nApt\t4\"")));
    assertThat(intake.portfolio.accounts.get("A1").debtor().address()).isEqualTo("12 Main St Apt 4");
    ArrearsResult result = intake.arrears(arrearsOf(accountWith("A2", "debtor_id", "\"D\n2\""), account("A3")));
    assertThat(result.rejected()).extracting(Rejection::line, Rejection::column, Rejection::rule)
        .containsExactly(tuple(2L, "debtor_id", "line-break"), tuple(3L, null, "column-count"));
    assertThat(intake.portfolio.accounts).containsOnlyKeys("A1", "A3");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "account_number | '' | required",
      "account_number | '   ' | required",
      "debtor_name | '' | required",
      "time_zone | '' | required",
      "outstanding_amount | '' | required",
      "overdue_amount | -46.00 | negative-amount",
      "outstanding_amount | many | amount-format",
      "outstanding_amount | 1e3 | amount-format",
      "outstanding_amount | +46.00 | amount-format",
      "outstanding_amount | \"1,046.00\" | amount-format",
      "outstanding_amount | \"46,00\" | amount-format",
      "outstanding_amount | 46. | amount-format",
      "outstanding_amount | 46.000 | amount-scale",
      "outstanding_amount | 1234567890123456.00 | amount-too-large",
      "overdue_amount | 46.01 | overdue-above-outstanding",
      "overdue_amount | NaN | amount-format",
      "currency | EURO | unknown-currency",
      "currency | eur | unknown-currency",
      "currency | XYZ | unknown-currency",
      "currency | XXX | unknown-currency",
      "oldest_due_date | 2007-02-31 | date",
      "oldest_due_date | 31.01.2007 | date",
      "oldest_due_date | 0007-01-31 | date",
      "oldest_due_date | 2007-01-31T00:00 | date",
      "time_zone | Mars/Olympus | unknown-time-zone",
      "time_zone | +02:00 | unknown-time-zone",
      "debtor_type | FIRM | debtor-type",
      "phone | 0171 5550187 | phone-format",
      "phone | +1 713 555 0187 | phone-format",
      "phone | +9991234567 | phone-format",
      "contact_person_phone | +1 | phone-format",
      "email | nobody | email-format",
      "email | a@b@example.com | email-format",
      "email | a b@example.com | email-format",
      "region | Texas | region-format",
      "country | XX | unknown-country",
      "country | USA | unknown-country",
      "language | en_US | language-format",
      "owns_property | yes | true-or-false"})
  void aBadValueIsRefusedWithItsColumn(String column, String value, String rule) {
    assertSecondRowRefused(column, value, rule);
  }

  @ParameterizedTest
  @CsvSource({"account_number,64", "product,40", "debtor_id,64", "debtor_name,200", "address,300", "city,100",
      "contact_person_name,200"})
  void aTextLongerThanItsColumnIsRefused(String column, int longest) {
    assertSecondRowRefused(column, "x".repeat(longest + 1), "too-long");
    intake.arrears(arrearsOf(accountWith("L1", column, "y".repeat(longest))));
    assertThat(intake.portfolio.accounts).hasSize(3);
  }

  @Test
  void amountsHaveAsManyDecimalsAsTheirCurrency() {
    String yen = accountWith("A1", "currency", "JPY").replace("46.00", "4600");
    String dinar = accountWith("A2", "currency", "KWD").replace("46.00", "46.125");
    assertThat(intake.arrears(arrearsOf(yen, dinar)).opened()).isEqualTo(2);
    assertThat(intake.portfolio.accounts.get("A1").outstandingAmount()).hasToString("4600");
    assertThat(intake.portfolio.accounts.get("A2").outstandingAmount()).hasToString("46.125");
    ArrearsResult result = intake.arrears(arrearsOf(account("B1"), accountWith("B2", "currency", "JPY"),
        account("B3")));
    assertOnlySecondRowRefused(result, "amount-scale", "outstanding_amount");
  }

  @Test
  void theSameAccountTwiceIsRefused() {
    ArrearsResult result = intake.arrears(arrearsOf(account("A1"), account("A1"), account("A3")));
    assertOnlySecondRowRefused(result, "duplicate-account", "account_number");
  }

  @Test
  void anAccountOfAnotherDebtorIsRefused() {
    intake.arrears(arrearsOf(account("A2")));
    assertSecondRowRefused("debtor_id", "D2", "debtor-mismatch");
  }

  @Test
  void anAccountWhoseCurrencyChangedIsRefused() {
    intake.arrears(arrearsOf(account("A2")));
    assertSecondRowRefused("currency", "USD", "currency-changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+Xu", "-Diaz", "@SUM(A1)"})
  void formulaStartsInNamesArePlainText(String name) {
    assertThat(intake.arrears(arrearsOf(accountWith("A1", "debtor_name", name))).opened()).isEqualTo(1);
    assertThat(intake.portfolio.accounts.get("A1").debtor().name()).isEqualTo(name);
  }

  @Test
  void aFileOfOnlyBadRowsIsAppliedAndNamesThem() {
    ArrearsResult result = intake.arrears(arrearsOf("1", "2", "3"));
    assertThat(result.status()).isEqualTo(IntakeStatus.APPLIED);
    assertThat(result.rows()).isEqualTo(3);
    assertThat(result.rejected()).extracting(Rejection::line).containsExactly(2L, 3L, 4L);
  }

  private void assertSecondRowRefused(String column, String value, String rule) {
    assertSecondRowRefused(column, value, rule, column);
  }

  private void assertSecondRowRefused(String column, String value, String rule, String namedColumn) {
    ArrearsResult result = intake.arrears(arrearsOf(account("A1"), accountWith("A2", column, value), account("A3")));
    assertOnlySecondRowRefused(result, rule, namedColumn);
    if (value.length() > 3) {
      assertThat(result.rejected().get(0).message()).doesNotContain(value);
    }
    assertThat(intake.portfolio.accounts).containsKeys("A1", "A3");
  }

  private static void assertOnlySecondRowRefused(ArrearsResult result, String rule, String column) {
    assertThat(result.status()).isEqualTo(IntakeStatus.APPLIED);
    assertThat(result.rows()).isEqualTo(3);
    assertThat(result.rejected()).extracting(Rejection::line, Rejection::column, Rejection::rule)
        .containsExactly(tuple(3L, column, rule));
    assertThat(result.opened() + result.updated() + result.unchanged()).isEqualTo(2);
  }

  private void assertRefused(ArrearsResult result, String rule, String column) {
    assertThat(result.status()).isEqualTo(IntakeStatus.REFUSED);
    assertThat(result.rejected()).extracting(Rejection::column, Rejection::rule).containsExactly(tuple(column, rule));
    assertThat(result.rejected().get(0).line()).isEqualTo(1);
    assertThat(result.rows()).isZero();
    assertThat(intake.portfolio.accounts).isEmpty();
  }
}
