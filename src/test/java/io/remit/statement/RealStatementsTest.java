package io.remit.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statements that a parser's authors collected: each is read to the cent, or refused by name. */
class RealStatementsTest {

  private static final Path CAMT = Path.of("..", "shared", "data", "camt");
  private static final Path MT940 = Path.of("..", "shared", "data", "mt940");

  /** The sums of each file that can be used. */
  private static final Map<String, Map<String, String>> SUMS = Map.of(
      "053-valid_example.xml", Map.of("OUTGOING EUR", "4: 11.00", "PAYMENT EUR", "1: 1.00"),
      "053-valid_example_v4.xml",
      Map.of("CHARGEBACK CHF", "2: 21.53", "BANK_CHARGE CHF", "6: 1251.42",
          "OUTGOING_RETURNED CHF", "3: 110.00", "PAYMENT CHF", "21: 1700.56"),
      "054-valid_example.xml", Map.of("CHARGEBACK CHF", "2: 21.53", "PAYMENT CHF", "3: 80.56"),
      "mt940.sta", Map.of("OUTGOING DEM", "7: 49309.44", "PAYMENT DEM", "4: 49396.74", "OUTGOING EUR", "1: 800.00",
          "PAYMENT EUR", "1: 3000.00", "OUTGOING PLN", "1: 10000.00", "PAYMENT PLN", "2: 20040.00"));

  /** Why each other file is refused: line, element or field, rule. */
  private static final Map<String, String> REFUSALS = Map.ofEntries(
      Map.entry("053-valid_example_v8.xml", "259 Ntry/Amt currency-mixed"),
      Map.entry("053-valid_example_with_batch.xml", "259 Stmt balance-mismatch"),
      Map.entry("053-valid_example_with_datetime.xml", "110 Stmt missing-balance"),
      Map.entry("053-valid_example_with_debit.xml", "366 Stmt balance-mismatch"),
      Map.entry("053-valid_example_with_instdamt.xml", "136 Stmt balance-mismatch"),
      Map.entry("053-valid_example_with_other_id.xml", "38 Stmt missing-balance"),
      Map.entry("053-valid_namespace.xml", "1 Document no-statement"),
      Map.entry("account_balance_credit.sta", "1 20 missing-field"),
      Map.entry("account_balance_debit.sta", "1 20 missing-field"),
      Map.entry("account_identification_iban.sta", "1 20 missing-field"),
      Map.entry("account_identification_legacy.sta", "1 20 missing-field"),
      Map.entry("available_balance.sta", "1 20 missing-field"),
      Map.entry("closing_balance.sta", "1 20 missing-field"),
      Map.entry("reference.sta", "1 25 missing-field"),
      Map.entry("statement_details.sta", "1 20 missing-field"),
      Map.entry("statement_line.sta", "1 20 missing-field"),
      Map.entry("statement_number.sta", "1 20 missing-field"));

  @BeforeEach
  void needsTheFiles() {
    assumeTrue(Files.isDirectory(CAMT) && Files.isDirectory(MT940), "the real files are not there");
  }

  @Test
  void everyFileIsReadToTheCentOrRefusedByName() throws IOException {
    for (Path folder : Set.of(CAMT, MT940)) {
      for (Path file : statementsIn(folder)) {
        String name = file.getFileName().toString();
        ReadStatement read = ReadStatement.of(file);
        if (SUMS.containsKey(name)) {
          assertThat(read.refusal()).as(name).isNull();
          assertThat(read.sums()).as(name).isEqualTo(SUMS.get(name));
        } else {
          assertThat(REFUSALS).as("files whose fate is known").containsKey(name);
          assertThat(read.refusal()).as(name).startsWith(REFUSALS.get(name) + ": ");
        }
      }
    }
  }

  private static Set<Path> statementsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith("LICENSE")).collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @CsvSource({"053-valid_example_with_batch.xml, 10264.06 EUR, 23038.20 EUR",
      "053-valid_example_with_debit.xml, -43.06 EUR, 23.06 EUR",
      "053-valid_example_with_instdamt.xml, 4600.00 CHF, 4500.00 CHF"})
  void sumsThatDisagreeAreBothNamed(String file, String expected, String closing) {
    assertThat(ReadStatement.of(CAMT.resolve(file)).refusal()).contains(expected, closing);
  }

  @Test
  void germanSubfieldsGiveWhoPaidAndWhy() {
    BankTransaction salary = ReadStatement.of(MT940.resolve("mt940.sta")).movements().get(12);

    assertThat(salary.payer().name()).isEqualTo("MUELLER");
    assertThat(salary.remittance().text()).isEqualTo("Gehalt Oktober FirmaMustermannGmbH");
    assertThat(salary.valueDate()).isEqualTo("2002-11-02");
  }
}
