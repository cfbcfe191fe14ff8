package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.outsourcing.PlacementReturns.Reason;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Recalls that nobody enters in a case's own task: by a rule, or because the term is over. */
@Component
public class PlacementRecalls {

  private final PlacementRepository repository;
  private final Placements placements;
  private final PlacementProcess process;
  private final BusinessCalendar calendar;

  PlacementRecalls(PlacementRepository repository, Placements placements, PlacementProcess process,
      BusinessCalendar calendar) {
    this.repository = repository;
    this.placements = placements;
    this.process = process;
    this.calendar = calendar;
  }

  /**
   * Recalls a case because a rule says so; nothing happens if no partner has it.
   *
   * @param why in words
   */
  @Transactional
  public void byRule(String caseNumber, String why) {
    repository.runningId(caseNumber).ifPresent(placementId -> {
      repository.recallFor(placementId, Reason.RULE.name(), why);
      process.recalled(caseNumber);
    });
  }

  /**
   * Takes a case back because the partner's mandate ended for all its cases. One that was not handed over yet goes with
   * no batch.
   *
   * @param why in words
   * @param actor user id
   */
  @Transactional
  public void mandateEnded(String caseNumber, String why, String actor) {
    OptionalLong running = repository.runningId(caseNumber);
    if (running.isEmpty()) {
      placements.recall(caseNumber, why, actor);
    } else {
      repository.recallFor(running.getAsLong(), Reason.MANDATE_ENDED.name(), why);
      process.recalled(caseNumber);
    }
  }

  /** Whether the last day on which the partner has the case is past, at the hour at which cases come back. */
  public boolean isTermOver(String caseNumber) {
    return placements.termEnds(caseNumber)
        .filter(last -> !calendar.now().isBefore(calendar.startOfBusiness(last.plusDays(1)))).isPresent();
  }

  /** Takes a case back whose term is over; nothing happens if no partner has it. */
  @Transactional
  public void termOver(String caseNumber) {
    if (placements.partnerThatHas(caseNumber).isPresent()) {
      process.recalled(caseNumber);
    }
  }
}
