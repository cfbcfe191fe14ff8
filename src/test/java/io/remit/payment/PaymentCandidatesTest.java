package io.remit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.remit.payment.PaymentMatch.Evidence;
import io.remit.statement.BankReferences;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import io.remit.statement.Payer;
import io.remit.statement.Remittance;
import io.remit.statement.ToldAmounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where numbers are found, and when a person is asked whose they are; all accounts are in one database. */
@Tag("long")
class PaymentCandidatesTest {

  private static final String ACCOUNTS = """
      account_number,currency,outstanding_amount,overdue_amount,debtor_id,debtor_name
      OLIV-200001,EUR,410.00,41.00,D-61,Odo Olivier
      OLIV-200002,EUR,420.00,42.00,D-62,Pia Pappel
      4711,EUR,350.00,70.00,D-63,Rosa Rotbuche
      CRDREF200001,EUR,310.00,62.00,D-64,Sam Salbei
      2026000000020190021,EUR,320.00,64.00,D-65,Tom Tanne
      TWIN-200001,EUR,60.00,60.00,D-66,Uwe Ulme
      TWIN-200002,EUR,40.00,40.00,D-66,Uwe Ulme
      TWIN-200003,EUR,25.00,25.00,D-66,Uwe Ulme
      AB-730011,EUR,410.00,52.00,D-67,Rita Falk
      CD-730011,EUR,420.00,53.00,D-68,Sven Falke
      AB-730021,EUR,430.00,54.00,D-69,Tina Frost
      735501,EUR,200.00,20.00,D-70,Vera Veil
      INV-2025-00142,EUR,900.00,90.00,D-71,B\u00e4ckerei Huber GmbH
      USD-200001,USD,800.00,80.00,D-72,Wim Weide
      """;

  private static MatchingWorld world;

  @BeforeAll
  static void open() {
    world = new MatchingWorld("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa");
    world.load(CsvReader.builder().ofNamedCsvRecord(ACCOUNTS).stream().toList());
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static BankTransaction payment(String amount, Payer payer, List<String> lines, String reference,
      BankReferences references) {
    return new BankTransaction(1, Kind.PAYMENT, new BigDecimal(amount), "EUR", MatchingWorld.TODAY, MatchingWorld.TODAY,
        null, null, payer, new Remittance(lines, reference == null ? List.of() : List.of(reference)), references,
        ToldAmounts.NONE, null, 1);
  }

  private static BankTransaction text(String amount, String payer, String lines) {
    return payment(amount, Payer.named(payer), List.of(lines.split("\\|")), null, BankReferences.NONE);
  }

  private static String posted(BankTransaction payment) {
    return world.search().match(payment).certain().map(target -> target.divide(payment.amount(),
        world.accounts().find(target.accountNumbers()), MatchingWorld.TODAY, Set.of()))
        .map(PaymentCandidatesTest::written)
        .orElse("asked");
  }

  private static String written(Map<String, BigDecimal> divided) {
    return divided.size() == 1 ? divided.keySet().iterator().next() : new TreeMap<>(divided).toString();
  }

  private static List<String> offered(BankTransaction payment) {
    return world.search().matchWithGuesses(payment).evidence().stream().map(PaymentCandidatesTest::written).toList();
  }

  private static String written(Evidence evidence) {
    return evidence.candidate().accounts().get(0).accountNumber() + ": " + String.join(", ", evidence.reasons());
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"OLIV-200001/03-2026", "Darlehen:OLIV-200001.Danke", "Rechn.OLIV-200001",
      "KD-OLIV-200001", "OLIV-200001-Rate3", "OLIV-200001&Zinsen", "*OLIV-200001*", "oliv200001", "OLIV\u2013200001",
      "OLIV 200001", "DARLEHENOLIV200001RATE3", "\u8fd8\u6b3eOLIV-200001\u8c22\u8c22",
      "\uff2f\uff2c\uff29\uff36\uff0d\uff12\uff10\uff10\uff10\uff10\uff11", "O L I V - 2 0 0 0 0 1",
      "Darlehen OLIV-200001|Rate Maerz", "Zahlung fuer Vertrag O|LIV-200001 vom 2. Maerz",
      "Zahlung fuer Vertrag OLIV-200|001 vom 2. Maerz", "Betaling voor contract |OLIV-200001 maart",
      "2026-03-01|OLIV-200001|Rate", "OLIV-200001 40,00 EUR Tel. 030 1234567"})
  void whatStandsBesideANumberDoesNotHideItNorDoesTheWayInWhichABankBreaksLines(String text) {
    assertThat(posted(text("12.00", "V. Vogelbeere", text))).isEqualTo("OLIV-200001");
  }

  @Test
  void aNumberIsFoundInEachFieldInWhichItIsPut() {
    BankReferences endToEnd = new BankReferences(null, "OLIV-200001", List.of());
    BankReferences customers = new BankReferences(null, null, List.of("OLIV-200001"));

    assertThat(posted(payment("1.00", Payer.UNKNOWN, List.of(), null, endToEnd))).isEqualTo("OLIV-200001");
    assertThat(posted(payment("1.00", Payer.UNKNOWN, List.of(), null, customers))).isEqualTo("OLIV-200001");
    assertThat(posted(payment("1.00", Payer.UNKNOWN, List.of(), "OLIV-200001", BankReferences.NONE)))
        .isEqualTo("OLIV-200001");
    assertThat(posted(payment("1.00", Payer.named("Rosa Raute"), List.of(), null, BankReferences.NONE)))
        .isEqualTo("asked");
  }

