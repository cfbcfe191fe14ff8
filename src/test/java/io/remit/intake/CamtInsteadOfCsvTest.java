package io.remit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.remit.clock.TestClock;
import io.remit.intake.delivery.PaymentsResult;
import io.remit.statement.CamtFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Real payments told by the bank's statements end in the same balances and cases as those told by a CSV file: looked at
 * after each month's payments, before the creditor's next snapshot says anything. Two months of one debtor in four; all
 * of them with {@code mvn -Preplay test -Dtest=CamtInsteadOfCsvTest}.
 */
@Tag("long")
class CamtInsteadOfCsvTest {

  private static final RealFolder FINES = new RealFolder(Path.of("..", "shared", "data", "fines"));
  private static final int SNAPSHOTS = Integer.getInteger("remit.replay.snapshots", 3);
  private static final int ONE_DEBTOR_IN = Integer.getInteger("remit.replay.one-debtor-in", 4);

  @TempDir
  private Path folder;

  /** What is owed on each account, and the state of its case. */
  private record Owed(BigDecimal outstanding, BigDecimal overdue, String caseStatus) {
  }

  @Test
  void theSamePaymentsGiveTheSameBalancesInWhateverFormatTheyCome() throws IOException {
    assumeTrue(Files.isDirectory(FINES.path()), "the real files are not there");

    RealFolder fines = FINES.sample(ONE_DEBTOR_IN, folder);
    List<Map<String, Owed>> byCsv = liveThrough(fines, false);
    List<Map<String, Owed>> byCamt = liveThrough(fines, true);

    assertThat(byCsv.get(byCsv.size() - 1).values()).as("some are paid, some are not")
        .anyMatch(owed -> owed.outstanding().signum() <= 0).anyMatch(owed -> owed.outstanding().signum() > 0);
    assertThat(byCamt).hasSameSizeAs(byCsv);
    for (int month = 0; month < byCsv.size(); month++) {
      assertThat(differing(byCsv.get(month), byCamt.get(month))).as("accounts after month " + (month + 1)).isEmpty();
    }
  }

  /** The accounts that differ, each with what is owed by CSV and by camt. */
  private static Map<String, List<Owed>> differing(Map<String, Owed> one, Map<String, Owed> other) {
    Map<String, List<Owed>> differing = new TreeMap<>();
    one.forEach((account, owed) -> {
      if (!owed.equals(other.get(account))) {
        differing.put(account, Arrays.asList(owed, other.get(account)));
      }
    });
    return differing;
  }

  private static List<Map<String, Owed>> liveThrough(RealFolder fines, boolean camt) throws IOException {
    List<LocalDate> dates = fines.dates().stream().limit(SNAPSHOTS).toList();
    List<Map<String, Owed>> seen = new ArrayList<>();
    try (ConfigurableApplicationContext application = MoneyApplication.start()) {
      TestClock clock = application.getBean(TestClock.class);
      for (LocalDate date : dates) {
        clock.set(date.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC));
        if (!date.equals(dates.get(0))) {
          PaymentsResult posted = application.getBean(PaymentsIntake.class).apply(payments(fines.payments(date), camt));
          assertThat(posted.rejected()).isEmpty();
          assertThat(posted.posted()).isEqualTo(posted.rows()).isPositive();
          seen.add(owed(application.getBean(JdbcClient.class)));
        }
        if (date.equals(dates.get(dates.size() - 1))) {
          break;
        }
        try (InputStream content = Files.newInputStream(fines.arrears(date))) {
          assertThat(application.getBean(ArrearsIntake.class).apply(content, true, date, null).rejected()).isEmpty();
        }
      }
    }
    return seen;
  }

  private static InputStream payments(Path file, boolean camt) throws IOException {
    if (!camt) {
      return Files.newInputStream(file);
    }
    CamtFile statement = new CamtFile("STATEMENT-" + file.getFileName(), "EUR");
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        assertThat(row.getField("type")).isEqualTo("PAYMENT");
        assertThat(row.getField("currency")).isEqualTo("EUR");
        statement.credit(row.getField("payment_reference"), row.getField("amount"),
            LocalDate.parse(row.getField("value_date")), row.getField("account_number"));
      }
    }
    return new ByteArrayInputStream(statement.xml().getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Owed> owed(JdbcClient database) {
    Map<String, Owed> owed = new TreeMap<>();
    database.sql("""
        select a.account_number, a.outstanding_amount, a.overdue_amount, c.status
          from account a left join collection_case c on c.case_number = a.case_number
        """).query(row -> {
          owed.put(row.getString(1), new Owed(row.getBigDecimal(2), row.getBigDecimal(3), row.getString(4)));
        });
    return owed;
  }
}
