package io.remit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.clock.TestClock;
import io.remit.intake.delivery.PaymentsResult;
import io.remit.payment.IdentifiedPayment;
import io.remit.payment.PaymentDecisions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An entry that a bank tells as a whole and in its parts, with more and with less, is one payment. */
class WholeAndPartsTest {

  private static final AtomicInteger NUMBERS = new AtomicInteger(100000);
  private static final String STATEMENT = "053";
  private static final String NOTIFICATION = "054";

  private static ConfigurableApplicationContext application;

  private String one;
  private String other;

  @BeforeAll
  static void start() {
    application = MoneyApplication.start();
    application.getBean(TestClock.class).set(Instant.parse("2026-03-02T09:00:00Z"));
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @BeforeEach
  void twoDebtors() throws IOException {
    one = "PART-" + NUMBERS.incrementAndGet();
    other = "PART-" + NUMBERS.incrementAndGet();
    String rows = "account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,"
        + "debtor_name,time_zone\n" + row(one) + row(other);
    assertThat(application.getBean(ArrearsIntake.class).apply(content(rows), false).rejected()).isEmpty();
  }

  private static String row(String account) {
    return account + ",LOAN,EUR,500.00,100.00,2026-01-15,D-" + account + ",Debtor of " + account + ",UTC\n";
  }

  private static ByteArrayInputStream content(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private PaymentsResult feed(String kind, String... entries) throws IOException {
    String statement = kind.equals(STATEMENT) ? "BkToCstmrStmt><Stmt" : "BkToCstmrDbtCdtNtfctn><Ntfctn";
    String end = kind.equals(STATEMENT) ? "Stmt></BkToCstmrStmt" : "Ntfctn></BkToCstmrDbtCdtNtfctn";
    String xml = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt." + kind + ".001.08\"><" + statement + "><Id>"
        + NUMBERS.incrementAndGet() + "</Id><Acct><Id><Othr><Id>" + one.substring(5) + "</Id></Othr></Id></Acct>"
        + (kind.equals(STATEMENT) ? balance("OPBD", "0.00") + balance("CLBD", sumOf(entries)) : "")
        + String.join("", entries) + "</" + end + "></Document>";
    PaymentsResult result = application.getBean(PaymentsIntake.class).apply(content(xml));
    assertThat(result.rejected()).isEmpty();
    assertThat(result.posted() + result.duplicates() + result.unmatched()
        + result.left().values().stream().mapToLong(Long::longValue).sum()).as("it adds up").isEqualTo(result.rows());
    return result;
  }

  private static String sumOf(String... entries) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String entry : entries) {
      sum = sum.add(new BigDecimal(entry.substring(entry.indexOf('>', 6) + 1, entry.indexOf("</Amt>"))));
    }
    return sum.toPlainString();
  }

