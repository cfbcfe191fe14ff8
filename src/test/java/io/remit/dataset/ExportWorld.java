package io.remit.dataset;

import io.remit.database.PostgresDatabase;
import io.remit.database.RemitTables;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database with thirty debtors of whom each column tells something, from December 2025 until 14 March 2026 in Berlin,
 * in three currencies; and the command.
 */
final class ExportWorld implements AutoCloseable {

  static final String KEY = Base64.getEncoder().encodeToString("the key of the pseudonyms, 32 byte".substring(0, 32)
      .getBytes(StandardCharsets.US_ASCII));
  static final String OTHER_KEY = Base64.getEncoder().encodeToString(new byte[32]);
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final LocalDate LAST = LocalDate.parse("2026-03-14");
  /** What nobody may find in a file. */
  static final List<String> TELLING = List.of("Quickbeam", "quickbeam", "K-7788", "AC/7788", "PAY-7788", "+4930",
      "C1000", "Lindenweg", "collector1", "supervisor1", "agency-one", "wants to be called", "ILLNESS");

  private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");
  private static final LocalDate FIRST = LocalDate.parse("2026-01-30");
  private static final int CASES = 30;
  private static final Instant NEWS = Instant.parse("2026-03-14T10:00:00Z");

  final DataSource dataSource;
  final JdbcClient jdbc;
  final String url;
  private final String user;
  private final AutoCloseable closing;
  private final Random random = new Random(17);
  String printed = "";

