package io.remit.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.statement.BankTransaction.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What a camt file says, and what it may not do. */
class CamtReaderTest {

  private static final String ENTRY = """
      <Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
      <BookgDt><Dt>2026-01-05</Dt></BookgDt><ValDt><Dt>2026-01-06</Dt></ValDt><AcctSvcrRef>BANK-1</AcctSvcrRef>
      <NtryDtls><TxDtls><Refs><EndToEndId>E2E-1</EndToEndId></Refs>
      <RltdPties><Dbtr><Nm>Ann Example</Nm></Dbtr><DbtrAcct><Id><IBAN>DE02</IBAN></Id></DbtrAcct></RltdPties>
      <RmtInf><Ustrd>for L-1</Ustrd><Ustrd>thanks</Ustrd>
      <Strd><CdtrRefInf><Ref>RF18L1</Ref></CdtrRefInf></Strd></RmtInf>
      </TxDtls></NtryDtls></Ntry>
      """;

  private static String notice(String entries) {
    return document("054", "02", "<BkToCstmrDbtCdtNtfctn><Ntfctn><Id>N1</Id><Acct><Id><IBAN>DE01</IBAN></Id></Acct>\n"
        + entries + "</Ntfctn></BkToCstmrDbtCdtNtfctn>");
  }

  private static String statement(String opening, String closing, String entries) {
    return document("053", "08", "<BkToCstmrStmt><Stmt><Id>S1</Id><Acct><Id><IBAN>DE01</IBAN></Id></Acct>"
        + balance("OPBD", opening) + balance("CLBD", closing) + entries + "</Stmt></BkToCstmrStmt>");
  }

