package io.remit.outsourcing;

import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import io.remit.partner.Standing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Hands approved cases over to their partners, all of a partner in one file. Who comes first takes the others along;
 * whoever comes later finds the case handed over.
 */
@Component
public class HandOvers {

  private final PlacementRepository placements;
  private final PartnerRegister register;
  private final NextBatch next;
  private final BatchHandedOver handedOver;
  private final PlacementProcess process;
  private final PlacementEnds ends;
  private final Timeline timeline;

  HandOvers(PlacementRepository placements, PartnerRegister register, NextBatch next, BatchHandedOver handedOver,
      PlacementProcess process, PlacementEnds ends, Timeline timeline) {
    this.placements = placements;
    this.register = register;
    this.next = next;
    this.handedOver = handedOver;
    this.process = process;
    this.ends = ends;
    this.timeline = timeline;
  }

  /**
   * Hands a case over, with all others that are approved for its partner. Done again it brings the same file. A partner
   * that may get nothing any more gets nothing, and a case of which nothing is due goes to nobody: then the approval is
   * void, and the timeline tells why. So it is with a case that was recalled before it went.
   *
   * @return whether the partner has the case
   * @throws io.remit.exchange.DeliveryFailedException if the file could not be brought; trying again does no harm
   */
  public boolean handOver(String caseNumber) {
    if (placements.isPlaced(caseNumber)) {
      return true;
    }
    Optional<String> approvedFor = placements.currentPartner(caseNumber);
    if (approvedFor.isEmpty()) {
      return false;
    }
    String partnerId = approvedFor.get();
    Partner partner = register.get(partnerId);
    Optional<PlacementBatch> batch = next.of(partner);
    batch.ifPresent(found -> process.doNotWait(handedOver.bring(found, partner)));
    if (placements.isPlaced(caseNumber)) {
      return true;
    }
    Standing standing = register.standingOf(partner);
    boolean goodStanding = standing.isGood();
    ends.end(caseNumber, goodStanding ? "NOT_DUE" : "STANDING");
    timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM,
        goodStanding ? "Not handed over: nothing of it is due for certain"
            : "Not handed over: " + partnerId + " may get nothing: " + standing.words());
    return false;
  }
}
