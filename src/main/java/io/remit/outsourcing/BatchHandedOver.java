package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.outsourcing.PlacementBatch.Line;
import io.remit.partner.Partner;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings a batch to its partner, and notes that the partner has its cases. */
@Component
class BatchHandedOver {

  private final PlacementBatchRepository batches;
  private final BatchDelivery delivery;
  private final PlacementRepository placements;
  private final PlacementChanges changes;
  private final Mandate mandate;
  private final BusinessCalendar calendar;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;

  BatchHandedOver(PlacementBatchRepository batches, BatchDelivery delivery, PlacementRepository placements,
      PlacementChanges changes, Mandate mandate, BusinessCalendar calendar, Timeline timeline,
      ApplicationEventPublisher events) {
    this.batches = batches;
    this.delivery = delivery;
    this.placements = placements;
    this.changes = changes;
    this.mandate = mandate;
    this.calendar = calendar;
    this.timeline = timeline;
    this.events = events;
  }

  /** @return the numbers of the cases that the partner has now */
  List<String> bring(PlacementBatch batch, Partner partner) {
    List<Line> lines = batches.linesOf(batch.batchId());
    delivery.deliver(batch, lines, partner);
    mandate.isOut(batch);
    Instant now = calendar.now();
    batches.delivered(batch.batchId(), now);
    String file = PartnerFolder.of(batch.partnerId()).folder() + "/" + BatchDelivery.fileName(batch);
    for (Line line : lines) {
      if (placements.placed(line.placementId(), file, now)) {
        timeline.add(line.caseNumber(), EntryKind.PLACEMENT, Timeline.SYSTEM, "Handed over to the partner",
            batch.partnerId());
        events.publishEvent(new HandedOver(line.caseNumber(), batch.partnerId()));
      } else {
        // The file arrived, we died before noting it, and meanwhile the case went another way.
        changes.wentOutInVain(line, batch.partnerId());
      }
    }
    return lines.stream().map(Line::caseNumber).toList();
  }
}
