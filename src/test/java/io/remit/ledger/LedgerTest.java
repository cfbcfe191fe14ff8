package io.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.database.RemitTables;
import io.remit.ledger.PaymentOrder.Type;
import io.remit.ledger.PostingResult.Outcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Payments and their reversals are posted once, however often and in whatever order they come. */
@Tag("long")
class LedgerTest {

  private static final LocalDate DAY = LocalDate.of(2007, 9, 3);

  private static SingleConnectionDataSource dataSource;
  private static JdbcClient database;
  private static AccountRepository accounts;
  private static Ledger ledger;
  private static int numbers;

  @BeforeContainer
  static void openDatabase() {
    dataSource = new SingleConnectionDataSource("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", true);
    RemitTables.makeIn(dataSource);
    database = JdbcClient.create(dataSource);
    database.sql("""
        insert into debtor (debtor_id, debtor_type, name, time_zone, owns_property)
        values ('D1', 'PERSON', 'Xu Diaz', 'Etc/UTC', false)
        """).update();
    NamedParameterJdbcTemplate rows = new NamedParameterJdbcTemplate(dataSource);
    accounts = new AccountRepository(database, rows);
    ledger = new Ledger(new LedgerRepository(database, rows), accounts, new WaitingOrderRepository(database),
        Clock.fixed(Instant.parse("2007-09-03T09:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC, 5);
  }

  @AfterContainer
  static void closeDatabase() {
    dataSource.destroy();
  }

  /** A new account that owes EUR 100.00, all of it overdue. */
  private static String account() {
    BigDecimal owed = new BigDecimal("100.00");
    String number = "A" + numbers++;
    LocalDate dayBefore = DAY.minusDays(1);
    Statement statement =
        new Statement(owed, owed, null, dayBefore, true, DAY, ledger.newestEntryId(), Statement.Fit.NONE);
    ledger.statementsOf(List.of(number), 1)
        .takeFirst(Account.of(number, "D1", "LOAN", "EUR", statement, DAY.minusDays(30), 1));
    return number;
  }

  private static PaymentOrder payment(String account, String reference, String amount) {
    return new PaymentOrder(account + reference, account, Type.PAYMENT, new BigDecimal(amount), "EUR", DAY, null, 1, 1,
        null);
  }

  private static PaymentOrder reversal(String account, String reference, String reverses, String amount) {
    return undoing(Type.REVERSAL, account, reference, reverses, amount);
  }

  private static PaymentOrder undoing(Type kind, String account, String reference, String reverses, String amount) {
    return new PaymentOrder(account + reference, account, kind, new BigDecimal(amount), "EUR", DAY,
        account + reverses, 1, 1, null);
  }

  private static BigDecimal outstanding(String account) {
    return accounts.find(account).orElseThrow().outstandingAmount();
  }

  @Property(tries = 1000)
  void thePermutationsOfTheSameOrdersDuplicatedAndShuffledGiveTheSameBalance(
      @ForAll @IntRange(min = 1, max = 4) int payments, @ForAll Random random) {
    String account = account();
    List<PaymentOrder> orders = new ArrayList<>();
    BigDecimal owed = new BigDecimal("100.00");
    for (int number = 0; number < payments; number++) {
      String amount = BigDecimal.valueOf(random.nextInt(5000) + 1, 2).toPlainString();
      orders.add(payment(account, "P" + number, amount));
      if (random.nextBoolean()) {
        Type kind = random.nextBoolean() ? Type.REVERSAL : Type.CHARGEBACK;
        orders.add(undoing(kind, account, "R" + number, "P" + number, amount));
      } else {
        owed = owed.subtract(new BigDecimal(amount));
      }
    }
    List<PaymentOrder> delivered = new ArrayList<>(orders);
    delivered.addAll(orders);
    Collections.shuffle(delivered, random);

    delivered.forEach(ledger::post);

    assertThat(outstanding(account)).isEqualTo(owed);
    assertThat(accounts.find(account).orElseThrow().overdueAmount()).isEqualTo(owed.max(new BigDecimal("0.00")));
    assertThat(database.sql("select count(*) from ledger_entry where account_number = :account and type <> 'SNAPSHOT'")
        .param("account", account).query(Integer.class).single()).isEqualTo(orders.size());
  }

  @Example
  void theSamePaymentTwiceIsOnePayment() {
    String account = account();

    assertThat(ledger.post(payment(account, "P", "10.00")).outcome()).isEqualTo(Outcome.POSTED);
    assertThat(ledger.post(payment(account, "P", "10.00")).outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(outstanding(account)).isEqualTo(new BigDecimal("90.00"));
  }

  @Example
  void theSameReferenceWithAnotherAmountIsRefused() {
    String account = account();
    ledger.post(payment(account, "P", "10.00"));

    PostingResult other = ledger.post(payment(account, "P", "11.00"));

    assertThat(other.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(other.refusal().rule()).isEqualTo("reference-reused");
    assertThat(outstanding(account)).isEqualTo(new BigDecimal("90.00"));
  }

  @Example
  void aReversalThatComesBeforeItsPaymentWaitsForIt() {
    String account = account();

    assertThat(ledger.post(reversal(account, "R", "P", "10.00")).outcome()).isEqualTo(Outcome.UNMATCHED);
    assertThat(outstanding(account)).isEqualTo(new BigDecimal("100.00"));
    assertThat(ledger.post(payment(account, "P", "10.00")).outcome()).isEqualTo(Outcome.POSTED);
    assertThat(outstanding(account)).isEqualTo(new BigDecimal("100.00"));
  }

  @Example
  void aPaymentIsReversedOnceAndByItsAmount() {
    String account = account();
    ledger.post(payment(account, "P", "10.00"));

    assertThat(ledger.post(reversal(account, "R1", "P", "9.00")).refusal().rule()).isEqualTo("reversal-mismatch");
    assertThat(ledger.post(reversal(account, "R2", "P", "10.00")).outcome()).isEqualTo(Outcome.POSTED);
    assertThat(ledger.post(reversal(account, "R3", "P", "10.00")).refusal().rule()).isEqualTo("already-reversed");
    assertThat(outstanding(account)).isEqualTo(new BigDecimal("100.00"));
  }

  @Example
  void aReversalThatDoesNotFitItsPaymentNeverStandsInTheWayOfTheRightOne() {
    String account = account();
    assertThat(ledger.post(reversal(account, "wrong", "P", "30.00")).outcome()).isEqualTo(Outcome.UNMATCHED);
    assertThat(ledger.post(payment(account, "P", "40.00")).outcome()).isEqualTo(Outcome.POSTED);
    assertThat(outstanding(account)).isEqualByComparingTo("60.00");

    assertThat(ledger.post(reversal(account, "right", "P", "40.00")).outcome()).isEqualTo(Outcome.POSTED);
    assertThat(outstanding(account)).isEqualByComparingTo("100.00");
    assertThat(ledger.post(reversal(account, "again", "P", "40.00")).refusal().rule()).isEqualTo("already-reversed");
  }
}
