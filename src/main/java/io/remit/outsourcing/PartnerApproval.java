package io.remit.outsourcing;

import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.outsourcing.PlacementRepository.Decision;
import org.springframework.stereotype.Component;

/** What an officer decided on a case that waits to be placed: with a partner, offered near by, or not at all. */
@Component
class PartnerApproval {

  private final PlacementRepository placements;
  private final PartnerSelection selection;
  private final NearByOffers nearBy;
  private final Timeline timeline;

  PartnerApproval(PlacementRepository placements, PartnerSelection selection, NearByOffers nearBy,
      Timeline timeline) {
    this.placements = placements;
    this.selection = selection;
    this.nearBy = nearBy;
    this.timeline = timeline;
  }

  /**
   * Approves a placement.
   *
   * @param partnerId one of those that suit the case, or {@link NearByOffers#NEAR_BY}
   * @throws InvalidInputException if it is none
   */
  void approve(String caseNumber, String partnerId, Decision decision) {
    if (partnerId.equals(NearByOffers.NEAR_BY)) {
      selection.drop(caseNumber);
      nearBy.offer(caseNumber, decision.by());
      return;
    }
    String why = selection.take(caseNumber, partnerId);
    placements.approve(caseNumber, partnerId, why, decision);
    timeline.add(caseNumber, EntryKind.PLACEMENT, decision.by(), "Approved for outsourcing", partnerId);
    timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM, "Why this partner: " + why);
  }

  void decline(String caseNumber, Decision decision) {
    selection.drop(caseNumber);
    placements.decline(caseNumber, decision);
    timeline.add(caseNumber, EntryKind.PLACEMENT, decision.by(), "Not outsourced");
  }
}
