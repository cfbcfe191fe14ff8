package io.remit.payment;

import com.zaxxer.hikari.HikariDataSource;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.DebtorRepository;
import io.remit.cases.NameWords;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.MatchNumber;
import io.remit.ledger.Statement;
import io.remit.statement.BankReferences;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import io.remit.statement.Payer;
import io.remit.statement.Remittance;
import io.remit.statement.ToldAmounts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts of a file in an empty database, and what looks for them there. */
final class MatchingWorld implements AutoCloseable {

  static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

  /** @param url of an empty database */
  MatchingWorld(String url, String user) {
    Flyway.configure().dataSource(url, user, "").load().migrate();
    HikariDataSource database = new HikariDataSource();
    database.setJdbcUrl(url);
    database.setUsername(user);
    database.setPassword("");
    context.getEnvironment().getPropertySources().addFirst(
        new MapPropertySource("settings", Map.of("remit.zone", "UTC", "remit.aging.time", "06:00")));
    context.registerBean(DataSource.class, () -> database);
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
    context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(database));
    context.registerBean(Clock.class, () -> Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    context.registerBean(ReferenceSettings.class, () -> EveryReference.SETTINGS);
    context.register(BusinessCalendar.class, AccountRepository.class, DebtorRepository.class, KnownNumbers.class,
        PaymentCandidates.class);
    context.refresh();
  }

  static List<NamedCsvRecord> read(String resource) {
    try (var records = CsvReader.builder().ofNamedCsvRecord(
        new InputStreamReader(MatchingWorld.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return records.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void load(List<NamedCsvRecord> rows) {
    JdbcClient jdbc = jdbc();
    rows.stream().map(row -> row.getField("debtor_id")).distinct().forEach(debtor -> {
      String name = rows.stream().filter(row -> row.getField("debtor_id").equals(debtor)).findFirst().orElseThrow()
          .getField("debtor_name");
      jdbc.sql("""
          insert into debtor (debtor_id, debtor_type, name, time_zone, owns_property, match_number, match_name)
          values (:id, 'PERSON', :name, 'UTC', false, :number, :words)
          """).param("id", debtor).param("name", name).param("number", MatchNumber.key(debtor))
          .param("words", NameWords.of(name).key()).update();
    });
    rows.forEach(row -> {
      BigDecimal outstanding = new BigDecimal(row.getField("outstanding_amount"));
      BigDecimal overdue = new BigDecimal(row.getField("overdue_amount"));
      LocalDate day = TODAY.minusDays(1);
      Statement statement = new Statement(outstanding, overdue, null, day, true, day, 0, Statement.Fit.NONE);
      accounts().insert(new Account(row.getField("account_number"), row.getField("debtor_id"), null, "LOAN",
          row.getField("currency"), statement, outstanding, overdue, null, TODAY.minusDays(40), null, false, 1));
    });
  }

  static BankTransaction payment(NamedCsvRecord row) {
    String reference = row.getField("creditor_reference");
    String text = row.getField("lines");
    return new BankTransaction(1, Kind.PAYMENT, new BigDecimal(row.getField("amount")), row.getField("currency"), TODAY,
        TODAY, null, null, new Payer(orNull(row.getField("payer_name")), null, orNull(row.getField("ultimate_payer"))),
        new Remittance(text.isEmpty() ? List.of() : List.of(text.split("\\|")),
            reference.isEmpty() ? List.of() : List.of(reference)),
        new BankReferences(null, orNull(row.getField("end_to_end_id")), List.of()), ToldAmounts.NONE, null, 1);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  PaymentCandidates search() {
    return context.getBean(PaymentCandidates.class);
  }

  KnownNumbers numbers() {
    return context.getBean(KnownNumbers.class);
  }

  AccountRepository accounts() {
    return context.getBean(AccountRepository.class);
  }

  JdbcClient jdbc() {
    return context.getBean(JdbcClient.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
