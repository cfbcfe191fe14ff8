package io.remit.intake;

import static io.remit.intake.csv.TextFormats.date;
import static io.remit.intake.csv.TextFormats.id;

import io.remit.books.Acknowledgement;
import io.remit.books.Acknowledgements;
import io.remit.intake.csv.BrokenRule;
import io.remit.intake.csv.CsvFile;
import io.remit.intake.csv.CsvRow;
import io.remit.intake.csv.FieldFormat;
import io.remit.intake.csv.FileLayout;
import io.remit.intake.csv.NumberedRow;
import io.remit.intake.csv.Rejection;
import io.remit.intake.csv.RowRefused;
import io.remit.intake.delivery.AcknowledgementsResult;
import io.remit.intake.delivery.AcknowledgementsResult.Counts;
import io.remit.intake.delivery.FileIntake;
import io.remit.intake.delivery.FileKind;
import io.remit.intake.delivery.FilePass;
import io.remit.intake.delivery.Progress;
import io.remit.intake.delivery.SplitBatches;
import io.remit.ledger.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what the creditor acknowledges of Remit's own bookings. */
@Component
public class AcknowledgementsIntake {

  private static final FileLayout LAYOUT =
      new FileLayout(Set.of("export_number", "as_of"), Set.of("booking_reference"), Set.of());

  private final FileIntake files;
  private final Acknowledgements acknowledgements;
  private final SplitBatches batches;

  AcknowledgementsIntake(FileIntake files, Acknowledgements acknowledgements, SplitBatches batches) {
    this.files = files;
    this.acknowledgements = acknowledgements;
    this.batches = batches;
  }

  /**
   * Applies a file, row by row as it is read; the same content is applied once. It may not be called in a transaction.
   *
   * @param content UTF-8 CSV with a header; read to its end and not closed
   * @param deliveredBy user id, or null for a file of the inbox
   * @throws IOException if the content cannot be read to its end; nothing is applied then
   */
  @Transactional(propagation = Propagation.NEVER)
  public AcknowledgementsResult apply(InputStream content, @Nullable String deliveredBy) throws IOException {
    return AcknowledgementsResult.of(files.take(content, FileKind.ACKNOWLEDGEMENTS, deliveredBy, Counts.NONE,
        (file, fileId, progress) -> over(CsvFile.open(file, LAYOUT), deliveredBy, progress)));
  }

  private FilePass.Applied<Counts> over(CsvFile file, @Nullable String deliveredBy,
      Progress progress) throws IOException {
    List<NumberedRow<Acknowledgement>> batch = new ArrayList<>();
    List<Rejection> rejected = new ArrayList<>();
    long rows = 0;
    long taken = 0;
    for (CsvRow row = file.next(); row != null; row = file.next()) {
      rows++;
      try {
        batch.add(new NumberedRow<>(row.line(), read(row)));
      } catch (RowRefused refused) {
        rejected.add(Rejection.of(row.line(), refused.refusal()));
      }
      if (batch.size() == SplitBatches.SIZE) {
        taken += take(batch, deliveredBy, rejected);
      }
      progress.read(rows, file.position());
    }
    taken += take(batch, deliveredBy, rejected);
    rejected.sort(Comparator.comparingLong(Rejection::line));
    return new FilePass.Applied<>(rows, new Counts(taken), rejected);
  }

  private long take(List<NumberedRow<Acknowledgement>> batch, @Nullable String deliveredBy, List<Rejection> rejected) {
    List<Optional<Refusal>> refusals = batches.apply(batch.stream().map(NumberedRow::content).toList(),
        told -> acknowledgements.take(told, deliveredBy), Optional.of(SplitBatches.NOT_APPLIED));
    for (int index = 0; index < refusals.size(); index++) {
      long line = batch.get(index).line();
      refusals.get(index).ifPresent(refusal -> rejected.add(Rejection.of(line, refusal)));
    }
    batch.clear();
    return refusals.stream().filter(Optional::isEmpty).count();
  }

  private static Acknowledgement read(CsvRow row) throws RowRefused {
    return new Acknowledgement(row.required("export_number", exportNumber()),
        row.optional("booking_reference", id(100)), row.required("as_of", date()));
  }

  private static FieldFormat<Long> exportNumber() {
    return text -> {
      if (!text.matches("[0-9]{1,18}")) {
        throw new BrokenRule("export-number", "The number of an export has digits only.");
      }
      return Long.parseLong(text);
    };
  }
}
