package io.remit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.remit.clock.TestClock;
import io.remit.intake.delivery.PaymentsResult;
import io.remit.payment.IdentifiedPayment;
import io.remit.payment.PaymentDecisions;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What banks and creditors really sent, as people who do this job reported it; the files stand outside this project,
 * and where they are not there the test says that it was skipped. All cases go into one application, those that move
 * the clock last.
 */
@Tag("long")
class FieldPaymentsTest {

  private static final Path FOLDER = Path.of("..", "shared", "data", "field", "payments");
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private static ConfigurableApplicationContext application;

  @BeforeAll
  static void start() {
    assumeTrue(Files.isDirectory(FOLDER), "the field cases are not there");
    application = MoneyApplication.start();
    application.getBean(TestClock.class).set(START);
  }

  @AfterAll
  static void stop() {
    if (application != null) {
      application.close();
    }
  }

  /** One case: its steps are checked as they are taken. */
  private static final class Story {

    private final Path folder;
    private final int openBefore;

    Story(String name) throws IOException {
      this.folder = FOLDER.resolve(name);
      this.openBefore = openPayments().size();
      clock(START.toString());
      arrears("accounts.csv");
    }

    Story arrears(String file) throws IOException {
      try (InputStream content = Files.newInputStream(folder.resolve(file))) {
        assertThat(application.getBean(ArrearsIntake.class).apply(content, false).rejected()).isEmpty();
      }
      return this;
    }

    /** @param expected such as {@code posted 1, unmatched 1}; what is not named is none */
    Story feed(String file, String expected) throws IOException {
      try (InputStream content = Files.newInputStream(folder.resolve(file))) {
        PaymentsResult result = application.getBean(PaymentsIntake.class).apply(content);
        List<String> told = new ArrayList<>();
        count(told, "posted", result.posted());
        count(told, "duplicates", result.duplicates());
        count(told, "unmatched", result.unmatched());
        count(told, "rejected", result.rejected().size());
        assertThat(String.join(", ", told)).as(folder.getFileName() + " " + file + " " + result).isEqualTo(expected);
      }
      return this;
    }

    private static void count(List<String> told, String what, long number) {
      if (number > 0) {
        told.add(what + " " + number);
      }
    }

    Story owes(String account, String outstanding, String overdue) {
      assertThat(jdbc().sql("""
          select a.outstanding_amount, case when c.status = 'CLOSED' then 0 else a.overdue_amount end
            from account a left join collection_case c on c.case_number = a.case_number
           where a.account_number = :account
          """).param("account", account).query((row,
          number) -> row.getBigDecimal(1).stripTrailingZeros().toPlainString()
              + "/" + row.getBigDecimal(2).stripTrailingZeros().toPlainString()).single())
          .as(folder.getFileName() + " " + account).isEqualTo(outstanding + "/" + overdue);
      return this;
    }

    Story owesInAnOpenCase(String account, String outstanding) {
      assertThat(jdbc().sql("""
          select a.outstanding_amount from account a join collection_case c on c.case_number = a.case_number
           where a.account_number = :account and c.status <> 'CLOSED'
          """).param("account", account).query(BigDecimal.class).optional()).as(folder.getFileName() + " " + account)
          .hasValueSatisfying(owed -> assertThat(owed).isEqualByComparingTo(outstanding));
      return this;
    }

    Story openTasks(int expected) {
      assertThat(openPayments().size() - openBefore).as("open questions").isEqualTo(expected);
      return this;
    }

    /** What a supervisor would do with the newest task. */
    Story post(String account, String amount) {
      List<Long> open = openPayments();
      application.getBean(PaymentDecisions.class).record("P" + open.get(open.size() - 1),
          new IdentifiedPayment(IdentifiedPayment.Outcome.POST, null, account, amount, null, null, null, null),
          "supervisor1");
      return this;
    }

    Story clock(String moment) {
      application.getBean(TestClock.class).set(Instant.parse(moment));
      return this;
    }

    private static List<Long> openPayments() {
      return jdbc().sql("select payment_id from unidentified_payment where status = 'OPEN' order by payment_id")
          .query(Long.class).list();
    }

    private static JdbcClient jdbc() {
      return application.getBean(JdbcClient.class);
    }
  }

  /** A case by its name, with what has to come out. */
  private interface Steps {
    void take(Story story) throws IOException;
  }

  private static DynamicTest story(String name, Steps steps) {
    return DynamicTest.dynamicTest(name, () -> steps.take(new Story(name)));
  }

