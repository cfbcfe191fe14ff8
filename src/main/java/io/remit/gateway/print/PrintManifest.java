package io.remit.gateway.print;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.remit.files.WorkFolder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The list of a day's letters, {@code print/<day>/manifest.csv} in the work folder: what it names is to be printed. It
 * has one line for each letter, however often the letter is delivered, and is whole at any moment.
 */
@Component
class PrintManifest {

  private static final String FILE = "manifest.csv";

  private final WorkFolder workFolder;
  private final JdbcClient jdbc;
  private final TransactionTemplate locked;

  PrintManifest(WorkFolder workFolder, JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.workFolder = workFolder;
    this.jdbc = jdbc;
    this.locked = new TransactionTemplate(transactions);
    this.locked.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * One letter.
   *
   * @param file its name in the folder of the day
   * @param sha256 of the file, in lower case hexadecimal digits
   */
  record Line(String reference, String file, String sha256, int pages, Instant printedAt) {

    private boolean sameDocument(Line other) {
      return reference.equals(other.reference) && sha256.equals(other.sha256);
    }
  }

  /**
   * Enters a letter, in place of an earlier line of the same reference; the line of the very same document stays as it
   * is.
   *
   * @throws UncheckedIOException if the manifest could not be written; it is then as it was
   */
  void enter(LocalDate day, Line line) {
    locked.executeWithoutResult(status -> {
      jdbc.sql("select id from print_lock where id = 1 for update").query(Integer.class).single();
      List<Line> lines = read(day);
      if (lines.stream().noneMatch(line::sameDocument)) {
        lines.removeIf(earlier -> earlier.reference().equals(line.reference()));
        lines.add(line);
        workFolder.write(csv(lines), "print", day.toString(), FILE);
      }
    });
  }

  /** The line of a letter. */
  Optional<Line> find(LocalDate day, String reference) {
    return read(day).stream().filter(line -> line.reference().equals(reference)).findFirst();
  }

  private List<Line> read(LocalDate day) {
    List<Line> lines = new ArrayList<>();
    workFolder.read("print", day.toString(), FILE).ifPresent(content -> {
      try (CsvReader<NamedCsvRecord> rows =
          CsvReader.builder().ofNamedCsvRecord(new String(content, StandardCharsets.UTF_8))) {
        rows.forEach(row -> lines.add(new Line(row.getField("reference"), row.getField("file"), row.getField("sha256"),
            Integer.parseInt(row.getField("pages")), Instant.parse(row.getField("printed_at")))));
      } catch (IOException e) {
        throw new UncheckedIOException("Could not read a print manifest", e);
      }
    });
    return lines;
  }

  private static byte[] csv(List<Line> lines) {
    StringWriter content = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(content)) {
      csv.writeRecord("reference", "file", "sha256", "pages", "printed_at");
      lines.forEach(line -> csv.writeRecord(line.reference(), line.file(), line.sha256(),
          String.valueOf(line.pages()), line.printedAt().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write a print manifest", e);
    }
    return content.toString().getBytes(StandardCharsets.UTF_8);
  }
}