  private static String balance(String type, String amount) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount
        + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>";
  }

  private static String entry(String amount, String reference, String... details) {
    return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
        + "<BookgDt><Dt>2026-03-02</Dt></BookgDt><ValDt><Dt>2026-03-02</Dt></ValDt>"
        + (reference == null ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>")
        + (details.length == 0 ? "" : "<NtryDtls>" + String.join("", details) + "</NtryDtls>") + "</Ntry>";
  }

  private static String detail(String amount, String payer, String text) {
    return "<TxDtls><Amt Ccy=\"EUR\">" + amount + "</Amt><RltdPties><Dbtr><Pty><Nm>" + payer
        + "</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>" + text + "</Ustrd></RmtInf></TxDtls>";
  }

  private static BigDecimal owed(String account) {
    return application.getBean(JdbcClient.class).sql("select outstanding_amount from account where account_number = :a")
        .param("a", account).query(BigDecimal.class).single();
  }

  private static List<Long> open() {
    return application.getBean(JdbcClient.class)
        .sql("select payment_id from unidentified_payment where status = 'OPEN' order by payment_id")
        .query(Long.class).list();
  }

  private void decide(IdentifiedPayment decision) {
    List<Long> open = open();
    application.getBean(PaymentDecisions.class).record("P" + open.get(open.size() - 1), decision, "supervisor1");
  }

  @Test
  void partsTakeThePlaceOfAWholeThatWaits() throws IOException {
    int before = open().size();
    String reference = "BULK-" + one;
    assertThat(feed(STATEMENT, entry("150.00", reference)).unmatched()).isEqualTo(1);
    String parts = entry("150.00", reference, detail("100.00", "Ann", one), detail("50.00", "Bob", other));

    assertThat(feed(NOTIFICATION, parts).posted()).isEqualTo(2);
    assertThat(open()).as("the question about the whole").hasSize(before);
    assertThat(feed(NOTIFICATION, parts).duplicates()).as("the parts once more").isEqualTo(2);
    assertThat(feed(STATEMENT, entry("150.00", reference)).duplicates()).as("the whole once more").isEqualTo(1);

    assertThat(owed(one)).isEqualByComparingTo("400.00");
    assertThat(owed(other)).isEqualByComparingTo("450.00");
  }

  @Test
  void aWholeAfterItsPartsIsKnown() throws IOException {
    String reference = "BULK-" + one;
    assertThat(feed(NOTIFICATION, entry("150.00", reference, detail("100.00", "Ann", one),
        detail("50.00", "Bob", other))).posted()).isEqualTo(2);
    assertThat(feed(STATEMENT, entry("150.00", reference)).duplicates()).isEqualTo(1);
    assertThat(owed(one)).isEqualByComparingTo("400.00");
  }

  @Test
  void aWholeWhosePartsWereToldAsEntriesOfTheirOwnIsKnown() throws IOException {
    String reference = "BULK-" + one;
    assertThat(feed(NOTIFICATION, entry("100.00", reference, detail("100.00", "Ann", one)),
        entry("50.00", reference, detail("50.00", "Bob", other))).posted()).isEqualTo(2);
    assertThat(feed(STATEMENT, entry("150.00", reference)).duplicates()).isEqualTo(1);
    assertThat(owed(other)).isEqualByComparingTo("450.00");
  }

  @Test
  void partsOfAWholeThatAPersonPostedAreShownToHim() throws IOException {
    String reference = "BULK-" + one;
    feed(STATEMENT, entry("150.00", reference));
    decide(new IdentifiedPayment(IdentifiedPayment.Outcome.POST, null, one, null, null, null, null, null));
    int before = open().size();

    assertThat(feed(NOTIFICATION, entry("150.00", reference, detail("100.00", "Ann", one),
        detail("50.00", "Bob", other))).unmatched()).isEqualTo(2);

    assertThat(open()).hasSize(before + 2);
    assertThat(owed(one)).as("nothing is counted twice").isEqualByComparingTo("350.00");
    assertThat(owed(other)).isEqualByComparingTo("500.00");
  }

  @Test
  void whatWaitsIsPostedWhenALaterFileTellsForWhomItIs() throws IOException {
    int before = open().size();
    String reference = "ONE-" + one;
    assertThat(feed(STATEMENT, entry("70.00", reference)).unmatched()).isEqualTo(1);
    assertThat(feed(NOTIFICATION, entry("70.00", reference, detail("70.00", "Ann", one))).posted()).isEqualTo(1);

    assertThat(open()).hasSize(before);
    assertThat(owed(one)).isEqualByComparingTo("430.00");
    assertThat(feed(STATEMENT, entry("70.00", reference)).duplicates()).isEqualTo(1);
  }

  @Test
  void equalEntriesOfOneFileAreTwoAndKnownAsTwo() throws IOException {
    String twice = entry("30.00", null, detail("30.00", "Ann", one));
    assertThat(feed(STATEMENT, twice, twice).posted()).isEqualTo(2);
    assertThat(owed(one)).isEqualByComparingTo("440.00");
    assertThat(feed(STATEMENT, twice, twice).duplicates()).isEqualTo(2);
    assertThat(feed(NOTIFICATION, twice, twice, twice).posted()).as("a third one is new").isEqualTo(1);
    assertThat(owed(one)).isEqualByComparingTo("410.00");
  }

  @Test
  void aSecondPassOverAFileThatWasBrokenOffBooksNothingTwice() throws IOException {
    String entries = entry("30.00", "R1-" + one, detail("30.00", "Ann", one));
    PaymentsResult first = feed(STATEMENT, entries);
    application.getBean(JdbcClient.class).sql("update intake_file set status = 'INTERRUPTED' where file_id = :file")
        .param("file", first.fileId()).update();
    assertThat(feed(STATEMENT, entries).posted()).isZero();
    assertThat(owed(one)).isEqualByComparingTo("470.00");
  }
}
