package io.remit.batch;

import io.remit.outsourcing.recall.MandateEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Recalls all cases of a partner whose mandate a breach ended, as one batch. */
@Component
class PartnerRecalls {

  private static final String WHY = "A breach ended the mandate: ";

  private final Batches batches;

  PartnerRecalls(Batches batches) {
    this.batches = batches;
  }

  @EventListener
  void mandateEnded(MandateEnded ended) {
    batches.recallAllOf(ended.partnerId(), WHY + ended.reason(), ended.by());
  }
}
