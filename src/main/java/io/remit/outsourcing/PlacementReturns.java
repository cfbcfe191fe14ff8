package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseLeftStage;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How placements end: the partner gives the case back, we recall it, or the case changes. */
@Component
public class PlacementReturns {

  private final PlacementRepository placements;
  private final PartnerSelection selection;
  private final PartnerNotices notices;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  PlacementReturns(PlacementRepository placements, PartnerSelection selection, PartnerNotices notices,
      BusinessCalendar calendar, Timeline timeline) {
    this.placements = placements;
    this.selection = selection;
    this.notices = notices;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** That a placement came back, as the form sends it. */
  public record Returned(Return outcome, @Nullable String note) {
  }

  /** What the partner was told, as the form sends it. */
  public record Notified(Told outcome, @Nullable String note) {
  }

  /** Why a placement comes back. */
  public enum Return {
    RETURNED, RECALLED
  }

  /** What an officer can have told the partner. */
  public enum Told {
    TAKEN_BACK, GOES_ON
  }

  /**
   * Records that a placement came back.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void comeBack(String caseNumber, Returned returned, String actor) {
    Return reason = returned.outcome();
    EnteredText.note(returned.note());
    placements.end(caseNumber, reason.name(), calendar.now());
    timeline.add(caseNumber, EntryKind.PLACEMENT, actor, "Back from the partner",
        reason.name().toLowerCase(Locale.ROOT));
  }

  /** The case left its stage: whatever was placed in it is not placed any more. */
  @EventListener
  @Order(CaseLeftStage.OUTSIDE + 1)
  void stageLeft(CaseLeftStage left) {
    String caseNumber = left.caseNumber();
    selection.drop(caseNumber);
    if (placements.end(caseNumber, "CASE_CHANGED", calendar.now()) > 0) {
      timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM, "The placement ended with the stage");
      notices.tellPartner(caseNumber);
    }
  }

  /**
   * Records what the partner was told of a placement whose case left its stage or ended.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void told(String caseNumber, Notified notified, String actor) {
    timeline.add(caseNumber, EntryKind.PLACEMENT, actor, notified.outcome() == Told.TAKEN_BACK
        ? "The partner was told: taken back" : "The partner was told: it goes on", EnteredText.note(notified.note()));
  }
}
