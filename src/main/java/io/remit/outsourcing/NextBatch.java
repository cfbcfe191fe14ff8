package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.outsourcing.PlacementBatch.Line;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKey;
import io.remit.partner.PartnerRegister;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The batch that goes to a partner next. It is kept before its file is made, whatever becomes of the work around it, so
 * that a killed try is followed by the same batch; unless something of it is not right any more, and the partner does
 * not have it.
 */
@Component
class NextBatch {

  private final PlacementBatchRepository repository;
  private final PlacementBatches batches;
  private final BatchDelivery delivery;
  private final PartnerRegister register;
  private final BusinessCalendar calendar;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate atOnce;

  NextBatch(PlacementBatchRepository repository, PlacementBatches batches, BatchDelivery delivery,
      PartnerRegister register, BusinessCalendar calendar, ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.batches = batches;
    this.delivery = delivery;
    this.register = register;
    this.calendar = calendar;
    this.events = events;
    this.atOnce = new TransactionTemplate(transactions);
    this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** @return empty if the partner may get nothing, or there is nothing for it */
  Optional<PlacementBatch> of(Partner partner) {
    return atOnce.execute(status -> {
      register.lock(partner.partnerId());
      Optional<PlacementBatch> begun = repository.undelivered(partner.partnerId());
      if (begun.isPresent() && (delivery.hasArrived(begun.get()) || isStillRight(begun.get(), partner))) {
        return begun;
      }
      begun.ifPresent(batch -> repository.drop(batch.batchId()));
      return anew(partner);
    });
  }

  private boolean isStillRight(PlacementBatch batch, Partner partner) {
    PartnerKey key = partner.confirmedKey();
    return batch.day().equals(calendar.today()) && register.standingOf(partner).isGood() && key != null
        && key.fingerprint().equals(batch.keyFingerprint())
        && batches.areStillRight(repository.linesOf(batch.batchId()));
  }

  private Optional<PlacementBatch> anew(Partner partner) {
    PartnerKey key = partner.confirmedKey();
    if (key == null || !register.standingOf(partner).isGood()) {
      return Optional.empty();
    }
    List<Line> lines = batches.waitingFor(partner);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    PlacementBatch composed = repository.insert(partner.partnerId(), calendar.today(), key.fingerprint(),
        batches.termEnds(partner), calendar.now(), lines);
    events.publishEvent(new BatchComposed(partner, lines));
    return Optional.of(composed);
  }
}
