package io.remit.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.remit.statement.BankTransaction.Kind;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What camt tells of a payment, in the fields of all versions, in all that banks put around it. */
class CamtFieldsTest {

  private static String entry(String amount, String direction, String more) {
    return "<Ntry><NtryRef>N-1</NtryRef><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>" + direction
        + "</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt><ValDt><Dt>2026-03-03</Dt></ValDt>"
        + "<AcctSvcrRef>BANK-1</AcctSvcrRef>" + more + "</Ntry>";
  }

  private static String detail(String content) {
    return "<NtryDtls><TxDtls>" + content + "</TxDtls></NtryDtls>";
  }

  private static String batch(String... details) {
    return "<NtryDtls><Btch><PmtInfId>PI-1</PmtInfId></Btch><TxDtls>" + String.join("</TxDtls><TxDtls>", details)
        + "</TxDtls></NtryDtls>";
  }

  private static String code(String family, String subFamily) {
    return "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>" + family + "</Cd><SubFmlyCd>" + subFamily
        + "</SubFmlyCd></Fmly></Domn>"
        + "</BkTxCd>";
  }

  private static String notice(String entries) {
    return "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.054.001.04'><BkToCstmrDbtCdtNtfctn><Ntfctn><Id>N</Id>"
        + "<CreDtTm>2026-03-02T08:00:00+01:00</CreDtTm><Acct><Id><IBAN>DE89 3704 0044 0532 0130 00</IBAN></Id><Ownr>"
        + "<Nm>City of Example</Nm></Ownr></Acct>" + entries + "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>";
  }

  private static BankTransaction only(String entry) {
    return ReadStatement.of(notice(entry)).only();
  }

  private static List<String> movements(String entry) {
    ReadStatement read = ReadStatement.of(notice(entry));
    assertThat(read.refusal()).isNull();
    return read.movements().stream().map(each -> each.kind() + " " + each.amount() + " " + each.payer().name() + " "
        + each.remittance().text()).map(String::strip).toList();
  }

  @Test
  void everyReferenceIsKept() {
    BankTransaction told = only(entry("30.00", "CRDT", detail("<Refs><MsgId>M-1</MsgId><AcctSvcrRef>T-1</AcctSvcrRef>"
        + "<PmtInfId>P-1</PmtInfId><InstrId>I-1</InstrId><EndToEndId>E-1</EndToEndId><TxId>X-1</TxId><MndtId>MD-1<"
        + "/MndtId>"
        + "<ChqNb>7001</ChqNb></Refs><RmtInf><Strd><RfrdDocInf><Nb>INV-1</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18L1</Ref>"
        + "</CdtrRefInf><AddtlRmtInf>rest of March</AddtlRmtInf></Strd></RmtInf>")));

    assertThat(told.references().bank()).isEqualTo("T-1");
    assertThat(told.references().endToEnd()).isEqualTo("E-1");
    assertThat(told.references().others()).containsExactly("M-1", "P-1", "I-1", "X-1", "MD-1", "7001", "N-1");
    assertThat(told.remittance().creditorReferences()).containsExactly("INV-1", "RF18L1");
    assertThat(told.remittance().lines()).containsExactly("rest of March");
    assertThat(told.bookingDate()).isEqualTo("2026-03-02");
    assertThat(told.valueDate()).isEqualTo("2026-03-03");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOTPROVIDED", "NOT PROVIDED", "NotProvided", "NONREF", "n/a", ""})
  void aReferenceThatSaysThatThereIsNoneIsNone(String reference) {
    assertThat(only(entry("30.00", "CRDT", detail("<Refs><EndToEndId>" + reference + "</EndToEndId></Refs>")))
        .references().endToEnd()).isNull();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "<Dbtr><Nm>Pay Ltd</Nm></Dbtr><UltmtDbtr><Nm>Pia Poplar</Nm></UltmtDbtr> | Pay Ltd | Pia Poplar",
      "<Dbtr><Pty><Nm>Pay Ltd</Nm></Pty></Dbtr><UltmtDbtr><Pty><Nm>Pia Poplar</Nm></Pty></UltmtDbtr> | Pay Ltd | "
      + "Pia Poplar",
      "<Dbtr><Agt><FinInstnId><Nm>A Bank</Nm></FinInstnId></Agt></Dbtr> | A Bank | ",
      "<UltmtDbtr><Nm>Pia Poplar</Nm></UltmtDbtr> |  | Pia Poplar"})
  void whoReallyPaysIsReadInAllVersions(String parties, String name, String ultimateName) {
    Payer payer = only(entry("30.00", "CRDT", detail("<RltdPties>" + parties + "</RltdPties>"))).payer();

    assertThat(payer.name()).isEqualTo(name);
    assertThat(payer.ultimateName()).isEqualTo(ultimateName);
  }

