package io.remit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The creditor's account is written in as many ways as there are formats. */
class BankAccountNumberTest {

  @ParameterizedTest
  @CsvSource({"DE75512108001245126199, DE75 5121 0800 1245 1261 99", "DE75512108001245126199, 51210800/1245126199",
      "DE75512108001245126199, 1245126199", "DE89370400440532013000, 37040044/532013000",
      "NL50RABO0123456789, NL50RABO0123456789 EUR", "NL50RABO0123456789, 123456789", "NL91ABNA0417164300, 417164300EUR",
      "GB29NWBK60161331926819, 60-16-13 31926819", "44550045/0000177352, 44550045/177352", "0001234567, 1234567",
      "de75512108001245126199, DE75512108001245126199"})
  void theSameAccountIsKnownInEveryWriting(String one, String other) {
    assertThat(BankAccountNumber.maybeSame(one, other)).isTrue();
    assertThat(BankAccountNumber.maybeSame(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"DE75512108001245126199, DE89370400440532013000", "DE75512108001245126199, 51210801/1245126199",
      "DE75512108001245126199, 245126198", "1234567, 1234568", "DE75512108001245126199, 99",
      "44550045/0000177352, 44550045/0000177353", "12345, 1234"})
  void anotherAccountIsAnother(String one, String other) {
    assertThat(BankAccountNumber.maybeSame(one, other)).isFalse();
    assertThat(BankAccountNumber.maybeSame(other, one)).isFalse();
  }
}
