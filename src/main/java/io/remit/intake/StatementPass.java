package io.remit.intake;

import io.remit.intake.csv.FileRefused;
import io.remit.intake.csv.Rejection;
import io.remit.intake.csv.SpooledFile;
import io.remit.intake.delivery.FilePass;
import io.remit.intake.delivery.PaymentCounts;
import io.remit.intake.delivery.Progress;
import io.remit.payment.StatementPart;
import io.remit.statement.BankEntry;
import io.remit.statement.BankStatements;
import io.remit.statement.StatementRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One pass over a bank statement. It is read twice: only when all of it was read and its sums are right it is applied.
 * Of an archive the files that can be used are applied, and the others are named.
 */
final class StatementPass {

  private final BankStatements statements;
  private final PostingBatches<StatementPart> payments;
  private final Progress progress;

  private long entries;
  private long rows;
  private final Map<String, Long> left = new TreeMap<>();

  StatementPass(BankStatements statements, PostingBatches<StatementPart> payments, Progress progress) {
    this.statements = statements;
    this.payments = payments;
    this.progress = progress;
  }

  FilePass.Applied<PaymentCounts> over(SpooledFile file) throws IOException, FileRefused {
    BankStatements.Checked usable = fromStart(file, content -> statements.check(content, file.size()));
    List<Rejection> badFiles = usable.refused().stream().map(StatementPass::rejectionOf).toList();
    if (!usable.isUsable()) {
      throw new FileRefused(badFiles);
    }
    badFiles.forEach(payments::reject);
    fromStart(file, content -> {
      statements.read(content, file.size(), usable, told -> {
        take(told);
        progress.read(rows, positionIn(file));
      });
      return usable;
    });
    payments.finish();
    return new FilePass.Applied<>(rows, payments.counts(left), payments.rejected());
  }

  /** Reads a statement. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(InputStream content) throws StatementRefused, IOException;
  }

  private static <T> T fromStart(SpooledFile file, Reading<T> reading) throws IOException, FileRefused {
    file.channel().position(0);
    try {
      return reading.of(Channels.newInputStream(file.channel()));
    } catch (StatementRefused refused) {
      throw new FileRefused(List.of(rejectionOf(refused)));
    }
  }

  private static Rejection rejectionOf(StatementRefused refused) {
    return new Rejection(refused.line(), refused.element(), refused.rule(), refused.getMessage());
  }

  private void take(BankEntry entry) {
    entries++;
    for (int index = 0; index < entry.parts().size(); index++) {
      rows++;
      if (entry.parts().get(index).kind().isOfDebtor()) {
        payments.add(new StatementPart(entry, entries, index));
      } else {
        left.merge(entry.parts().get(index).kind().name(), 1L, Long::sum);
      }
    }
  }

  private static long positionIn(SpooledFile file) {
    try {
      return file.channel().position();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