  private static String balance(String type, String amount) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount
        + "</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>\n";
  }

  private static String document(String message, String version, String content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt."
        + message
        + ".001." + version + "\">\n" + content + "\n</Document>\n";
  }

  @Test
  void aBookedCreditIsAPaymentWithAllThatIsToldOfIt() {
    BankTransaction told = ReadStatement.of(statement("0.00", "30.00", ENTRY)).only();

    assertThat(told.kind()).isEqualTo(Kind.PAYMENT);
    assertThat(told.amount()).isEqualTo("30.00");
    assertThat(told.valueDate()).isEqualTo("2026-01-06");
    assertThat(told.payer().name()).isEqualTo("Ann Example");
    assertThat(told.payer().account()).isEqualTo("DE02");
    assertThat(told.remittance().text()).isEqualTo("for L-1 thanks");
    assertThat(told.remittance().creditorReferences()).containsExactly("RF18L1");
    assertThat(told.references().endToEnd()).isEqualTo("E2E-1");
    assertThat(told.line()).isEqualTo(7);
  }

  @Test
  void fromVersionEightOnStatusAndPartiesStandOneDeeper() {
    String deeper = ENTRY.replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>")
        .replace("<Dbtr><Nm>Ann Example</Nm></Dbtr>", "<Dbtr><Pty><Nm>Ann Example</Nm></Pty></Dbtr>");

    BankTransaction told = ReadStatement.of(statement("0.00", "30.00", deeper)).only();

    assertThat(told.kind()).isEqualTo(Kind.PAYMENT);
    assertThat(told.payer().name()).isEqualTo("Ann Example");
  }

  @ParameterizedTest
  @CsvSource({"CRDT, BOOK, false, '', PAYMENT", "CRDT, PDNG, false, '', NOT_BOOKED",
      "CRDT, INFO, false, '', NOT_BOOKED",
      "DBIT, BOOK, false, '', OUTGOING", "DBIT, BOOK, true, '', CHARGEBACK",
      "DBIT, BOOK, false, <RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>, CHARGEBACK",
      "CRDT, BOOK, true, '', OUTGOING_RETURNED",
      "CRDT, BOOK, false, <RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>, OUTGOING_RETURNED"})
  void onlyWhatIsBookedAndConcernsDebtorsIsAPaymentOrAChargeback(String direction, String status, boolean reversal,
      String returned, Kind kind) {
    String entry = ENTRY.replace("<CdtDbtInd>CRDT</CdtDbtInd>", "<CdtDbtInd>" + direction + "</CdtDbtInd><RvslInd>"
        + reversal + "</RvslInd>").replace("BOOK", status).replace("</TxDtls>", returned + "</TxDtls>");

    assertThat(ReadStatement.of(notice(entry)).only().kind()).isEqualTo(kind);
  }

  @Test
  void aBatchIsOnePaymentForEachDetailAndWhatTheyLeaveOpenIsOneMore() {
    assertThat(amountsOf(batch("10.00", "20.00"))).containsExactly("10.00", "20.00");
    assertThat(amountsOf(batch("10.00", "19.99"))).containsExactly("10.00", "19.99", "0.01");
    assertThat(amountsOf(batch("30.00", "0.00"))).containsExactly("30.00", "0.00");
  }

  private static List<String> amountsOf(String entry) {
    return ReadStatement.of(notice(entry)).movements().stream().map(each -> each.amount().toPlainString()).toList();
  }

  private static String batch(String one, String other) {
    return ENTRY.replaceFirst("(?s)<NtryDtls>.*</NtryDtls>", "<NtryDtls><TxDtls><Amt Ccy=\"EUR\">" + one
        + "</Amt></TxDtls><TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">" + other + "</Amt></TxAmt></AmtDtls></TxDtls>"
        + "</NtryDtls>");
  }

  @Test
  void theSumsOfAStatementAreChecked() {
    assertThat(ReadStatement.of(statement("5.00", "35.00", ENTRY)).refusal()).isNull();
    assertThat(ReadStatement.of(statement("5.00", "30.00", ENTRY)).refusal())
        .contains("balance-mismatch").contains("35.00 EUR").contains("30.00 EUR");
    assertThat(ReadStatement.of(statement("5.00", "5.00", ENTRY.replace("BOOK", "PDNG"))).refusal()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"OPBD, CLBD", "PRCD, CLBD", "ITBD, CLBD", "OPBD, ITBD", "ITBD, ITBD"})
  void whatPagesOpenAndCloseWithIsChecked(String opening, String closing) {
    String page = statement("5.00", "35.00", ENTRY).replace("CLBD", "X").replace("OPBD", opening).replace("X", closing);

    assertThat(ReadStatement.of(page).only().balanceAfter()).isEqualTo("35.00");
    assertThat(ReadStatement.of(page.replace("35.00", "36.00")).refusal()).contains("balance-mismatch");
  }

  @Test
  void availableBalancesTakeThePlaceOfBookedOnesOnlyIfTheyAddUp() {
    String available = statement("5.00", "35.00", ENTRY).replace("OPBD", "OPAV").replace("CLBD", "CLAV");

    assertThat(ReadStatement.of(available).refusal()).isNull();
    assertThat(ReadStatement.of(available.replace("35.00", "36.00")).refusal()).contains("missing-balance");
  }

  @Test
  void aReportIsCheckedWhereItTellsBothBalances() {
    String report = statement("5.00", "35.00", ENTRY).replace("camt.053", "camt.052")
        .replace("BkToCstmrStmt>", "BkToCstmrAcctRpt>").replace("Stmt>", "Rpt>");

    assertThat(ReadStatement.of(report).only().balanceAfter()).isEqualTo("35.00");
    assertThat(ReadStatement.of(report.replace("35.00", "36.00")).refusal()).contains("balance-mismatch");
    assertThat(ReadStatement.of(report.replace("CLBD", "CLAV").replace("35.00", "36.00")).refusal()).isNull();
    assertThat(ReadStatement.of(report.replace("<Sts>BOOK</Sts>", "").replace("CLBD", "CLAV")).only().kind())
        .as("a report may tell of what is not booked").isEqualTo(Kind.NOT_BOOKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13"})
  void everyVersionFromTwoToThirteenIsRead(String version) {
    assertThat(ReadStatement.of(notice(ENTRY).replace(".001.02", ".001." + version)).refusal()).isNull();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "<?xml version='1.0'?><!DOCTYPE Document SYSTEM 'file:///etc/passwd'><Document/> | 1 null doctype",
      "<?xml version='1.0'?><!DOCTYPE Document [<!ENTITY a 'b'>]><Document>&a;</Document> | 1 null doctype",
      "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.052.001.02'/> | 1 Document no-statement",
      "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.03'/> | 1 Document unsupported-format",
      "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.14'/> | 1 Document unsupported-version",
      "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.01'/> | 1 Document unsupported-version",
      "<html/> | 1 html unsupported-format",
      "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'> | 1 null not-well-formed"})
  void whatIsNoStatementIsRefusedByName(String content, String refusal) {
    assertThat(ReadStatement.of(content).refusal()).startsWith(refusal + ": ");
  }

  @ParameterizedTest
  @CsvSource({"30.00</Amt>, -30.00</Amt>, Ntry/Amt amount-format", "30.00</Amt>, 30.001</Amt>, Ntry/Amt amount-scale",
      "30.00</Amt>, 1E9</Amt>, Ntry/Amt amount-format", "EUR, EUX, Ntry/Amt unknown-currency",
      "CRDT, BOTH, Ntry/CdtDbtInd direction", "2026-01-06, 2026-02-30, Ntry/ValDt date"})
  void anEntryThatCannotBeReadRefusesTheFile(String found, String replacement, String refusal) {
    assertThat(ReadStatement.of(notice(ENTRY.replace(found, replacement))).refusal()).startsWith("4 " + refusal);
  }

  @Test
  void sizeDepthEntriesAndTextsAreLimited() {
    assertThat(ReadStatement.of(notice(ENTRY.replace("thanks", "x".repeat(1001)))).refusal())
        .contains("Ustrd text-too-long");
    assertThat(ReadStatement.of(notice("<a>".repeat(30))).refusal()).contains("a too-deep");
    assertThat(ReadStatement.of(notice(ENTRY.repeat(1001))).refusal()).contains("Ntry too-many-entries");
    assertThat(ReadStatement.of(notice(ENTRY.replaceFirst("(?s)<NtryDtls>.*</NtryDtls>",
        "<NtryDtls>" + "<TxDtls/>".repeat(1001) + "</NtryDtls>"))).refusal()).contains("TxDtls too-many-entries");
    assertThat(ReadStatement.of(notice(ENTRY).getBytes(StandardCharsets.UTF_8),
        new StatementLimits(DataSize.ofBytes(100), 10, 10, 10)).refusal()).startsWith("1 null too-large");
  }

  @Test
  void refusalsTellNothingOfWhoPaid() {
    assertThat(ReadStatement.of(notice(ENTRY.replace("</Dbtr>", "</Debtor>"))).refusal())
        .contains("not-well-formed").doesNotContain("Ann");
  }
}
