package io.remit.outsourcing;

import io.remit.outsourcing.PlacementBatch.Line;
import io.remit.partner.Partner;
import java.util.List;

/**
 * Published in the transaction in which a batch is put together: from here on what the partner is told in it is what it
 * knows of these cases, if it ever gets the batch.
 */
public record BatchComposed(Partner partner, List<Line> lines) {

  /** The list is kept as it is. */
  public BatchComposed {
    lines = List.copyOf(lines);
  }
}
