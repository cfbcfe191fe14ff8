package io.remit.outsourcing;

import io.remit.cases.BackFromOutside;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.outsourcing.PlacementRepository.CameBack;
import io.remit.outsourcing.PlacementRepository.Recall;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How placements end: the partner gives the case back, or it is recalled by a person, a rule or a date. */
@Component
public class PlacementReturns {

  private static final Recall TERM = new Recall(Reason.TERM.name(), "The term of the mandate is over");

  private final PlacementRepository placements;
  private final PlacementEnds ends;
  private final PlacementChanges changes;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;

  PlacementReturns(PlacementRepository placements, PlacementEnds ends, PlacementChanges changes, Timeline timeline,
      ApplicationEventPublisher events) {
    this.placements = placements;
    this.ends = ends;
    this.changes = changes;
    this.timeline = timeline;
    this.events = events;
  }

  /** That a placement came back, as the form sends it. */
  public record Returned(Return outcome, @Nullable String note) {
  }

  /** Why a placement comes back, as a person says it. */
  public enum Return {
    RETURNED, RECALLED
  }

  /** Why a placement came back. */
  public enum Reason {
    /** The partner gave the case back. */
    RETURNED,
    /** A person of ours recalled it. */
    RECALLED,
    /** The term of the mandate, or the partner's contract, is over. */
    TERM,
    /** {@code placement-recall} says so. */
    RULE,
    /** A breach ended the mandate for all cases of the partner. */
    MANDATE_ENDED
  }

  /**
   * What comes after a placement.
   *
   * @param reason why it ended, in a word
   * @param endWhy the same in words; null if there are none
   * @param step what {@code after-placement} says
   * @param why the table says so
   */
  public record Next(String partnerId, String reason, @Nullable String endWhy, String step, String why) {
  }

  /**
   * A placement that came back.
   *
   * @param reason why it ended, in a word
   * @param number how many there were of this case with this one
   */
  public record Ended(long placementId, String partnerId, String reason, int number) {
  }

  /**
   * Records that a placement came back: the case catches up with what changed meanwhile.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void comeBack(String caseNumber, Returned returned, String actor) {
    Return reason = returned.outcome();
    String note = EnteredText.note(returned.note());
    ends.end(caseNumber, reason.name(), note);
    timeline.add(caseNumber, EntryKind.PLACEMENT, actor, "Back from the partner",
        reason.name().toLowerCase(Locale.ROOT));
    events.publishEvent(new BackFromOutside(caseNumber));
  }

  /**
   * Takes a case back for which a rule or a person asked, or whose term is over; by a step of the drawing. Of a rule
   * the partner is told; the mandate itself tells when it ends, and an officer that it ended.
   */
  public void recalled(String caseNumber) {
    Recall recall = placements.runningId(caseNumber).stream().mapToObj(placements::recallOf).flatMap(Optional::stream)
        .findFirst().orElse(TERM);
    ends.end(caseNumber, recall.reason(), recall.why());
    timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM, "Recalled from the partner: " + recall.why());
    if (recall.reason().equals(Reason.RULE.name())) {
      changes.recalled(caseNumber, recall.reason());
    }
    events.publishEvent(new BackFromOutside(caseNumber));
  }

  /** The placement that ended last; empty if no partner ever had the case. */
  public Optional<Ended> last(String caseNumber) {
    return placements.cameBack(caseNumber).map(PlacementReturns::ended);
  }

  private static Ended ended(CameBack back) {
    return new Ended(back.placementId(), back.partnerId(), back.reason(), back.number());
  }

  /**
   * Keeps what comes after a placement.
   *
   * @param step a word of {@code after-placement}
   * @param why in words
   * @param apartUntil the last day on which the case does not go to the same partner again
   */
  public void follows(long placementId, String step, String why, LocalDate apartUntil) {
    placements.follows(placementId, step, why, apartUntil);
  }

  /**
   * Keeps what an officer decided instead.
   *
   * @param why in their words; null leaves what the table said
   */
  public void decided(String caseNumber, String step, @Nullable String why) {
    placements.cameBack(caseNumber).ifPresent(back -> placements.decided(back.placementId(), step, why));
  }

  /** What was said to come after the placement that ended last; empty if nothing was. */
  public Optional<Next> nextOf(String caseNumber) {
    return placements.nextOf(caseNumber);
  }
}
