package io.remit.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.statement.BankTransaction.Kind;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MT940 as the banks of the field write it. */
class Mt940DialectsTest {

  private static final String ENTRY = "2603020302C30,00NTRFNONREF";

  private static String message(String entries, String closing) {
    return ":20:REF\n:25:10020030/1234567\n:28C:1/1\n:60F:C260301EUR0,00\n" + entries + ":62F:" + closing + "\n-\n";
  }

  /** One credit of 30.00. */
  private static String credit(String information) {
    return message(":61:" + ENTRY + "\n" + (information.isEmpty() ? "" : ":86:" + information + "\n"),
        "C260302EUR30,00");
  }

  private static BankTransaction entry(String field61, String closing) {
    return ReadStatement.of(message(":61:" + field61 + "\n:86:A-1\n", closing)).only();
  }

  private static String debit(String field61, String information) {
    return message(":61:2603020302D" + field61 + "\n" + (information.isEmpty() ? "" : ":86:" + information + "\n"),
        "D260302EUR" + field61.replaceFirst("[A-Z].*(?s:.*)", ""));
  }

  private static List<String> movements(String file) {
    ReadStatement read = ReadStatement.of(file);
    assertThat(read.refusal()).isNull();
    return read.movements().stream().map(each -> each.kind() + " " + each.amount()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0001{1:F01BANKDEFFAXXX0000000000}{2:O9400800260302BANK}{4:\r\nMESSAGE-}{5:{CHK:1}}"
      + "\u0003     ",
      "{1:F01BANK}\n{2:I940BANK}\n{4:\nMESSAGE-}", "{1:F01BANK}{2:I940BANKN}{3:{108:1}}{4:\nMESSAGE-}{5:}{S:{COP:P}}",
      "{1:F01BANK}{2:O950BANK}{4:\nMESSAGE-}", ":940:\nMESSAGE", "ABNANL2A\n940\nABNANL2A\nMESSAGE-",
      "0000 01INGBNL2AXXXX00001\n0000 01INGBNL2AXXXX00001\n940 00\nMESSAGE-XXX", "\n\nMESSAGE\n\n", "\ufeffMESSAGE-   ",
      "\r\n\u0001\r\nMESSAGE-", "HANDELSBANKEN\nMESSAGE", "MESSAGE-\n\u001a"})
  void whatStandsAroundAMessageIsLeft(String around) {
    String message = credit("A-1").replace("-\n", "");

    assertThat(ReadStatement.of(around.replace("MESSAGE", message)).only().remittance().text()).isEqualTo("A-1");
  }

  @Test
  void severalMessagesOfOneFileAreReadHoweverTheyAreParted() {
    String message = credit("A-1").replace("-\n", "");
    String block = "{1:F01BANK}{2:O940BANK}{4:\r\n" + message + "-}{5:{CHK:1}}";

    assertThat(ReadStatement.of(block + "$" + block).movements()).hasSize(2);
    assertThat(ReadStatement.of(block + block).movements()).hasSize(2);
    assertThat(ReadStatement.of(block + "\r\n$\r\n" + block).movements()).hasSize(2);
    assertThat(ReadStatement.of(message + message).movements()).hasSize(2);
    assertThat(ReadStatement.of(message + "-\nABNANL2A\n940\nABNANL2A\n" + message).movements()).hasSize(2);
    assertThat(ReadStatement.of(message + "ABNANL2A\n940\nABNANL2A\n" + message).movements()).hasSize(2);
  }

  @Test
  void pagesOfAStatementAreMessagesWithBalancesOfTheirOwn() {
    String first = credit("A-1").replace(":62F:", ":62M:");
    String second = credit("A-2").replace(":60F:C260301EUR0,00", ":60M:C260302EUR30,00").replace("EUR30,00\n-",
        "EUR60,00\n-");

    assertThat(ReadStatement.of(first + second).movements()).extracting(each -> each.balanceAfter().toString())
        .containsExactly("30.00", "60.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2603020302C30,00NTRFNONREF", "260302C30,NTRF", "2603020302CR30,00NTRFX//B",
      "260302C30,00NOV NONREF",
      "2603020302CF30,00S   X", "260302C000000000030,00N541NONREF//26643593505", "2603020302C30,00 NTRFNONREF",
      "260302    C30,00NTRFNONREF", "2603020302C30,00//B", "2603020302C30,00NONREF", "2603020302C30NTRFNONREF",
      "2603020302RD30,00NTRFNONREF"})
  void entriesAreReadAsBanksWriteThem(String field61) {
    assertThat(entry(field61, "C260302EUR30,00").amount()).isEqualTo("30.00");
  }

