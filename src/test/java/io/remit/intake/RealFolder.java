package io.remit.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of real files: at each date a snapshot of all accounts, and from the second date on the payments before it.
 */
public record RealFolder(Path path) {

  public static final String PAYMENTS_HEADER =
      "payment_reference,account_number,type,amount,currency,value_date,reverses";

  /** The dates of the snapshots, in their order. */
  public List<LocalDate> dates() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("arrears-"))
          .map(name -> LocalDate.parse(name.substring("arrears-".length(), name.length() - ".csv".length()))).sorted()
          .toList();
    }
  }

  public Path arrears(LocalDate date) {
    return path.resolve("arrears-" + date + ".csv");
  }

  public Path payments(LocalDate date) {
    return path.resolve("payments-" + date + ".csv");
  }

  /** What comes in until a date, as a file for each day on which something was paid. */
  public Map<LocalDate, String> paymentsByDay(LocalDate date) throws IOException {
    Map<LocalDate, String> days = new HashMap<>();
    if (Files.exists(payments(date))) {
      try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(payments(date))) {
        rows.forEach(row -> days.merge(LocalDate.parse(row.getField("value_date")),
            PAYMENTS_HEADER + "\n" + String.join(",", row.getFields()) + "\n",
            (file, one) -> file + one.substring(one.indexOf('\n') + 1)));
      }
    }
    return days;
  }

  /** When each account that was paid in the end had its last payment, as far as files tell. */
  public Map<String, LocalDate> paidOn() throws IOException {
    Map<String, LocalDate> last = new HashMap<>();
    List<LocalDate> dates = dates();
    for (LocalDate date : dates) {
      for (Map.Entry<LocalDate, String> day : paymentsByDay(date).entrySet()) {
        day.getValue().lines().skip(1).map(line -> line.split(",")[1])
            .forEach(account -> last.merge(account, day.getKey(), (one, other) -> one.isAfter(other) ? one : other));
      }
    }
    last.keySet().removeAll(accountsIn(arrears(dates.get(dates.size() - 1))));
    return last;
  }

  /**
   * Copies the accounts of one in so many debtors, and what is paid on them.
   *
   * @param copy an empty folder with the name that the copy is to have
   */
  public RealFolder sample(int oneIn, Path copy) throws IOException {
    Set<String> accounts = new HashSet<>();
    for (LocalDate date : dates()) {
      copyRows(arrears(date), copy, row -> isOneIn(oneIn, row.getField("debtor_id")));
      accounts.addAll(accountsIn(copy.resolve(arrears(date).getFileName())));
      if (Files.exists(payments(date))) {
        copyRows(payments(date), copy, row -> accounts.contains(row.getField("account_number")));
      }
    }
    return new RealFolder(copy);
  }

  private static boolean isOneIn(int many, String debtorId) {
    return Math.floorMod(debtorId.hashCode(), many) == 0;
  }

  private static Set<String> accountsIn(Path snapshot) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(snapshot)) {
      return rows.stream().map(row -> row.getField("account_number")).collect(Collectors.toSet());
    }
  }

  private static void copyRows(Path file, Path copy, Predicate<NamedCsvRecord> wanted) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file);
        CsvWriter written = CsvWriter.builder().build(copy.resolve(file.getFileName()))) {
      boolean first = true;
      for (NamedCsvRecord row : rows) {
        if (first) {
          written.writeRecord(row.getHeader());
          first = false;
        }
        if (wanted.test(row)) {
          written.writeRecord(row.getFields());
        }
      }
    }
  }
}