  @TestFactory
  List<DynamicTest> everyCaseEndsAsItShould() {
    return List.of(
        story("01-batch-statement-then-details", it -> it.feed("camt053.xml", "unmatched 1")
            .feed("camt054.xml", "posted 3").owes("BATCH-100001", "400", "0").owes("BATCH-100002", "380", "0")
            .owes("BATCH-100003", "420", "0").openTasks(0)),
        story("02-batch-of-returns-with-charge", it -> it.feed("1-collected.xml", "posted 2")
            .owes("RETB-100001", "450", "0").feed("2-returned.xml", "posted 2").owes("RETB-100001", "500", "50")
            .owes("RETB-100002", "500", "50").openTasks(0)),
        story("03-return-amount-with-fee", it -> it.feed("1-collected.xml", "posted 1")
            .feed("2-returned.xml", "posted 1").owes("RETF-100001", "500", "50").openTasks(0)),
        story("04-net-settlement-with-fee-detail", it -> it.feed("camt053.xml", "posted 2")
            .owes("NETT-100001", "540", "0").owes("NETT-100002", "360", "0").openTasks(0)),
        story("09-mt940-and-camt-of-the-same-day", it -> it.feed("day.sta", "posted 1")
            .feed("day.xml", "duplicates 1").owes("TWOF-100001", "576", "64")),
        story("10-number-in-end-to-end-id", it -> it.feed("camt053.xml", "posted 1").feed("day.sta", "posted 1")
            .owes("ETOE-100001", "369", "0").owes("ETOE-100002", "198", "0")),
        story("11-ultimate-debtor", it -> it.feed("camt053.xml", "posted 1").owes("4711", "315", "35")),
        story("12-entry-information-for-every-detail", it -> it.feed("camt053.xml", "posted 1, unmatched 1")
            .owes("ADDI-100001", "450", "50").openTasks(1).post("ADDI-100001", null).owes("ADDI-100001", "425", "25")),
        story("13-creditor-reference-padded-or-in-groups", it -> it.feed("padded.xml", "posted 1")
            .feed("in-groups.xml", "posted 1").owes("CRDREF100001", "279", "31")
            .owes("2026000000020190014", "288", "32")),
        story("14-one-payment-names-two-accounts", it -> it.feed("camt053.xml", "posted 1")
            .owes("MULT-100001", "0", "0").owes("MULT-100002", "0", "0")),
        story("15-number-touches-other-text", it -> it.feed("camt053.xml", "posted 7")
            .owes("TOUC-100001", "459", "51").owes("TOUC-100002", "468", "52").owes("TOUC-100003", "477", "53")
            .owes("TOUC-100004", "486", "54").owes("TOUC-100005", "495", "55").owes("TOUC-100006", "504", "56")
            .owes("TOUC-100007", "513", "57")),
        story("16-foreign-currency", it -> it.feed("camt053.xml", "unmatched 1").openTasks(1)
            .post("FCUR-100001", "1000.00").owes("FCUR-100001", "0", "0")
            .feed("batch-chf-with-eur-parts.xml", "posted 2").owes("FCUR-100002", "900", "100")
            .owes("FCUR-100003", "1800", "200")),
        story("22-application-header-envelope", it -> it.feed("envelope.xml", "posted 1")
            .feed("requestpayload.xml", "duplicates 1").owes("ENVE-100001", "216", "24")),
        story("46-return-before-collection", it -> it.feed("1-return.xml", "unmatched 1").openTasks(1)
            .feed("2-statement.xml", "posted 1, duplicates 1").openTasks(0).owes("RBEF-100001", "230", "46")),
        story("30-rabobank-header", it -> it.feed("rabo.swi", "posted 2").owes("RABO-100001", "225", "25")
            .owes("RABO-100002", "234", "26")),
        story("31-abn-amro-header", it -> it.feed("abn.sta", "posted 1").feed("ing-old.sta", "posted 1")
            .owes("ABNA-100001", "243", "27").owes("ABNA-100002", "252", "28")),
        story("32-type-code-with-spaces", it -> it.feed("sber.sta", "posted 1").owes("SBER-100001", "21618", "2402")),
        story("33-remittance-lines-glued", it -> it.feed("dkb.sta", "posted 3").feed("lines.sta", "posted 1")
            .owes("GLUE-100001", "549", "61").owes("GLUE-100002", "558", "62").owes("GLUE-100003", "567", "63")
            .owes("GLUE-100004", "576", "64")),
        story("34-returned-item-by-type-code", it -> it.feed("0-german-collected.sta", "posted 1")
            .feed("1-collected.sta", "posted 1").feed("2-returned.sta", "posted 1")
            .feed("3-german-return-with-fee.sta", "posted 1").owes("RETI-100001", "710", "142")
            .owes("RETI-100002", "720", "144").openTasks(0)),
        story("35-expected-entries", it -> it.feed("ec.sta", "posted 1").owes("EXPC-100001", "135", "15")),
        story("36-ns-fields-and-swift-envelope", it -> it.feed("ns.sta", "posted 1").feed("dospcc.sta", "posted 1")
            .feed("rje.sta", "posted 1, duplicates 1").owes("NSNS-100001", "324", "36")
            .owes("NSNS-100002", "295", "0")),
        story("37-same-reference-on-two-pages", it -> it.feed("page1.sta", "posted 1")
            .feed("page2.sta", "unmatched 1").openTasks(1).post("SREF-100002", null)
            .feed("both-in-one-file.sta", "duplicates 2").owes("SREF-100001", "450", "50")
            .owes("SREF-100002", "450", "50")),
        story("40-csv-chargeback", it -> it.feed("1.csv", "posted 2").feed("2.csv", "rejected 1")
            .owes("CHBK-100001", "800", "160")),
        story("08-overlapping-downloads", it -> it.feed("download-1-to-2-march.xml", "posted 1")
            .clock("2026-03-03T09:00:00Z").feed("download-1-to-3-march.xml", "posted 1, duplicates 1")
            .owes("OVLP-100001", "270", "30").owes("OVLP-100002", "225", "25")),
        story("06-return-dated-back-before-snapshot", it -> it
            .feed("1-collected.sta", "posted 1").clock("2026-03-05T09:00:00Z").arrears("arrears-2026-03-05.csv")
            .clock("2026-03-10T09:00:00Z").feed("2-returned.sta", "posted 1")
            .feed("3-late-booked-payment.sta", "posted 1").owesInAnOpenCase("BACK-100001", "900")
            .owes("BACK-100002", "297", "0")),
        story("07-value-date-after-weekend", it -> it.clock("2026-03-06T15:00:00Z").feed("friday.sta", "posted 1")
            .owes("VALD-100001", "405", "0")));
  }
}
