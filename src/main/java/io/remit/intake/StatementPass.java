package io.remit.intake;

import io.remit.ledger.PostingResult;
import io.remit.ledger.PostingResult.Outcome;
import io.remit.payment.BankPayments;
import io.remit.statement.BankStatements;
import io.remit.statement.BankTransaction;
import io.remit.statement.BankTransaction.Kind;
import io.remit.statement.StatementRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One pass over a bank statement. It is read twice: only when all of it was read and its sums are right it is applied. */
final class StatementPass {

  private final BankStatements statements;
  private final BankPayments payments;
  private final SplitBatches batches;
  private final long fileId;
  private final Progress progress;

  private final List<BankTransaction> batch = new ArrayList<>(SplitBatches.SIZE);
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final List<Rejection> rejected = new ArrayList<>();
  private long rows;
  private long left;

  StatementPass(BankStatements statements, BankPayments payments, SplitBatches batches, long fileId,
      Progress progress) {
    this.statements = statements;
    this.payments = payments;
    this.batches = batches;
    this.fileId = fileId;
    this.progress = progress;
  }

  FilePass.Applied<PaymentCounts> over(SpooledFile file) throws IOException, FileRefused {
    read(file, checkedOnly -> { });
    read(file, told -> {
      take(told);
      progress.read(rows, positionIn(file));
    });
    applyBatch();
    return new FilePass.Applied<>(rows, new PaymentCounts(count(Outcome.POSTED), count(Outcome.DUPLICATE),
        count(Outcome.UNMATCHED), left), rejected);
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
    if (told.kind() != Kind.PAYMENT && told.kind() != Kind.CHARGEBACK) {
      left++;
      return;
    }
    batch.add(told);
    if (batch.size() == SplitBatches.SIZE) {
      applyBatch();
    }
  }

  private void applyBatch() {
    List<BankTransaction> taken = List.copyOf(batch);
    List<PostingResult> results = batches.apply(taken, part -> payments.take(fileId, part),
        new PostingResult(Outcome.REFUSED, SplitBatches.NOT_APPLIED));
    for (int index = 0; index < results.size(); index++) {
      PostingResult result = results.get(index);
      outcomes.merge(result.outcome(), 1L, Long::sum);
      if (result.outcome() == Outcome.REFUSED) {
        rejected.add(Rejection.of(taken.get(index).line(), result.refusal()));
      }
    }
    batch.clear();
  }

  private long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  private static long positionIn(SpooledFile file) {
    try {
      return file.channel().position();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
