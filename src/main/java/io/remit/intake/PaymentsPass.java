package io.remit.intake;

import io.remit.intake.csv.CsvFile;
import io.remit.intake.csv.CsvRow;
import io.remit.intake.csv.Rejection;
import io.remit.intake.csv.RowRefused;
import io.remit.intake.delivery.FilePass;
import io.remit.intake.delivery.PaymentCounts;
import io.remit.intake.delivery.Progress;
import io.remit.ledger.PaymentOrder;
import java.io.IOException;
import java.util.Map;

/** One pass over a payments file in CSV. */
final class PaymentsPass {

  private final PostingBatches<PaymentOrder> orders;
  private final long fileId;
  private final Progress progress;

  PaymentsPass(PostingBatches<PaymentOrder> orders, long fileId, Progress progress) {
    this.orders = orders;
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
    orders.finish();
    return new FilePass.Applied<>(rows, orders.counts(Map.of()), orders.rejected());
  }

  private void take(CsvRow row) {
    try {
      orders.add(PaymentsFormat.read(row, fileId));
    } catch (RowRefused refused) {
      orders.reject(Rejection.of(row.line(), refused.refusal()));
    }
  }
}