  @Test
  void whoseInvoiceItIsCountsAsWhoReallyPays() {
    assertThat(only(entry("30.00", "CRDT", detail("<RltdPties><Dbtr><Nm>Pay Ltd</Nm></Dbtr></RltdPties><RmtInf><Strd>"
        + "<Invcee><Nm>Pia Poplar</Nm></Invcee></Strd></RmtInf>"))).payer().ultimateName()).isEqualTo("Pia Poplar");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      // the parties as they were, or exchanged; the creditor by account or by name
      "<Dbtr><Nm>Ann</Nm></Dbtr><Cdtr><Nm>City of Example</Nm></Cdtr>",
      "<Dbtr><Nm>City of Example</Nm></Dbtr><Cdtr><Nm>Ann</Nm></Cdtr>",
      "<Dbtr><Nm>City</Nm></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct><Cdtr><Nm>Ann</N"
      + "m></Cdtr>",
      "<Cdtr><Nm>Ann</Nm></Cdtr>"})
  void ofAReturnTheDebtorIsTheOtherSideHoweverThePartiesStand(String parties) {
    assertThat(only(entry("30.00", "DBIT", detail("<RltdPties>" + parties
        + "</RltdPties><RtrInf><Rsn><Cd>AC04</Cd></Rsn>"
        + "</RtrInf>"))).payer().name()).isEqualTo("Ann");
  }

  @Test
  void ofThatWhichCameInTheCreditorIsNotTakenForThePayer() {
    assertThat(only(entry("30.00", "CRDT", detail("<RltdPties><Cdtr><Nm>Some Creditor</Nm></Cdtr></RltdPties>")))
        .payer())
        .isEqualTo(Payer.UNKNOWN);
  }

  @Test
  void whatIsSaidOfTheWholeIsNotSaidOfItsParts() {
    ReadStatement read = ReadStatement.of(notice(entry("75.00", "CRDT", batch(
        "<Amt Ccy='EUR'>50.00</Amt><RmtInf><Ustrd>A-1</Ustrd></RmtInf>",
        "<Amt Ccy='EUR'>25.00</Amt><AddtlTxInf>cash desk 3</AddtlTxInf>")
        + "<AddtlNtryInf>2 items, first: A-1</AddtlNtryInf>")));

    assertThat(read.movements()).extracting(each -> each.remittance().text()).containsExactly("A-1", "cash desk 3");
    assertThat(read.movements()).allMatch(each -> each.references().others().isEmpty());
    BankTransaction whole = read.entries().get(0).whole();
    assertThat(whole.remittance().text()).isEqualTo("2 items, first: A-1");
    assertThat(whole.references().others()).containsExactly("N-1", "PI-1");
    assertThat(whole.payer()).isEqualTo(Payer.UNKNOWN);
  }

  @Test
  void whatIsSaidOfAnEntryWithOnePaymentIsSaidOfIt() {
    assertThat(only(entry("30.00", "CRDT", detail("<RmtInf><Ustrd>A-1</Ustrd></RmtInf><AddtlTxInf>counter</AddtlTxInf>")
        + "<AddtlNtryInf>CREDIT A-1</AddtlNtryInf>")).remittance().lines()).containsExactly("A-1", "counter",
        "CREDIT A-1");
    assertThat(only(entry("30.00", "CRDT", "<AddtlNtryInf>CREDIT A-1</AddtlNtryInf>")).remittance().text())
        .isEqualTo("CREDIT A-1");
  }

  @Test
  void detailsWithoutAmountsStayTogetherWithAllThatTheyTell() {
    BankTransaction told = only(entry("30.00", "CRDT", batch(
        "<Refs><EndToEndId>E-1</EndToEndId></Refs><RltdPties><Dbtr><Nm>Ann</Nm></Dbtr></RltdPties><RmtInf><Ustrd>A"
        + "-1</Ustrd>"
            + "</RmtInf>", "<RltdPties><Dbtr><Nm>Ben</Nm></Dbtr></RltdPties><RmtInf><Ustrd>B-1</Ustrd></RmtInf>")));

    assertThat(told.remittance().lines()).containsExactly("A-1", "B-1", "Ann", "Ben");
    assertThat(told.references().others()).contains("E-1");
    assertThat(told.payer()).isEqualTo(Payer.UNKNOWN);
  }

  @Test
  void howManyPaymentsItIsIsToldWhereTheirAmountsAreNot() {
    String three = "<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch></NtryDtls>";
    String oneOfThree = three.replace("</NtryDtls>",
        "<TxDtls>AMOUNT<RmtInf><Ustrd>A-1</Ustrd></RmtInf></TxDtls></NtryDtls>");

    assertThat(only(entry("30.00", "CRDT", "")).payments()).isEqualTo(1);
    assertThat(only(entry("30.00", "CRDT", three)).payments()).isEqualTo(3);
    assertThat(only(entry("30.00", "CRDT", batch("", ""))).payments()).isEqualTo(2);
    assertThat(only(entry("30.00", "CRDT", oneOfThree.replace("AMOUNT", ""))).payments()).isEqualTo(3);
    assertThat(only(entry("30.00", "CRDT", oneOfThree.replace("AMOUNT", "<Amt Ccy='EUR'>30.00</Amt>"))).payments())
        .isEqualTo(1);
    assertThat(ReadStatement.of(notice(entry("30.00", "CRDT", batch("<Amt Ccy='EUR'>10.00</Amt>", "", ""))))
        .movements()).extracting(BankTransaction::payments).containsExactly(1, 2);
  }

  @Test
  void aNetSettlementIsItsPaymentsAndTheFee() {
    assertThat(movements(entry("97.00", "CRDT", batch(
        "<Amt Ccy='EUR'>60.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Nm>Gil</Nm></Dbtr></RltdPties>",
        "<Amt Ccy='EUR'>40.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Nm>Hal</Nm></Dbtr></RltdPties>",
        "<Amt Ccy='EUR'>3.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><RmtInf><Ustrd>PROVIDER FEE</Ustrd></RmtInf>"))))
        .containsExactly("PAYMENT 60.00 Gil", "PAYMENT 40.00 Hal", "BANK_CHARGE 3.00 null PROVIDER FEE");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"<BkTxCd><Prtry><Cd>NCHG</Cd></Prtry></BkTxCd> | BANK_CHARGE",
      "'' | BANK_CHARGE",
      "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf> | CHARGEBACK",
      "<Refs><EndToEndId>E-7</EndToEndId></Refs> | CHARGEBACK",
      "<RltdPties><Dbtr><Nm>Ida</Nm></Dbtr></RltdPties> | CHARGEBACK",
      "<AddtlTxInf>Chargeback 17</AddtlTxInf> | CHARGEBACK"})
  void whatASettlementTakesOffIsAFeeOrAPaymentThatGoesBack(String told, Kind kind) {
    assertThat(ReadStatement.of(notice(entry("97.00", "CRDT", batch("<Amt Ccy='EUR'>100.00</Amt>",
        "<Amt Ccy='EUR'>3.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>" + told)))).movements())
        .extracting(BankTransaction::kind).containsExactly(Kind.PAYMENT, kind);
  }

  @Test
  void signsOfDetailsMayBeThoseOfThePaymentsThatGoBack() {
    assertThat(movements(entry("100.00", "DBIT", code("IDDT", "UPDD") + batch(
        "<Amt Ccy='EUR'>60.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>",
        "<Amt Ccy='EUR'>40.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>"))))
        .containsExactly("CHARGEBACK 60.00 null", "CHARGEBACK 40.00 null");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      // 55.50 went out, 50.00 had been collected
      "<Amt Ccy='EUR'>55.50</Amt><AmtDtls><InstdAmt><Amt Ccy='EUR'>50.00</Amt></InstdAmt></AmtDtls><Chrgs>"
          + "<TtlChrgsAndTaxAmt Ccy='EUR'>5.50</TtlChrgsAndTaxAmt></Chrgs>",
      "<AmtDtls><InstdAmt><Amt Ccy='EUR'>50.00</Amt></InstdAmt><TxAmt><Amt Ccy='EUR'>55.50</Amt></TxAmt></AmtDtls>",
      "<AmtDtls><TxAmt><Amt Ccy='EUR'>50.00</Amt></TxAmt></AmtDtls><Chrgs><Amt Ccy='EUR'>5.50</Amt></Chrgs>",
      "<Amt Ccy='EUR'>50.00</Amt><Chrgs><Rcrd><Amt Ccy='EUR'>5.50</Amt></Rcrd></Chrgs>",
      "<Chrgs><Rcrd><Amt Ccy='EUR'>3.00</Amt></Rcrd><Rcrd><Amt "
      + "Ccy='EUR'>2.50</Amt><ChrgInclInd>true</ChrgInclInd></Rcrd>"
          + "</Chrgs>",
      "<Chrgs><Amt Ccy='EUR'>3.00</Amt></Chrgs><Chrgs><Amt Ccy='EUR'>2.50</Amt></Chrgs>",
      "<AmtDtls><InstdAmt><Amt Ccy='EUR'>50.00</Amt></InstdAmt></AmtDtls>"})
  void aReturnIsDividedIntoWhatHadBeenCollectedAndWhatItCost(String amounts) {
    assertThat(movements(entry("55.50", "DBIT", detail(amounts + "<RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf>"))))
        .containsExactly("CHARGEBACK 50.00 null", "COST_OF_RETURN 5.50 null");
  }

  @Test
  void aChargeThatIsToldToBeBesideIsNotTakenOff() {
    assertThat(movements(entry("50.00", "DBIT",
        detail("<Chrgs><TtlChrgsAndTaxAmt Ccy='EUR'>5.50</TtlChrgsAndTaxAmt><Rcrd>"
        + "<Amt Ccy='EUR'>5.50</Amt><ChrgInclInd>false</ChrgInclInd></Rcrd></Chrgs><RtrInf/>"))))
        .containsExactly("CHARGEBACK 50.00 null");
  }

  @Test
  void aChargeInWordsIsTakenOff() {
    assertThat(movements(entry("55.50", "DBIT", code("IDDT", "UPDD")
        + detail("<AddtlTxInf>RETOURE 50,00 ENTGELT 5,50</AddtlTxInf>"))))
        .containsExactly("CHARGEBACK 50.00 null RETOURE 50,00 ENTGELT 5,50",
            "COST_OF_RETURN 5.50 null RETOURE 50,00 ENTGELT 5,50");
    assertThat(movements(entry("55.50", "DBIT", "<AddtlNtryInf>RETOURE 50,00 ENTGELT 5,50</AddtlNtryInf>"))).hasSize(2);
  }

  @Test
  void aReturnTellsWhy() {
    assertThat(only(entry("50.00", "DBIT", detail("<RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf>"))).returnReason())
        .isEqualTo("MD06");
    assertThat(only(entry("50.00", "DBIT", detail("<AddtlTxInf>returned: AC04 closed</AddtlTxInf>"))).returnReason())
        .isEqualTo("AC04");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1.09355", "0.9144529"})
  void aForeignAmountIsToldWithTheRateInTheAccountsDirection(String rate) {
    String swiss = entry("1093.55", "CRDT",
        detail("<Amt Ccy='CHF'>1093.55</Amt><AmtDtls><InstdAmt><Amt Ccy='XXX'>1000.00"
        + "</Amt></InstdAmt><TxAmt><Amt Ccy='XXX'>1000.00</Amt><CcyXchg><SrcCcy>CHF</SrcCcy><XchgRate>" + rate
        + "</XchgRate></CcyXchg></TxAmt></AmtDtls>")).replace("EUR", "CHF").replace("XXX", "EUR");

    ToldAmounts told = only(swiss).told();

    assertThat(told.instructed().amount()).isEqualTo("1000.00");
    assertThat(told.instructed().currency()).isEqualTo("EUR");
    assertThat(told.rate()).isBetween(new BigDecimal("1.09354"), new BigDecimal("1.09356"));
  }

  @Test
  void detailsInAnotherCurrencyCountByCounterValueOrRate() {
    String counter = "<Amt Ccy='USD'>110.00</Amt><AmtDtls><CntrValAmt><Amt "
        + "Ccy='EUR'>100.00</Amt></CntrValAmt></AmtDtls>";
    String rate = "<Amt Ccy='USD'>33.33</Amt><AmtDtls><TxAmt><Amt "
        + "Ccy='USD'>33.33</Amt><CcyXchg><XchgRate>1.1</XchgRate>"
        + "</CcyXchg></TxAmt></AmtDtls>";

    assertThat(movements(entry("200.00", "CRDT", batch(counter, counter))))
        .containsExactly("PAYMENT 100.00 null", "PAYMENT 100.00 null");
    assertThat(movements(entry("60.59", "CRDT", batch(rate, rate)))).as("rounded by the bank")
        .containsExactly("PAYMENT 30.30 null", "PAYMENT 30.29 null");
    assertThat(only(entry("100.00", "CRDT", detail("<Amt Ccy='USD'>110.00</Amt>"))).amount()).isEqualTo("100.00");
  }

  @Test
  void aTimeIsTheBanksOwnDay() {
    assertThat(only(entry("30.00", "CRDT", "").replace("<Dt>2026-03-02</Dt>", "<DtTm>2026-03-02T23:59:59+05:00</DtTm>"))
        .bookingDate()).isEqualTo("2026-03-02");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "<RequestPayload><AppHdr xmlns='urn:iso:std:iso:20022:tech:xsd:head.001.001.02'/>DOCUMENT</RequestPayload>",
      "<BizMsgEnvlp xmlns='urn:iso:std:iso:20022:tech:xsd:nvlp.001.001.01'><Hdr><AppHdr/></Hdr><Doc>DOCUMENT</Doc>"
          + "</BizMsgEnvlp>",
      "<Saa:DataPDU xmlns:Saa='urn:swift:saa:xsd:saa.2.0'><Saa:Body>DOCUMENT</Saa:Body></Saa:DataPDU>",
      "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>DOCUMENT</s:Body></s:Envelope>"})
  void theMessageMayStandInAnyEnvelope(String envelope) {
    String document = notice(entry("30.00", "CRDT", ""));

    assertThat(ReadStatement.of(envelope.replace("DOCUMENT", document)).only().amount()).isEqualTo("30.00");
    assertThat(ReadStatement.of(envelope.replace("DOCUMENT", document + document)).movements()).hasSize(2);
    assertThat(ReadStatement.of(envelope.replace("DOCUMENT", "")).refusal()).contains("unsupported-format");
  }

  @Test
  void theNamespaceMayHaveAPrefixOrBeMissing() {
    String document = notice(entry("30.00", "CRDT", ""));
    String prefixed = document.replaceAll("<(/?)([A-Z])", "<$1n:$2").replace("xmlns=", "xmlns:n=");

    assertThat(ReadStatement.of(prefixed).only().amount()).isEqualTo("30.00");
    assertThat(ReadStatement.of(document.replaceAll(" xmlns='[^']*'", "")).only().amount()).isEqualTo("30.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "ISO-8859-15", "windows-1252"})
  void namesAreReadInTheEncodingThatIsDeclared(String encoding) {
    String document = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + notice(entry("30.00", "CRDT",
        detail("<RltdPties><Dbtr><Nm>J\u00fcrgen Ma\u00dfmann</Nm></Dbtr></RltdPties>")));

    assertThat(ReadStatement.of(document.getBytes(Charset.forName(encoding)), ReadStatement.LIMITS).only().payer()
        .name())
        .isEqualTo("J\u00fcrgen Ma\u00dfmann");
    assertThat(ReadStatement.of("\ufeff" + document.replace(encoding, "UTF-8")).only().payer().name())
        .contains("Ma\u00df");
  }

  @Test
  void aFileThatIsNotInItsEncodingIsRefusedAsThat() {
    byte[] wrong = ("<?xml version='1.0' encoding='UTF-8'?>" + notice(entry("30.00", "CRDT", "<AddtlNtryInf>\u00fc"
        + "</AddtlNtryInf>"))).getBytes(StandardCharsets.ISO_8859_1);

    assertThat(ReadStatement.of(wrong, ReadStatement.LIMITS).refusal()).contains("encoding: ");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"EUR | XXQ", "30.00 | thirty", "CRDT | BOTH", "2026-03-02 | 2026-02-30"})
  void whatCannotBeReadOfAnEntryThatIsNotBookedRefusesNothing(String found, String replacement) {
    String pending = entry("30.00", "CRDT", "").replace("BOOK", "PDNG").replace(found, replacement);

    assertThat(ReadStatement.of(notice(pending + entry("20.00", "CRDT", ""))).movements())
        .extracting(BankTransaction::kind).containsExactly(Kind.NOT_BOOKED, Kind.PAYMENT);
  }

  @Test
  void daysThatCannotBeReadRefuseOnlyADebtorsMoney() {
    String outgoing = entry("30.00", "DBIT", code("ICDT", "ESCT")).replace("2026-03", "2026-13");

    assertThat(ReadStatement.of(notice(outgoing + entry("20.00", "CRDT", ""))).movements())
        .extracting(BankTransaction::kind, each -> each.bookingDate().toString())
        .containsExactly(tuple(Kind.OUTGOING, "2026-03-02"),
            tuple(Kind.PAYMENT, "2026-03-02"));
    assertThat(ReadStatement.of(notice(outgoing.replace("DBIT", "CRDT"))).refusal()).contains("Ntry/BookgDt date");
    assertThat(ReadStatement.of(notice(outgoing.replace("ESCT", "RRTN"))).refusal()).contains("Ntry/BookgDt date");
  }
}