  ExportWorld(String kind) {
    if (kind.equals("postgres")) {
      PostgresDatabase server = PostgresDatabase.create();
      url = server.url();
      user = server.user();
      closing = server;
    } else {
      url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
      user = "sa";
      closing = () -> { };
    }
    dataSource = DataSourceBuilder.create().url(url).username(user).password("").build();
    RemitTables.makeIn(dataSource);
    jdbc = JdbcClient.create(dataSource);
    for (int n = 1; n <= CASES; n++) {
      addCase(n);
      addBookings(n);
      addContacts(n);
    }
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      addSnapshot(day);
    }
  }

  private static String currency(int number) {
    return CURRENCIES.get(number % CURRENCIES.size());
  }

  /** As many decimals as the currency has. */
  private BigDecimal amount(String currency) {
    return BigDecimal.valueOf(random.nextInt(1, 900_000), switch (currency) {
      case "JPY" -> 0;
      case "KWD" -> 3;
      default -> 2;
    });
  }

  private void addCase(int n) {
    jdbc.sql("""
        insert into debtor (debtor_id, debtor_type, name, time_zone, owns_property, region, email)
        values (:debtor, 'PERSON', 'Zoe Quickbeam', 'Europe/Berlin', false, 'DE-BE', 'zoe@quickbeam.example')
        """).param("debtor", debtor(n)).update();
    jdbc.sql("""
        insert into collection_case (case_number, debtor_id, currency, status, stage, base_due_date, opened_at)
        values (:case, :debtor, :currency, 'OPEN', 'MESSAGE', date '2025-11-20',
          cast('2025-12-01 12:00:00+00' as timestamp with time zone))
        """).param("case", caseNumber(n)).param("debtor", debtor(n))
        .param("currency", currency(n)).update();
  }

  static String debtor(int n) {
    return "K-7788" + n;
  }

  static String account(int n) {
    return "AC/7788" + n;
  }

  static String caseNumber(int n) {
    return "C1000" + n;
  }

  /** Some a second before and after a midnight in Berlin, at which a month ends. */
  private Instant moment(int number) {
    Instant midnight = LocalDate.of(2025, 12, 1).plusMonths(number % 4).atStartOfDay(ZONE).toInstant();
    return switch (number % 7) {
      case 0 -> midnight;
      case 1 -> midnight.minusNanos(1000);
      default -> midnight.plusSeconds(random.nextInt(13 * 24 * 3600)).plusNanos(123_456_000);
    };
  }

  private void addBookings(int n) {
    List<String> types = List.of("SNAPSHOT", "PAYMENT", "REVERSAL", "FEE", "CORRECTION");
    for (int number = 0; number < 8; number++) {
      String type = types.get((n + number) % types.size());
      BigDecimal amount = amount(currency(n));
      addBooking(n, type, type.equals("SNAPSHOT") ? null : "PAY-7788" + n + "-" + number,
          type.equals("REVERSAL") ? "PAY-7788" + n + "-" + (number - 1) : null,
          type.equals("CORRECTION") ? amount.negate() : amount, moment(n * 8 + number));
    }
  }

  void addBooking(int n, String type, String reference, String reverses, BigDecimal amount, Instant at) {
    jdbc.sql("""
        insert into ledger_entry (account_number, type, reference, reverses, amount, overdue_amount, currency,
          value_date, booked_at, booking_date, booking_date_told, actor, reason)
        values (:account, :type, :reference, :reverses, :amount, :overdue, :currency, :value, :at, :value, true, :actor,
          'Zoe Quickbeam of Lindenweg paid')
        """).param("account", account(n)).param("type", type).param("reference", reference)
        .param("reverses", reverses).param("amount", amount)
        .param("overdue", type.equals("SNAPSHOT") ? amount : null).param("currency", currency(n))
        .param("value", LocalDate.ofInstant(at, ZONE)).param("at", at.atOffset(ZoneOffset.UTC))
        .param("actor", n % 3 == 0 ? "supervisor1" : n % 3 == 1 ? "remit" : null).update();
  }

  private void addContacts(int n) {
    List<String> channels = List.of("SMS", "EMAIL", "CALL", "LETTER");
    for (int number = 0; number < 6; number++) {
      addContact(n, channels.get((n + number) % channels.size()), number % 3 != 0, moment(n * 6 + number));
    }
  }

  void addContact(int n, String channel, boolean allowed, Instant at) {
    jdbc.sql("""
        insert into contact_attempt (case_number, debtor_id, stage, channel, status, template, template_version,
          outcome, actor, planned_at, sent_at, allowed, rule, next_allowed_at, gateway_reference, note, contacted_at,
          finished_at, recipient, answered, right_party, counters, policy_version, reason, overdue_reason,
          instead_name, instead_phone)
        values (:case, :debtor, 'MESSAGE', :channel, :status, 'reminder-sms', '1.0.0', null, :actor, :at, :at, :allowed,
          :rule, :at, 'gateway knows Quickbeam', 'wants to be called Zoe Quickbeam', :at, null, '+4930123456', null,
          true, 'x', '2.1.0', 'Quickbeam moved', 'ILLNESS', 'Mary Quickbeam', '+4930654321')
        """).param("case", caseNumber(n)).param("debtor", debtor(n)).param("channel", channel)
        .param("status", allowed ? "SENT" : "DENIED").param("actor", n % 2 == 0 ? "remit" : "collector1")
        .param("at", at.atOffset(ZoneOffset.UTC)).param("allowed", allowed)
        .param("rule", allowed ? null : List.of("contact-hours", "cap-sms").get(n % 2)).update();
  }

  void addSnapshot(LocalDate day) {
    Instant begins = day.atStartOfDay(ZONE).toInstant();
    jdbc.sql("""
        insert into snapshot_day (business_day, begins_at, ends_at, finished_at) values (:day, :begins, :ends, :ends)
        """).param("day", day).param("begins", begins.atOffset(ZoneOffset.UTC))
        .param("ends", day.plusDays(1).atStartOfDay(ZONE).toInstant().atOffset(ZoneOffset.UTC)).update();
    for (int n = 1; n <= CASES; n++) {
      jdbc.sql("""
          insert into account_day (business_day, case_number, account_number, stage, status, bucket, product, region,
            currency, overdue, outstanding, collector, partner)
          values (:day, :case, :account, :stage, 'OPEN', :bucket, 'LOAN', :region, :currency, :overdue, :outstanding,
            'collector1', :partner)
          """).param("day", day).param("case", caseNumber(n)).param("account", account(n))
          .param("stage", n % 3 == 0 ? "CALL" : "MESSAGE").param("bucket", n % 8).param("currency", currency(n))
          .param("region", n % 5 == 0 ? null : "DE-BE").param("overdue", amount(currency(n)))
          .param("outstanding", amount(currency(n))).param("partner", n % 4 == 0 ? "agency-one" : null).update();
    }
  }

  /** Something in each table, behind all that there is. */
  void addNews(int number) {
    Instant now = NEWS.plusSeconds(number);
    addBooking(1, "PAYMENT", "NEW-" + number, null, BigDecimal.ONE, now);
    addContact(1, "SMS", true, now);
    addSnapshot(LAST.plusDays(1 + number));
  }

  void removeNews() {
    jdbc.sql("delete from ledger_entry where booked_at >= :news").param("news", NEWS.atOffset(ZoneOffset.UTC)).update();
    jdbc.sql("delete from contact_attempt where planned_at >= :news").param("news", NEWS.atOffset(ZoneOffset.UTC))
        .update();
    for (String table : List.of("account_day", "snapshot_day")) {
      jdbc.sql("delete from " + table + " where business_day > :last").param("last", LAST).update();
    }
  }

  /** The command with the key; what it prints is kept. */
  int export(Path folder, String... words) {
    return exportWith(KEY, folder.toString(), words);
  }

  int exportWith(String key, String folder, String... words) {
    List<String> all = new ArrayList<>(List.of("figures", "export", folder));
    all.addAll(List.of(words));
    all.addAll(settings(key));
    return run(all.toArray(String[]::new));
  }

  private List<String> settings(String key) {
    return List.of("--spring.profiles.active=test", "--remit.zone=" + ZONE, "--remit.figures.export.key=" + key,
        "--spring.datasource.url=" + url, "--spring.datasource.username=" + user, "--spring.datasource.password=");
  }

  int run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
    int status = FiguresCommand.answer(both, both, arguments);
    printed = out.toString(StandardCharsets.UTF_8);
    return status;
  }

  @Override
  public void close() {
    try {
      ((AutoCloseable) dataSource).close();
      closing.close();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
