package io.remit.intake;

import io.remit.statement.BankStatements;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import io.remit.statement.StatementRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One pass over a bank statement. It is read twice: only when all of it was read and its sums are right it is applied.
 */
final class StatementPass {

  private final BankStatements statements;
  private final PostingBatches<BankTransaction> payments;
  private final Progress progress;

  private long checked;
  private long rows;
  private final Map<String, Long> left = new TreeMap<>();

  StatementPass(BankStatements statements, PostingBatches<BankTransaction> payments, Progress progress) {
    this.statements = statements;
    this.payments = payments;
    this.progress = progress;
  }

  FilePass.Applied<PaymentCounts> over(SpooledFile file) throws IOException, FileRefused {
    read(file, checkedOnly -> progress.checked(++checked, positionIn(file)));
    read(file, told -> {
      take(told);
      progress.read(rows, positionIn(file));
    });
    payments.finish();
    return new FilePass.Applied<>(rows, payments.counts(left), payments.rejected());
  }

  private void read(SpooledFile file, Consumer<BankTransaction> to) throws IOException, FileRefused {
    file.channel().position(0);
    try {
      statements.read(Channels.newInputStream(file.channel()), file.size(), to);
    } catch (StatementRefused refused) {
      throw new FileRefused(List.of(
          new Rejection(refused.line(), refused.element(), refused.rule(), refused.getMessage())));
    }
  }

  private void take(BankTransaction told) {
    rows++;
    if (told.kind() == Kind.PAYMENT || told.kind() == Kind.CHARGEBACK) {
      payments.add(told);
    } else {
      left.merge(told.kind().name(), 1L, Long::sum);
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
