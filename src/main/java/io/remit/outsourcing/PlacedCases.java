package io.remit.outsourcing;

import io.remit.cases.OutsideWork;
import org.springframework.stereotype.Component;

/** The cases that partners have: from the hand-over until they come back. */
@Component
class PlacedCases implements OutsideWork {

  private final PlacementRepository placements;

  PlacedCases(PlacementRepository placements) {
    this.placements = placements;
  }

  @Override
  public Who who() {
    return Who.PARTNER;
  }

  @Override
  public boolean has(String caseNumber) {
    return placements.isPlaced(caseNumber);
  }
}