  @Test
  void anAmountMayBeginWithItsComma() {
    assertThat(entry("2603020302C,5NTRFNONREF", "C260302EUR,50").amount()).isEqualTo("0.50");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"C1.234,56NTRF | 61 entry-format", "C12.50NTRF | 61 entry-format",
      "X30,00NTRF | 61 entry-format", "C30,001NTRF | 61 amount-scale"})
  void amountsThatCanBeReadInTwoWaysAreRefused(String amount, String refusal) {
    assertThat(ReadStatement.of(message(":61:2603020302" + amount + "\n", "C260302EUR30,00")).refusal())
        .contains(refusal);
  }

  @ParameterizedTest
  @CsvSource({"2512311230, 2025-12-30, 2025-12-31", "2601011231, 2025-12-31, 2026-01-01",
      "2512310102, 2026-01-02, 2025-12-31",
      "2603020305, 2026-03-05, 2026-03-02", "260302, 2026-03-02, 2026-03-02", "2603020000, 2026-03-02, 2026-03-02"})
  void theBookingDayIsTheOneNearestToTheValueDate(String dates, String booked, String valued) {
    BankTransaction told = entry(dates + "C30,00NTRFNONREF", "C260302EUR30,00");

    assertThat(told.bookingDate()).isEqualTo(booked);
    assertThat(told.valueDate()).isEqualTo(valued);
  }

  @Test
  void aDayThatThereIsNotRefusesADebtorsMoneyAlone() {
    assertThat(ReadStatement.of(message(":61:260230D30,00NTRFNONREF\n:86:Rent\n:61:260302C50,00NTRFX\n:86:A-1\n",
        "C260302EUR20,00")).movements()).extracting(BankTransaction::kind).containsExactly(Kind.OUTGOING, Kind.PAYMENT);
    assertThat(ReadStatement.of(message(":61:260230D30,00NRTINONREF\n", "D260302EUR30,00")).refusal())
        .contains("61 date");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "C30,00NTRFL-100017//B-1 | L-100017 | B-1 | L-100017", "C30,00NTRFNONREF//B-1 |  | B-1 | ",
      "C30,00NTRFEREF//B-1 |  | B-1 | ", "C30,00NTRFKREF+//B-1 |  | B-1 | ",
      "C30,00NTRFL-100017 | L-100017 |  | L-100017",
      "C30,00NTRF0121470966      W. Example | 0121470966 |  | 0121470966"})
  void referencesOfAnEntryAreKept(String field, String endToEnd, String bank, String other) {
    BankReferences references = entry("2603020302" + field, "C260302EUR30,00").references();

    assertThat(references.endToEnd()).isEqualTo(endToEnd);
    assertThat(references.bank()).isEqualTo(bank);
    assertThat(references.others()).isEqualTo(other == null ? List.of() : List.of(other));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      // the separators that banks choose, with a code before them or without
      "166?00GUTSCHRIFT?20EREF+E-1?21SVWZ+A-1?22March?31DE02?32ANN?33 EXAMPLE | A-1/March | E-1 | ANN EXAMPLE | DE02",
      "020<00PRZELEW<20A-1<21March<31DE02<32ANN EXAMPLE | A-1/March |  | ANN EXAMPLE | DE02",
      "~00VD01~20A-1~21March~32ANN EXAMPLE~38DE02 | A-1/March |  | ANN EXAMPLE | DE02",
      "051^00X^20A-1^32ANN EXAMPLE | A-1 |  | ANN EXAMPLE | ",
      "000>10098>20A-1>21March | A-1/March |  |  | ",
      "166?20A-1?60March?61April?32ANN EXAMPLE | A-1/March/April |  | ANN EXAMPLE | ",
      "166?20note?21SVWZ+A-1?22ABWA+Ben Example//Town/DE?32PAY LTD | note/A-1 |  | PAY LTD | ",
      "166?20EREF: E-1 SVWZ: A-1?32ANN EXAMPLE | A-1 | E-1 | ANN EXAMPLE | ",
      "166?20EREF+E-?211?22SVWZ+A-?231?32ANN | A-/1 | E-1 | ANN | ",
      // keywords in slashes
      "/TRTP/SEPA OVERBOEKING/IBAN/DE02/BIC/B/NAME/ANN EXAMPLE/REMI/A-1/EREF/E-1 | A-1 | E-1 | ANN EXAMPLE | DE02",
      "/EREF/E-1//CNTP/DE02/INGBNL2A/ANN EXAMPLE///REMI/USTD//A-1/ | A-1 | E-1 | ANN EXAMPLE | DE02",
      "/ORDP//NAME/ANN EXAMPLE/ADDR/Street 1/REMI/A-1/ISDT/2026-03-02 | A-1 |  | ANN EXAMPLE | ",
      "/BENM//NAME/ANN EXAMPLE/REMI/A-1 and/ID/17 | A-1 and/ID/17 |  | ANN EXAMPLE | ",
      "GIRO A-1 /EREF/E-1/NAME/ANN EXAMPLE/ | GIRO A-1 | E-1 | ANN EXAMPLE | ",
      "/CNTP//REMI/USTD//A-1/ | A-1 |  |  | ",
      // plain text
      "GIROREKENING 1234567 A-1 | GIROREKENING 1234567 A-1 |  |  | ",
      "SVWZ: A-1 EREF: E-1 | A-1 | E-1 |  | "})
  void theInformationIsReadInTheWaysOfTheField(String information, String text, String endToEnd, String payer,
      String account) {
    BankTransaction told = ReadStatement.of(credit(information)).only();

    assertThat(String.join("/", told.remittance().lines()).replace("/ID/", "ID")).isEqualTo(text.replace("/ID/", "ID"));
    assertThat(told.references().endToEnd()).isEqualTo(endToEnd);
    assertThat(told.payer().name()).isEqualTo(payer);
    assertThat(told.payer().account()).isEqualTo(account);
  }

  @Test
  void whoReallyPaysIsRead() {
    assertThat(ReadStatement.of(credit("166?20SVWZ+A-1?21ABWA+Ben Example//Town?32PAY LTD")).only().payer())
        .isEqualTo(new Payer("PAY LTD", null, "Ben Example"));
    assertThat(ReadStatement.of(credit("/ORDP//NAME/PAY LTD/REMI/A-1/ULTD//NAME/Ben Example/")).only().payer())
        .isEqualTo(new Payer("PAY LTD", null, "Ben Example"));
    assertThat(ReadStatement.of(credit("/CNTP/DE02/B/PAY LTD///REMI/USTD//A-1//ULTD/Ben Example/")).only().payer())
        .isEqualTo(new Payer("PAY LTD", "DE02", "Ben Example"));
  }

  @Test
  void aStructuredReferenceIsTold() {
    assertThat(ReadStatement.of(credit("/REMI/STRD/CUR/9001123412341234/")).only().remittance().creditorReferences())
        .containsExactly("9001123412341234");
    assertThat(ReadStatement.of(credit("166?20EREF+E?21KREF+K-1?22MREF+M-1?23SVWZ+A-1")).only().references().others())
        .containsExactly("K-1", "M-1");
  }

  @Test
  void linesStayAsTheBankBreaksThem() {
    assertThat(ReadStatement.of(credit("/NAME/K KALE/REMI/USTD//Payment for loan \nA-1 March")).only().remittance()
        .lines())
        .containsExactly("Payment for loan", "A-1 March");
    assertThat(ReadStatement.of(credit("166?20SVWZ+Loan A-\n100?21017 March")).only().remittance().lines())
        .as("lines of the field are no lines of the text, subfields are").containsExactly("Loan A-100", "017 March");
    assertThat(ReadStatement.of(credit("Loan\nA-1")).only().remittance().lines()).containsExactly("Loan", "A-1");
    assertThat(ReadStatement.of(credit("One\n:86:Two")).only().remittance().lines()).containsExactly("One", "Two");
  }

  @Test
  void anEntryMayHaveNoInformationAndHyphensAndColonsMayBeginItsLines() {
    assertThat(ReadStatement.of(credit("")).only().remittance()).isEqualTo(Remittance.NONE);
    assertThat(ReadStatement.of(credit("One\n-\n:12:30 h\n-two")).only().remittance().lines())
        .containsExactly("One", "-", ":12:30 h", "-two");
  }

  @Test
  void fieldsOfTheBanksOwnAreRead() {
    BankTransaction told = ReadStatement.of(credit("").replace(":62F:",
        ":NS:01A-1\n02March\n15Max Moos\n16CREDIT\n:62F:")
        .replace(":28C:1/1\n", ":28:1/1\n:NS:22City of Example\n23Taxes\n")).only();

    assertThat(told.remittance().lines()).containsExactly("A-1", "March");
    assertThat(told.payer().name()).isEqualTo("Max Moos");
  }

  @Test
  void theLineUnderAnEntryIsTheAccountOrATextOrAmounts() {
    assertThat(entry(ENTRY + "\nDE12345678901234567890", "C260302EUR30,00").payer().account())
        .isEqualTo("DE12345678901234567890");
    assertThat(entry(ENTRY + "\nW. Example", "C260302EUR30,00").remittance().lines()).containsExactly("A-1",
        "W. Example");
    assertThat(entry(ENTRY + "\n/OCMT/USD33,00//EXCH/0,909/", "C260302EUR30,00").told())
        .isEqualTo(new ToldAmounts(new ToldAmounts.ToldAmount(new BigDecimal("33.00"), "USD"),
            new BigDecimal("0.909"), null));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"30,00NRTINONREF | A-1", "30,00NTRFNONREF | 109?20A-1", "30,00N109NONREF | A-1",
      "30,00NTRFNONREF | 108?00RETOURE?20A-1", "30,00NTRFNONREF | /EREF/E-1//RTRN/MS03/",
      "30,00NTRFNONREF | UNPAID AM04",
      "30,00NTRFNONREF | 020?00RUECKLASTSCHRIFT?20A-1", "30,00NDDTNONREF | R\u00fccklastschrift A-1",
      "30,00NTRFNONREF | Ruecklast~schrift A-1", "30,00NTRFNONREF | 171?20A-1"})
  void aDebitThatMayBeAReturnIsAChargebackWhateverTellsOfIt(String field61, String information) {
    assertThat(movements(debit(field61, information.replace('~', '\n')))).containsExactly("CHARGEBACK 30.00");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"30,00NTRFNONREF | Rent | OUTGOING",
      "30,00N192NONREF | /TRTP/X/REMI/Rent | OUTGOING",
      "30,00NCHGNONREF | March | BANK_CHARGE", "30,00NMSCNONREF | 808?00ENTGELT?20March | BANK_CHARGE",
      "30,00NCOMNONREF |  | BANK_CHARGE", "30,00NCHGNONREF | RETURNED ITEM FEE | COST_OF_RETURN"})
  void otherDebitsAreTheCreditorsOwnOrTheBanks(String field61, String information, Kind kind) {
    assertThat(movements(debit(field61, information == null ? "" : information))).containsExactly(kind + " 30.00");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"75,00NRTINONREF~/OCMT/EUR72,00//CHGS/EUR3,00/ | 109?20EREF+E-1?21OAMT+72,00 COAM+3,00",
      "75,00NRTINONREF~/OCMT/EUR72,00/ | A-1", "75,00NRTINONREF | 109?20OAMT+72,00?21COAM+3,00?22SVWZ+A-1",
      "75,00NRTINONREF | 109?20COAM+3,00?21SVWZ+A-1",
      "75,00NRTINONREF | /RTRN/AM04/OCMT/EUR72,00/CHGS/EUR2,00/CHGS/EUR1,00/",
      "75,00NRTINONREF | 109?20OAMT+EUR 72,00?21SVWZ+A-1",
      "75,00NRTINONREF | 109?20RUECKLASTSCHRIFT EUR 72,00?21ENTGELT EUR 3,00", "75,00NRTIX | unpaid 72.00 fee 3.00"})
  void aReturnIsDividedIntoWhatHadBeenCollectedAndWhatItCost(String field61, String information) {
    assertThat(movements(debit(field61.replace('~', '\n'), information)))
        .containsExactly("CHARGEBACK 72.00", "COST_OF_RETURN 3.00");
  }

  @Test
  void aChargeInWordsIsTakenOffOnlyIfTheTextTellsWhatIsLeftToo() {
    assertThat(movements(debit("75,00NRTINONREF", "RUECKLASTSCHRIFT ENTGELT 3,00")))
        .containsExactly("CHARGEBACK 75.00");
    assertThat(movements(debit("75,00NRTINONREF", "RUECKLASTSCHRIFT 72,00 vom 3,00")))
        .containsExactly("CHARGEBACK 75.00");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"159?00RETOURE?20A-1 | OUTGOING_RETURNED", "159?00X?20A-1 | PAYMENT",
      "159<00RETOURE<20A-1 | PAYMENT", "RETOURE A-1 | PAYMENT", "/RTRN/AC04/REMI/A-1/ | OUTGOING_RETURNED"})
  void moneyThatCameInIsLeftOnlyWhereItIsCertainlyTheCreditorsOwn(String information, Kind kind) {
    assertThat(ReadStatement.of(credit(information)).only().kind()).isEqualTo(kind);
  }

  @Test
  void theReferenceOfAnEntryMayBeThePayersAccountAndTheNextLineHisName() {
    BankTransaction told = entry("2603020302C30,00NIOBNL91ABNA0417164300\nann example", "C260302EUR30,00");

    assertThat(told.payer()).isEqualTo(new Payer("ann example", "NL91ABNA0417164300", null));
    assertThat(told.references().others()).isEmpty();
  }

  @Test
  void whyAPaymentWentBackIsTold() {
    assertThat(ReadStatement.of(debit("30,00NRTINONREF", "109?20SVWZ+RETOURE MD06")).only().returnReason())
        .isEqualTo("MD06");
    assertThat(ReadStatement.of(debit("30,00NTRFX", "/RTRN/AC04/")).only().returnReason()).isEqualTo("AC04");
  }

  @ParameterizedTest
  @CsvSource({"C260302EUR15;00, NOT_BOOKED 14.00/PAYMENT 15.00", "C260302EUR29;00, PAYMENT 14.00/PAYMENT 15.00"})
  void whetherExpectedEntriesAreBookedIsToldByTheClosingBalance(String closing, String movements) {
    ReadStatement read = ReadStatement.of(message(":61:2603020302EC14,00NTRFX//1\n:86:A-1\n:61:2603020302C15,00NTR"
        + "FX//2\n"
        + ":86:A-1\n", closing.replace(';', ',')));

    assertThat(read.movements().stream().map(each -> each.kind() + " " + each.amount())
        .collect(Collectors.joining("/")))
        .isEqualTo(movements);
    assertThat(read.movements().get(1).balanceAfter().toPlainString()).isEqualTo(closing.substring(10).replace(';',
        '.'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "IBM850", "IBM437"})
  void namesAreReadInTheEncodingsOfTheField(String encoding) {
    byte[] file = credit("166?20A-1?32J\u00fcrgen J\u00e4ger").getBytes(Charset.forName(encoding));

    assertThat(ReadStatement.of(file, ReadStatement.LIMITS).only().payer().name()).isEqualTo("J\u00fcrgen J\u00e4ger");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1250", "ISO-8859-2"})
  void namesOfCentralEuropeAreReadWhereTheCurrencyIsOfThere(String encoding) {
    String name = "\u0141ukasz G\u0105sior \u015awi\u0119ty";
    byte[] file = credit("166?20A-1?32" + name).replace("EUR", "PLN").getBytes(Charset.forName(encoding));

    assertThat(ReadStatement.of(file, ReadStatement.LIMITS).only().payer().name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"10020030/1234567EUR, 10020030/1234567", "NL50RABO0123456789 EUR, NL50RABO0123456789",
      "BPHKPLPK/320000546101, BPHKPLPK/320000546101", "DE89370400440532013000, DE89370400440532013000"})
  void theOwnAccountIsToldWithoutItsCurrency(String field25, String account) {
    assertThat(ReadStatement.of(credit("A-1").replace("10020030/1234567", field25)).only().ownAccount())
        .isEqualTo(account);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {":20:R\\n:25:A\\n:28C:1\\n:34F:EUR0,00\\n:13D:2603021200+0100 | mt942",
      "{1:F01BANK}{2:O942BANK}{4:\\n:20:R\\n-} | mt942",
      "{1:F01BANK}{2:I103BANK}{4:\\n:20:R\\n-} | unsupported-message",
      ":61:2603020302C30,00NTRFX | missing-field", ":20:R\\n:25:A\\n:28C:1\\n:61:260302C30,00NTRFX | missing-field",
      "ABN\\n:25:A | not-a-field", ":20:R\\n:25:A\\n:28C:1\\n:60F:C260301EUR0,00\\n:62F:X | balance-format",
      "{1:F01BANK} | no-statement"})
  void whatIsNoWholeStatementIsRefusedInTheWordsOfMt940(String content, String rule) {
    assertThat(ReadStatement.of(content.replace("\\n", "\n")).refusal()).contains(" " + rule + ": ");
  }
}
