package io.remit.outsourcing;

import io.remit.cases.InvalidInputException;
import io.remit.outsourcing.PlacementBatch.Line;
import io.remit.outsourcing.PlacementRepository.Approved;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import io.remit.partner.Standing;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an outsourcing officer sees of batches and asks for beside the hour of the day. */
@Component
class BatchRequests {

  private static final String FIELD = "partnerId";

  private final PlacementBatchRepository repository;
  private final PlacementBatches batches;
  private final PlacementRepository placements;
  private final BatchDelivery delivery;
  private final PartnerRegister register;
  private final PlacementProcess process;

  BatchRequests(PlacementBatchRepository repository, PlacementBatches batches, PlacementRepository placements,
      BatchDelivery delivery, PartnerRegister register, PlacementProcess process) {
    this.repository = repository;
    this.batches = batches;
    this.placements = placements;
    this.delivery = delivery;
    this.register = register;
    this.process = process;
  }

  /** What would go to the partner now, and what each case costs. */
  List<Line> waitingFor(Partner partner) {
    return batches.waitingFor(partner);
  }

  /** All that the partner got, the newest first. */
  List<PlacementBatch> of(Partner partner) {
    return repository.delivered(partner.partnerId());
  }

  /** The cases of a batch. */
  List<Line> linesOf(PlacementBatch batch) {
    return repository.linesOf(batch.batchId());
  }

  Optional<PlacementBatch> find(String partnerId, long batchId) {
    return repository.find(batchId).filter(batch -> batch.partnerId().equals(partnerId));
  }

  /**
   * Lets what is approved for a partner go now, and not at the hour of the day.
   *
   * @return how many cases wait to go
   * @throws InvalidInputException if the partner may get nothing
   */
  @Transactional
  int handOverNow(Partner partner) {
    requireGoodStanding(partner);
    List<String> waiting = placements.approvedFor(partner.partnerId()).stream().map(Approved::caseNumber).toList();
    process.doNotWait(waiting);
    return waiting.size();
  }

  /**
   * Brings a batch's file once more, to a partner who says that they do not have it: the same file, whole. If one of
   * its cases is not with the partner any more, or nothing of it is due, the partner would take it up again: then it is
   * not sent.
   *
   * @throws InvalidInputException if it may not be sent
   */
  @Transactional
  void sendAgain(PlacementBatch batch, Partner partner) {
    requireGoodStanding(partner);
    if (batch.deliveredAt() == null) {
      throw new InvalidInputException(FIELD, "did not get this batch yet");
    }
    List<Line> lines = linesOf(batch);
    long changed = lines.stream().filter(line -> !placements.statusOf(line.placementId()).equals("PLACED")
        || !batches.isDue(line.caseNumber())).count();
    if (changed > 0) {
      throw new InvalidInputException(FIELD, "may not get it again: of " + changed
          + " of its cases nothing is due, or the partner does not have them any more");
    }
    delivery.deliverAgain(batch, lines, partner);
  }

  private void requireGoodStanding(Partner partner) {
    Standing standing = register.standingOf(partner);
    if (!standing.isGood()) {
      throw new InvalidInputException(FIELD, "may get nothing: " + standing.words());
    }
  }
}
