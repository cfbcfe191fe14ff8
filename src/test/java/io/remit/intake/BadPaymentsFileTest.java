package io.remit.intake;

import static io.remit.intake.IntakeFixture.PAYMENTS_HEADER;
import static io.remit.intake.IntakeFixture.payment;
import static io.remit.intake.IntakeFixture.paymentWith;
import static io.remit.intake.IntakeFixture.paymentsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.remit.intake.csv.Rejection;
import io.remit.intake.delivery.IntakeStatus;
import io.remit.intake.delivery.PaymentsResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class BadPaymentsFileTest extends WithIntake {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"<?xml version=\"1.0\"?><Document/> | unsupported-format",
      "\uFEFF <Document/> | unsupported-format", "<!DOCTYPE a><a/> | doctype", ":20:REFERENCE | missing-field",
      ":60F:C140829EUR0, | missing-field", "{1:F01BANK} | no-statement"})
  void aBankStatementThatCannotBeUsedIsRefusedByName(String content, String rule) {
    assertThat(intake.payments(content).status()).isEqualTo(IntakeStatus.REFUSED);
    assertThat(intake.payments(content).rejected()).extracting(Rejection::rule).containsExactly(rule);
    assertThat(intake.portfolio.movements).isEmpty();
  }

  @Test
  void anEmptyFileAndAHeaderOnlyAreRefused() {
    assertThat(intake.payments("").rejected()).extracting(Rejection::rule).containsExactly("empty-file");
    assertThat(intake.payments(PAYMENTS_HEADER).rejected()).extracting(Rejection::rule).containsExactly("no-rows");
  }

  @Test
  void anArrearsFileIsNotTakenForPayments() {
    PaymentsResult result = intake.payments(IntakeFixture.arrearsOf(IntakeFixture.account("A1")));
    assertThat(result.status()).isEqualTo(IntakeStatus.REFUSED);
    assertThat(result.rejected()).extracting(Rejection::rule).contains("missing-column", "unknown-column");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "payment_reference | '' | required",
      "account_number | '' | required",
      "type | '' | required",
      "type | payment | payment-type",
      "amount | 0.00 | amount-not-positive",
      "amount | -12.50 | amount-not-positive",
      "amount | twelve | amount-format",
      "amount | 12.505 | amount-scale",
      "amount | 9999999999999999 | amount-too-large",
      "currency | EURO | unknown-currency",
      "value_date | 2007-02-31 | date",
      "value_date | '' | required",
      "reverses | P0 | reverses-payment"})
  void aBadValueIsRefusedWithItsColumn(String column, String value, String rule) {
    assertSecondRowRefused(paymentWith("P2", column, value), column, rule);
  }

  @Test
  void aReferenceLongerThanItsColumnIsRefused() {
    assertSecondRowRefused(payment("P".repeat(101), "A1"), "payment_reference", "too-long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"REVERSAL", "CHARGEBACK"})
  void whatUndoesAPaymentHasToNameIt(String type) {
    assertSecondRowRefused(paymentWith("P2", "type", type), "reverses", "required");
  }

  @Test
  void aRowInsideAQuoteThatALaterRowClosesIsStillPosted() {
    PaymentsResult result = intake.payments(paymentsOf("P1,A1,PAYMENT,\"", payment("P2", "A1"), "\",EUR,2007-09-03,",
        payment("P3", "A1")));
    assertThat(intake.portfolio.payments).containsOnlyKeys("P2", "P3");
    assertThat(result.rejected()).extracting(Rejection::line).containsExactly(2L, 4L);
  }

  private void assertSecondRowRefused(String row, String column, String rule) {
    PaymentsResult result = intake.payments(paymentsOf(payment("P1", "A1"), row, payment("P3", "A1")));
    assertThat(result.rejected()).extracting(Rejection::line, Rejection::column, Rejection::rule)
        .containsExactly(tuple(3L, column, rule));
    assertThat(result.rows()).isEqualTo(3);
    assertThat(result.posted()).isEqualTo(2);
    assertThat(intake.portfolio.payments).containsOnlyKeys("P1", "P3");
  }
}
