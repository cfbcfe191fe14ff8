package io.remit.batch;

import io.remit.cases.CaseLifecycle;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.division.CaseMoves;
import io.remit.hold.HoldEntry;
import io.remit.outsourcing.PlacementRecalls;
import io.remit.outsourcing.Placements;
import io.remit.outsourcing.recall.MandateEnds;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Does to one case what was ordered for many, by the use case that it would go through by itself. */
@Component
class OrderedWork {

  private final HoldEntry holds;
  private final CaseLifecycle lifecycle;
  private final CaseMoves moves;
  private final Placements placements;
  private final PlacementRecalls recalls;
  private final MandateEnds mandates;
  private final Timeline timeline;

  OrderedWork(HoldEntry holds, CaseLifecycle lifecycle, CaseMoves moves, Placements placements,
      PlacementRecalls recalls, MandateEnds mandates, Timeline timeline) {
    this.holds = holds;
    this.lifecycle = lifecycle;
    this.moves = moves;
    this.placements = placements;
    this.recalls = recalls;
    this.mandates = mandates;
    this.timeline = timeline;
  }

  /**
   * @return the cases to which it was done: a debtor's cases may go together
   * @throws io.remit.cases.InvalidInputException if it cannot be done to this case
   */
  List<String> carryOut(CaseBatch batch, String caseNumber) {
    BatchOrder order = batch.order();
    String by = batch.orderedBy();
    switch (order.action()) {
      case HOLD -> {
        String until = order.until() == null ? null : order.until().toString();
        holds.raise(caseNumber, new HoldEntry.Entered(Objects.requireNonNull(order.hold()).name(), batch.reason(), null,
            until, null, null), by);
      }
      case RELEASE -> holds.end(caseNumber, Objects.requireNonNull(order.hold()), batch.reason(), by);
      case RECALL -> recall(caseNumber, batch.reason(), by);
      case STAGE -> {
        lifecycle.moveTo(caseNumber, Objects.requireNonNull(order.toStage()), by, batch.reason());
        return List.of(caseNumber);
      }
      case REASSIGN -> {
        return moves.moveWithDebtor(caseNumber, Objects.requireNonNull(order.toCollector()), batch.reason(), by);
      }
    }
    timeline.add(caseNumber, EntryKind.BATCH, by, "Part of batch " + batch.batchId() + ": "
        + order.action().name().toLowerCase(Locale.ROOT), batch.reason());
    return List.of(caseNumber);
  }

  private void recall(String caseNumber, String why, String by) {
    if (placements.partnerOf(caseNumber).filter(mandates::hasEnded).isPresent()) {
      recalls.mandateEnded(caseNumber, why, by);
    } else {
      placements.recall(caseNumber, why, by);
    }
  }
}
