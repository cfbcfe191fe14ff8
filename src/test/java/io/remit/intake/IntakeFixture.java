package io.remit.intake;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.remit.books.Acknowledgements;
import io.remit.cases.BusinessCalendar;
import io.remit.database.RemitTables;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.intake.delivery.DayInName;
import io.remit.intake.delivery.FileIntake;
import io.remit.intake.delivery.IntakeFiles;
import io.remit.intake.delivery.IntakeLock;
import io.remit.intake.delivery.PaymentsResult;
import io.remit.intake.delivery.SplitBatches;
import io.remit.intake.delivery.Spool;
import io.remit.intake.inbox.Inbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The intake with a database of its own and a recording portfolio behind it. */
public class IntakeFixture implements AutoCloseable {

  static final String ARREARS_HEADER = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_type,debtor_name,phone,email,address,city,region,country,time_zone,language,"
      + "owns_property,contact_person_name,contact_person_phone";
  static final String PAYMENTS_HEADER =
      "payment_reference,account_number,type,amount,currency,value_date,reverses";

  static final int MOST_JOBS = 3;

  public final RecordingPortfolio portfolio = new RecordingPortfolio();
  final HikariDataSource dataSource;
  public final JdbcTemplate database;
  final ArrearsIntake arrears;
  final PaymentsIntake payments;
  final AcknowledgementsIntake acknowledgements;
  final BusinessCalendar calendar = mock(BusinessCalendar.class);
  final IntakeFiles files;
  final IntakeJobs jobs;
  final Path workFolder;

  public IntakeFixture(Path workFolder) {
    this(workFolder, "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa");
  }

  public IntakeFixture(Path workFolder, String url, String user) {
    this.workFolder = workFolder;
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setMaximumPoolSize(5);
    pool.setConnectionTimeout(2000);
    dataSource = new HikariDataSource(pool);
    RemitTables.makeIn(dataSource);
    database = new JdbcTemplate(dataSource);
    Clock clock = Clock.fixed(Instant.parse("2024-03-01T09:00:00Z"), ZoneOffset.UTC);
    files =
        new IntakeFiles(database, new DataSourceTransactionManager(dataSource), new ObjectMapper(), clock);
    Spool spool = new Spool(workFolder.toString());
    FileIntake intake = new FileIntake(spool, new IntakeLock(dataSource), files);
    SplitBatches batches = new SplitBatches(files, RecordingPortfolio.followUps());
    arrears = new ArrearsIntake(intake, files, RecordingPortfolio.closings(), portfolio.port(), batches);
    payments = new PaymentsIntake(intake, portfolio.posting(), portfolio.statements(), portfolio.bankPayments(),
        portfolio.port(), batches);
    jobs = new IntakeJobs(spool, files, arrears, payments, calendar, MOST_JOBS);
    acknowledgements = new AcknowledgementsIntake(intake, mock(Acknowledgements.class), batches);
    when(calendar.today()).thenReturn(LocalDate.of(2024, 3, 1));
  }

  /** The inbox of the work folder, with the pattern that is shipped. */
  public Inbox inbox() {
    return new Inbox(workFolder.toString(), arrears, payments, acknowledgements,
        new DayInName("(?<![A-Za-z0-9])as-of-([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])"), new ObjectMapper());
  }

  /** Delivers an arrears file that is not complete. */
  public ArrearsResult arrears(String content) {
    return arrears(content.getBytes(StandardCharsets.UTF_8), false);
  }

  ArrearsResult completeArrears(String content) {
    return arrears(content.getBytes(StandardCharsets.UTF_8), true);
  }

  public ArrearsResult arrears(byte[] content, boolean complete) {
    try {
      return arrears.apply(new ByteArrayInputStream(content), complete);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  PaymentsResult payments(String content) {
    return payments(content.getBytes(StandardCharsets.UTF_8));
  }

  PaymentsResult payments(byte[] content) {
    try {
      return payments.apply(new ByteArrayInputStream(content));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** An arrears file of these rows. */
  public static String arrearsOf(String... rows) {
    return fileOf(ARREARS_HEADER, rows);
  }

  /** A payments file of these rows. */
  public static String paymentsOf(String... rows) {
    return fileOf(PAYMENTS_HEADER, rows);
  }

  /** A good row about this account. */
  public static String account(String accountNumber) {
    return accountWith(accountNumber, "", "");
  }

  /** A row about this account that is good but for what stands in one column. */
  public static String accountWith(String accountNumber, String column, String value) {
    String good = accountNumber + ",FINE,EUR,46.00,46.00,2007-02-03,D1,PERSON,Xu Diaz,+17135550187,"
        + "d1@example.com,277 Example Street,Houston,US-TX,US,America/Chicago,en,true,Paz Quist,+16465550167";
    return rowWith(ARREARS_HEADER, good, column, value);
  }

  /** A good payment to this account. */
  public static String payment(String reference, String accountNumber) {
    return reference + "," + accountNumber + ",PAYMENT,12.50,EUR,2007-09-03,";
  }

  /** A row of a payment that is good but for what stands in one column. */
  public static String paymentWith(String reference, String column, String value) {
    return rowWith(PAYMENTS_HEADER, payment(reference, "A1"), column, value);
  }

  private static String fileOf(String header, String... rows) {
    return Stream.concat(Stream.of(header), Stream.of(rows)).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String rowWith(String header, String good, String column, String value) {
    String[] columns = header.split(",");
    String[] fields = good.split(",", -1);
    for (int position = 0; position < columns.length; position++) {
      if (columns[position].equals(column)) {
        fields[position] = value;
      }
    }
    return String.join(",", fields);
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
