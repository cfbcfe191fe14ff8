package io.remit.intake;

import io.remit.statement.BankStatements;
import io.remit.payment.StatementPart;
import io.remit.statement.BankEntry;
import io.remit.statement.StatementRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.function.Consumer;

/**
 * One pass over a bank statement. It is read twice: only when all of it was read and its sums are right it is applied.
 */
final class StatementPass {

  private final BankStatements statements;
  private final PostingBatches<StatementPart> payments;
  private final Progress progress;

  private long entries;
  private long rows;
  private long left;

  StatementPass(BankStatements statements, PostingBatches<StatementPart> payments, Progress progress) {
    this.statements = statements;
    this.payments = payments;
    this.progress = progress;
  }

  FilePass.Applied<PaymentCounts> over(SpooledFile file) throws IOException, FileRefused {
    read(file, checkedOnly -> { });
    read(file, told -> {
      take(told);
      progress.read(rows, positionIn(file));
    });
    payments.finish();
    return new FilePass.Applied<>(rows, payments.counts(left), payments.rejected());
  }

  private void read(SpooledFile file, Consumer<BankEntry> to) throws IOException, FileRefused {
    file.channel().position(0);
    try {
      statements.read(Channels.newInputStream(file.channel()), file.size(), to);
    } catch (StatementRefused refused) {
      throw new FileRefused(List.of(
          new Rejection(refused.line(), refused.element(), refused.rule(), refused.getMessage())));
    }
  }

  private void take(BankEntry entry) {
    entries++;
    for (int index = 0; index < entry.parts().size(); index++) {
      rows++;
      if (entry.parts().get(index).kind().isOfDebtor()) {
        payments.add(new StatementPart(entry, entries, index));
      } else {
        left++;
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
