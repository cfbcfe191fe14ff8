package io.remit.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.statement.BankTransaction.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an MT940 file says. */
class Mt940ReaderTest {

  private static String message(String opening, String entry, String information, String closing) {
    return ":20:STARTUMS\n:25:10020030/1234567\n:28C:5/1\n:60F:" + opening + "\n:61:" + entry + "\n:86:" + information
        + "\n:62F:" + closing + "\n-\n";
  }

  private static BankTransaction payment(String information) {
    return ReadStatement.of(message("C260105EUR0,", "2601060106CR30,00NTRFNONREF//55555", information,
        "C260106EUR30,00")).only();
  }

  @ParameterizedTest
  @CsvSource({"C, 'C260106EUR30,', PAYMENT", "D, 'D260106EUR30,', OUTGOING", "RC, 'D260106EUR30,', CHARGEBACK",
      "RD, 'C260106EUR30,', OUTGOING_RETURNED"})
  void theMarkTellsWhichWayTheMoneyWent(String mark, String closing, Kind kind) {
    assertThat(ReadStatement.of(message("C260105EUR0,", "2601060106" + mark + "30,NTRFX12//55555", "plain text",
        closing)).only().kind()).isEqualTo(kind);
  }

  @Test
  void aReturnedDirectDebitIsAChargeback() {
    assertThat(ReadStatement.of(message("C260105EUR30,", "2601060106D30,NRTINONREF", "109?00RETOURE?20EREF+E2E-7",
        "C260106EUR0,")).only()).satisfies(told -> {
          assertThat(told.kind()).isEqualTo(Kind.CHARGEBACK);
          assertThat(told.references().endToEnd()).isEqualTo("E2E-7");
        });
  }

  @Test
  void germanSubfieldsAreReadWithTheirSepaPartsAcrossLines() {
    BankTransaction told = payment("166?00GUTSCHRIFT?109248?20EREF+E2E-1?21SVWZ+Rate Januar L-10\n0017?22 danke"
        + "?30GENODEF1?31DE02100100100006820101?32ANN?33 EXAMPLE?34000");

    assertThat(told.remittance().text()).isEqualTo("Rate Januar L-100017 danke");
    assertThat(told.references().endToEnd()).isEqualTo("E2E-1");
    assertThat(told.payer().name()).isEqualTo("ANN EXAMPLE");
    assertThat(told.payer().account()).isEqualTo("DE02100100100006820101");
  }

  @Test
  void slashPartsAreRead() {
    BankTransaction told = payment("/TRTP/SEPA OVERBOEKING/IBAN/NL86INGB0002445588/BIC/INGBNL2A\n"
        + "/NAME/A. EXAMPLE/REMI/USTD//L-100017/EREF/E2E-1");

    assertThat(told.remittance().text()).isEqualTo("L-100017");
    assertThat(told.references().endToEnd()).isEqualTo("E2E-1");
    assertThat(told.payer().name()).isEqualTo("A. EXAMPLE");
    assertThat(told.payer().account()).isEqualTo("NL86INGB0002445588");
    assertThat(payment("/EREF/NOTPROVIDED//REMI/STRD/CUR/RF18L100017/").remittance().creditorReferences())
        .containsExactly("RF18L100017");
  }

  @Test
  void plainTextIsTheRemittance() {
    assertThat(payment("L-100017 ANN\nEXAMPLE").remittance().text()).isEqualTo("L-100017 ANN EXAMPLE");
  }

  @Test
  void messagesInBlocksAndWithWindowsLineEndsAreRead() {
    String inBlocks = ("\ufeff{1:F01BANKDEFFXXXX0000000000}{2:O9400000}{4:\n"
        + message("C260105EUR0,", "260106C30,NTRFNONREF", "text", "C260106EUR30,")).replace("\n-\n", "\n-}\n")
        .replace("\n", "\r\n");

    assertThat(ReadStatement.of(inBlocks).only().amount()).isEqualTo("30.00");
  }

  @Test
  void latinOneIsReadWhereItIsNotUtf8() {
    byte[] latin = message("C260105EUR0,", "260106C30,NTRFNONREF", "M\u00fcller", "C260106EUR30,")
        .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(ReadStatement.of(latin, ReadStatement.LIMITS).only().remittance().text()).isEqualTo("M\u00fcller");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {":60F:C260105EUR0, | :60F:X | 4 60F balance-format",
      "260106C30,NTRF | 260106C30.00NTRF | 5 61 entry-format", "260106C30, | 260230C30, | 5 61 date",
      "C30, | C30,001 | 5 61 amount-scale", ":62F:C260106EUR30, | :64:C260106EUR30, | 8 62F missing-field",
      "C260106EUR30, | C260106EUR31, | 8 62F balance-mismatch", "C260106EUR30, | C260106USD30, | 7 62F currency-mixed",
      ":28C:5/1 | :21:NONREF | 4 28C missing-field", ":20:STARTUMS | STARTUMS | 1 null not-a-field"})
  void aFaultIsNamedByLineFieldAndRule(String found, String replacement, String refusal) {
    String good = message("C260105EUR0,", "260106C30,NTRFNONREF", "text", "C260106EUR30,");
    assertThat(ReadStatement.of(good).refusal()).isNull();

    assertThat(ReadStatement.of(good.replace(found, replacement)).refusal()).startsWith(refusal + ": ");
  }

  @Test
  void theSumsAreBothNamed() {
    assertThat(ReadStatement.of(message("D260105EUR5,", "260106C30,NTRFNONREF", "t", "C260106EUR30,")).refusal())
        .contains("25.00 EUR").contains("30.00 EUR");
  }

  @Test
  void aSecondMessageBeginsWithItsReference() {
    String two = message("C260105EUR0,", "260106C30,NTRFNONREF", "text", "C260106EUR30,").replace("-\n", "").repeat(2);

    assertThat(ReadStatement.of(two).movements()).hasSize(2);
  }
}
