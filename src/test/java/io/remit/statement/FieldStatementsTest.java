package io.remit.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that went wrong in the field: of which movements they tell. */
class FieldStatementsTest {

  private static final Path CASES = Path.of("..", "shared", "data", "field", "payments");

  @BeforeEach
  void needsTheFiles() {
    assumeTrue(Files.isDirectory(CASES), "the field's files are not there");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "01-batch-statement-then-details/camt053.xml | PAYMENT 300.00",
      "01-batch-statement-then-details/camt054.xml | PAYMENT 100.00 BATCH-100001, PAYMENT 120.00 BATCH-100002, "
          + "PAYMENT 80.00 BATCH-100003",
      "02-batch-of-returns-with-charge/2-returned.xml | CHARGEBACK 50.00 DD-0201, CHARGEBACK 50.00 DD-0202, "
          + "COST_OF_RETURN 3.00",
      "03-return-amount-with-fee/2-returned.xml | CHARGEBACK 50.00 DD-0301, COST_OF_RETURN 5.50",
      "04-net-settlement-with-fee-detail/camt053.xml | PAYMENT 60.00 NETT-100001, PAYMENT 40.00 NETT-100002, "
          + "BANK_CHARGE 3.00",
      "10-number-in-end-to-end-id/camt053.xml | PAYMENT 41.00 ETOE-100001",
      "10-number-in-end-to-end-id/day.sta | PAYMENT 22.00 ETOE-100002",
      "11-ultimate-debtor/camt053.xml | PAYMENT 35.00 Pia Poplar",
      "12-entry-information-for-every-detail/camt053.xml | PAYMENT 50.00 ADDI-100001, PAYMENT 25.00 Rosa Rowan",
      "13-creditor-reference-padded-or-in-groups/padded.xml | PAYMENT 31.00 RF71000000000CRDREF100001",
      "13-creditor-reference-padded-or-in-groups/in-groups.xml | PAYMENT 32.00 RF02 2026 0000 0002 0190 014",
      "16-foreign-currency/camt053.xml | PAYMENT 1093.55 amount=1000.00",
      "16-foreign-currency/batch-chf-with-eur-parts.xml | PAYMENT 100.00 FCUR-100002, PAYMENT 200.00 FCUR-100003",
      "22-application-header-envelope/envelope.xml | PAYMENT 24.00 ENVE-100001",
      "22-application-header-envelope/requestpayload.xml | PAYMENT 24.00 ENVE-100001",
      "30-rabobank-header/rabo.swi | PAYMENT 25.00 RABO-100001, PAYMENT 26.00 RABO-100002",
      "31-abn-amro-header/abn.sta | PAYMENT 27.00 ABNA-100001",
      "31-abn-amro-header/ing-old.sta | PAYMENT 28.00 ABNA-100002",
      "32-type-code-with-spaces/sber.sta | PAYMENT 2402.00 SBER-100001",
      "33-remittance-lines-glued/dkb.sta | PAYMENT 61.00 [Darlehen GLUE-100001; Rate Maerz], "
          + "PAYMENT 62.00 [GLUE-100002; Rate Maerz 2026], PAYMENT 63.00 [Zahlung fuer Vertrag G; LUE-100003 vom "
          + "2. Maerz]",
      "33-remittance-lines-glued/lines.sta | PAYMENT 64.00 [Betaling voor contract; GLUE-100004 maart]",
      "34-returned-item-by-type-code/2-returned.sta | CHARGEBACK 71.00 DD-3401",
      "34-returned-item-by-type-code/3-german-return-with-fee.sta | CHARGEBACK 72.00 DD-3402, COST_OF_RETURN 3.00",
      "35-expected-entries/ec.sta | NOT_BOOKED 14.00, PAYMENT 15.00 EXPC-100001",
      "36-ns-fields-and-swift-envelope/ns.sta | PAYMENT 36.00 NSNS-100001",
      "36-ns-fields-and-swift-envelope/dospcc.sta | PAYMENT 37.00 NSNS-100002",
      "36-ns-fields-and-swift-envelope/rje.sta | PAYMENT 37.00 NSNS-100002, PAYMENT 38.00 NSNS-100002",
      "37-same-reference-on-two-pages/both-in-one-file.sta | PAYMENT 50.00 SREF-100001, PAYMENT 50.00 SREF-100002",
      "46-return-before-collection/1-return.xml | CHARGEBACK 23.00 DD-4601",
      "46-return-before-collection/2-statement.xml | PAYMENT 23.00 RBEF-100001, CHARGEBACK 23.00 DD-4601"})
  void eachFileIsReadAsItIsMeant(String file, String expected) {
    ReadStatement read = ReadStatement.of(CASES.resolve(file));

    assertThat(read.refusal()).isNull();
    List<String> movements = List.of(expected.split(", "));
    assertThat(read.movements()).hasSameSizeAs(movements);
    for (int index = 0; index < movements.size(); index++) {
      String[] kindAmountTold = movements.get(index).split(" ", 3);
      BankTransaction movement = read.movements().get(index);
      assertThat(movement.kind() + " " + movement.amount()).isEqualTo(kindAmountTold[0] + " " + kindAmountTold[1]);
      assertThat(movement.toString()).contains(kindAmountTold.length < 3 ? "" : kindAmountTold[2].replace("; ", ", "));
    }
  }

  @Test
  void noStatementOfTheFieldIsRefused() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      List<Path> statements = files.filter(file -> file.toString().matches(".*\\.(xml|sta|swi)")).toList();
      assertThat(statements).isNotEmpty();
      assertThat(statements.stream().collect(Collectors.toMap(file -> file, file -> ReadStatement.of(file)
          .refusal() == null)))
          .doesNotContainValue(false);
    }
  }
}
