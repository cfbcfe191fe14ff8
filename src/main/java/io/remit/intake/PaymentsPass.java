package io.remit.intake;

import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PostingResult;
import io.remit.ledger.PostingResult.Outcome;
import io.remit.payment.PaymentPosting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One pass over a payments file in CSV. */
final class PaymentsPass {

  private final PaymentPosting posting;
  private final SplitBatches batches;
  private final long fileId;
  private final Progress progress;

  private final List<PaymentOrder> batch = new ArrayList<>(SplitBatches.SIZE);
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final List<Rejection> rejected = new ArrayList<>();

  PaymentsPass(PaymentPosting posting, SplitBatches batches, long fileId, Progress progress) {
    this.posting = posting;
    this.batches = batches;
    this.fileId = fileId;
    this.progress = progress;
  }

  FilePass.Applied<PaymentCounts> over(CsvFile file) throws IOException {
    long rows = 0;
    for (CsvRow row = file.next(); row != null; row = file.next()) {
      rows++;
      take(row);
      progress.read(rows, file.position());
    }
    applyBatch();
    rejected.sort(Comparator.comparingLong(Rejection::line));
    return new FilePass.Applied<>(rows,
        new PaymentCounts(count(Outcome.POSTED), count(Outcome.DUPLICATE), count(Outcome.UNMATCHED), 0), rejected);
  }

  private void take(CsvRow row) {
    try {
      batch.add(PaymentsFormat.read(row, fileId));
    } catch (RowRefused refused) {
      rejected.add(Rejection.of(row.line(), refused.refusal()));
    }
    if (batch.size() == SplitBatches.SIZE) {
      applyBatch();
    }
  }

  private void applyBatch() {
    List<PaymentOrder> orders = List.copyOf(batch);
    List<PostingResult> results = batches.apply(orders, posting::post,
        new PostingResult(Outcome.REFUSED, SplitBatches.NOT_APPLIED));
    for (int index = 0; index < results.size(); index++) {
      PostingResult result = results.get(index);
      outcomes.merge(result.outcome(), 1L, Long::sum);
      if (result.outcome() == Outcome.REFUSED) {
        rejected.add(Rejection.of(orders.get(index).line(), result.refusal()));
      }
    }
    batch.clear();
  }

  private long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }
}