  @Test
  void forWhomSomebodyPaysIsComparedToo() {
    BankTransaction byService = payment("35.00", new Payer("PayService Ltd", null, "Rosa Rotbuche"),
        List.of("Kunde 4711"), null, BankReferences.NONE);

    assertThat(posted(byService)).isEqualTo("4711");
    assertThat(posted(text("35.00", "PayService Ltd", "Kunde 4711"))).isEqualTo("asked");
    assertThat(posted(text("35.00", "PayService Ltd", "Kunde 4711 Rosa Rotbuche"))).isEqualTo("4711");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"RF66000000000CRDREF200001; CRDREF200001; filled with zeros",
      "RF66CRDREF200001; CRDREF200001; as it is", "rf66 CRDR EF20 0001; CRDREF200001; in groups, small letters",
      "RF67CRDREF200001; asked; with wrong check digits",
      "RF67 CRDR EF20 0001; asked; with wrong check digits, in groups"})
  void aReferenceIsFoundHoweverItIsWritten(String reference, String expected, String why) {
    assertThat(posted(payment("31.00", Payer.named("S. Fremd"), List.of(), reference, BankReferences.NONE))).as(why)
        .isEqualTo(expected);
    assertThat(posted(text("31.00", "S. Fremd", reference))).as(why + " in the text").isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "100.00; Uwe Ulme; TWIN-200001 - TWIN-200002; {TWIN-200001=60.00, TWIN-200002=40.00}",
      "125.00; A stranger; TWIN-200001, -200002 und 200003; {TWIN-200001=60.00, TWIN-200002=40.00, TWIN-200003=25.00}",
      "100.00; U. Ulme; TWIN-200001/02; {TWIN-200001=60.00, TWIN-200002=40.00}",
      "125.00; Ulme Uwe; alles D-66; {TWIN-200001=60.00, TWIN-200002=40.00, TWIN-200003=25.00}",
      "30.00; A stranger; TWIN-200001 10,00 TWIN-200002 20,00; {TWIN-200001=10.00, TWIN-200002=20.00}",
      "100.00; A stranger; TWIN-200001 TWIN-200999; asked",
      "100.00; A stranger; TWIN-200001 OLIV-200001; asked",
      "100.00; A stranger; TWIN-200001: 60.00 OLIV-200001: 40.00; {OLIV-200001=40.00, TWIN-200001=60.00}"})
  void severalAccountsOfOneDebtorShareAPayment(String amount, String payer, String text, String expected) {
    assertThat(posted(text(amount, payer, text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"0171 735501; a telephone number", "Tel. 735501; announced as one",
      "Mandat 735501; another's number", "Bestellung 735501; an order", "IBAN DE75512108001245126199; an IBAN",
      "****735501; a card", "Summe 7.355,01 EUR; an amount", "735501 und so weiter; nothing announces it",
      "9735501; a part of a longer number", "7355012; another part", "XAB-730011; other letters before",
      "EF-730011; of another family", "730011; of two families", "AB-730011-7; something follows"})
  void aNumberThatMayBeSomethingElseIsNobodysUnlessTheNameAgrees(String text, String why) {
    assertThat(posted(text("12.00", "Gerd Fremd", text))).as(why).isEqualTo("asked");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"Rechnung 735501; Gerd Fremd; 735501", "735501 danke; Veil Vera; 735501",
      "Tel. 735501; V. Veil; 735501", "730011; Rita Falk; AB-730011", "730011; FALKE SVEN; CD-730011",
      "200001; Odo Olivier; OLIV-200001", "Rechnung INV-2025-142; Baeckerei Huber; INV-2025-00142",
      "Rg 00142; B\u00c4CKEREI HUBER GMBH; INV-2025-00142", "OLIV-0200001; Olivier O; OLIV-200001"})
  void theDebtorsNameIsEnoughWhereTheNumberIsNot(String text, String payer, String expected) {
    assertThat(posted(text("12.00", payer, text))).isEqualTo(expected);
  }

  @Test
  void whoIsADebtorHimselfMayHaveMistypedHisNumber() {
    BankTransaction other = text("54.00", "Rita Falk", "AB-730021");
    BankTransaction oneDigit = text("54.00", "R. Falk", "AB-730021");

    assertThat(posted(text("54.00", "Somebody Else", "AB-730021"))).isEqualTo("AB-730021");
    assertThat(posted(other)).isEqualTo("asked");
    assertThat(posted(oneDigit)).isEqualTo("asked");
    assertThat(offered(text("52.00", "Rita Falk", "AB-730012"))).first()
        .isEqualTo("AB-730011: AB-730011 is there but for a mistyped digit, the name agrees, the amount agrees");
  }

  @Test
  void aTaskOffersTheRightAccountFirstBecauseOfItsNumber() {
    assertThat(offered(text("41.00", "Gerd Fremd", "730011 AB"))).startsWith(
        "AB-730011: AB-730011 is there, written in another way",
        "CD-730011: CD-730011 is there, written in another way")
        .last().isEqualTo("OLIV-200001: the amount agrees");
    assertThat(offered(text("42.00", "Pappel Pia", "danke"))).first()
        .isEqualTo("OLIV-200002: the name agrees, the amount agrees");
    assertThat(offered(text("80.00", "Wim Weide", "USD-200001"))).first()
        .isEqualTo("USD-200001: USD-200001 is in the text, the name agrees, but it is kept in USD");
    assertThat(posted(text("80.00", "Wim Weide", "USD-200001"))).isEqualTo("asked");
  }
}
