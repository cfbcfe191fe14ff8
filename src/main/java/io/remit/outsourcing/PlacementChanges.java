package io.remit.outsourcing;

import io.remit.cases.CaseLeftStage;
import io.remit.cases.ChangedOutside;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.OutsideWork.Who;
import io.remit.cases.Timeline;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What changes about a case while a partner has it: an outsourcing officer is asked to tell the partner, once, with all
 * that changed meanwhile, as far as {@link TellPartner} does not leave it to the next file of changes. A case that is
 * paid or taken back by the creditor is recalled with it. A part payment leaves
 * the placement as it is.
 */
@Component
public class PlacementChanges {

  private static final String STAGE_LEFT = "STAGE_LEFT";

  private final PlacementRepository placements;
  private final PartnerSelection selection;
  private final TellPartner tell;
  private final PartnerComplaints complaints;
  private final PlacementProcess process;
  private final PlacementEnds ends;
  private final Timeline timeline;

  PlacementChanges(PlacementRepository placements, PartnerSelection selection, TellPartner tell,
      PartnerComplaints complaints, PlacementProcess process, PlacementEnds ends, Timeline timeline) {
    this.placements = placements;
    this.selection = selection;
    this.tell = tell;
    this.complaints = complaints;
    this.process = process;
    this.ends = ends;
    this.timeline = timeline;
  }

  /** What the partner was told, as the form sends it. */
  public record Notified(Told outcome, @Nullable String note) {
  }

  /** What an officer can have told the partner. */
  public enum Told {
    TAKEN_BACK, GOES_ON,
    /** Taken back, and all other cases of the partner are to follow. */
    MANDATE_ENDS
  }

  /** What a partner does or tells of a case that an outsourcing officer has to decide on. */
  public enum Concern {
    /** The partner did not take the case. */
    NOT_TAKEN,
    /** The partner says which cases of the batch it took, and does not name this one. */
    NOT_ACKNOWLEDGED,
    /** The debtor complained. */
    COMPLAINT,
    /** The partner contacted the debtor although the gate did not allow it. */
    BREACH
  }

  /** An officer decides whether the partner keeps the case; nothing happens if the partner does not have it. */
  public void concern(String caseNumber, Concern concern) {
    if (placements.isPlaced(caseNumber)) {
      tell.byHand(caseNumber, concern.name());
    }
  }

  /** Something changed about a case that a partner has. */
  @EventListener
  void changed(ChangedOutside changed) {
    if (changed.who() != Who.PARTNER) {
      return;
    }
    String caseNumber = changed.caseNumber();
    String what = changed.reason() == null ? changed.what().name() : changed.reason();
    switch (changed.what()) {
      case PAID, WITHDRAWN -> {
        ends.end(caseNumber, what);
        timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM, "Recalled from the partner: " + what);
        tell.changed(caseNumber, what);
      }
      case PAUSED, RESUMED -> {
        timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM, "Changed while the partner has it: " + what);
        tell.changed(caseNumber, what);
      }
      case OWED -> { }
    }
  }

  /** A partner was given a case whose placement has ended before that was noted: it has to be told. */
  void wentOutInVain(PlacementBatch.Line line, String partnerId) {
    String caseNumber = line.caseNumber();
    ends.endedBefore(line.placementId(), caseNumber, partnerId);
    timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM, "Recalled from the partner: " + STAGE_LEFT);
    tell.byHand(caseNumber, STAGE_LEFT);
  }

  /** A rule or a person recalled a case: the partner goes on asking for it until told. */
  void recalled(String caseNumber, String reason) {
    tell.changed(caseNumber, reason);
  }

  /** The case left its stage: whatever was placed in it is not placed any more. */
  @EventListener
  @Order(CaseLeftStage.OUTSIDE + 1)
  void stageLeft(CaseLeftStage left) {
    String caseNumber = left.caseNumber();
    selection.drop(caseNumber);
    boolean partnerHasIt = placements.isPlaced(caseNumber);
    if (ends.end(caseNumber, "CASE_CHANGED")) {
      timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM, "The placement ended with the stage");
    }
    if (partnerHasIt) {
      tell.changed(caseNumber, STAGE_LEFT);
    }
  }

  /**
   * Records what the partner was told of a placement that changed or ended. One that runs on ends if it was taken back.
   *
   * @param actor user id
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void told(String caseNumber, Notified notified, String actor) {
    boolean goesOn = notified.outcome() == Told.GOES_ON;
    timeline.add(caseNumber, EntryKind.PLACEMENT, actor, goesOn ? "The partner was told: it goes on"
        : "The partner was told: taken back", EnteredText.note(notified.note()));
    tell.told(caseNumber, notified.outcome(), actor);
    complaints.decided(caseNumber);
    if (!goesOn && placements.isPlaced(caseNumber)) {
      process.returned(caseNumber, PlacementReturns.Return.RECALLED.name(), actor);
    }
  }
}
