package io.remit.outsourcing;

import io.remit.outsourcing.PlacementRepository.Running;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which cases are placed with which partners. */
@Component
public class Placements {

  private final PlacementRepository placements;
  private final PlacementProcess process;

  Placements(PlacementRepository placements, PlacementProcess process) {
    this.placements = placements;
    this.process = process;
  }

  /** The partner with whom a case is placed now. */
  public Optional<String> partnerOf(String caseNumber) {
    return placements.currentPartner(caseNumber);
  }

  /** The partner that was given the case and has it still; not one that is only about to get it. */
  public Optional<String> partnerThatHas(String caseNumber) {
    return placements.running(caseNumber).map(Running::partnerId);
  }

  /** Since when the partner that has the case has it; empty if none has. */
  public Optional<Instant> placedSince(String caseNumber) {
    return placements.running(caseNumber).map(Running::since);
  }

  /** The partners of those of these cases that are placed or about to be, by case number. */
  public Map<String, String> partnersOf(Collection<String> caseNumbers) {
    return placements.currentPartners(caseNumbers);
  }

  /** How many cases a partner has now, or is about to get. */
  public int openWith(String partnerId) {
    return placements.openByPartner().getOrDefault(partnerId, 0);
  }

  /**
   * Takes a case back from its partner, as an outsourcing officer would in the task.
   *
   * @param actor user id
   */
  public void recall(String caseNumber, String actor) {
    process.returned(caseNumber, PlacementReturns.Return.RECALLED.name(), actor);
  }
}
