package io.remit.outsourcing.recall;

import io.remit.approval.Raised;
import io.remit.approval.SecondDecision;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.OutsideWork.Who;
import io.remit.outside.OutsideNotices;
import io.remit.outsourcing.PlacementChanges;
import io.remit.outsourcing.PlacementChanges.Concern;
import io.remit.outsourcing.PlacementChanges.Notified;
import io.remit.outsourcing.PlacementChanges.Told;
import io.remit.outsourcing.Placements;
import io.remit.partner.PartnerRegister;
import io.remit.partner.Suspension;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Ends the mandate of a partner for all its cases after a breach. One officer proposes it: the case of the breach comes
 * back and the partner gets nothing more at once. Another person approves it: then all its cases come back.
 */
@Component
public class MandateEnds {

  private static final int LONGEST = 400;

  private final MandateEndRepository ends;
  private final PartnerDesk desk;
  private final PlacementChanges changes;
  private final OutsideNotices notices;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;
  private final MandateEvents events;

  MandateEnds(MandateEndRepository ends, PartnerDesk desk, PlacementChanges changes, OutsideNotices notices,
      SecondPerson secondPerson, BusinessCalendar calendar, MandateEvents events) {
    this.ends = ends;
    this.desk = desk;
    this.changes = changes;
    this.notices = notices;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
    this.events = events;
  }

  /** Which partner it is, and what it may get. */
  @Component
  static class PartnerDesk {

    private final Placements placements;
    private final PartnerRegister register;

    PartnerDesk(Placements placements, PartnerRegister register) {
      this.placements = placements;
      this.register = register;
    }

    /** @throws InvalidInputException if no partner ever had the case */
    String partnerOf(String caseNumber) {
      return placements.lastPartner(caseNumber)
          .orElseThrow(() -> new InvalidInputException("outcome", "is about a partner, and none had this case"));
    }

    /** @return whether the partner was suspended now; not if it was before */
    boolean suspend(String partnerId, String reason, String by) {
      register.lock(partnerId);
      if (isSuspended(partnerId)) {
        return false;
      }
      register.suspend(partnerId, reason, by);
      return true;
    }

    boolean isSuspended(String partnerId) {
      return suspensionOf(partnerId) != null;
    }

    @Nullable Suspension suspensionOf(String partnerId) {
      return register.get(partnerId).oversight().suspension();
    }

    void resume(MandateEnd end) {
      Suspension suspension = suspensionOf(end.partnerId());
      if (end.suspended() && suspension != null && suspension.by().equals(end.proposedBy())) {
        register.resume(end.partnerId());
      }
    }
  }

  /** What follows elsewhere: another person is asked, and the cases come back. */
  @Component
  static class MandateEvents {

    private final MandateProcess process;
    private final ApplicationEventPublisher publisher;

    MandateEvents(MandateProcess process, ApplicationEventPublisher publisher) {
      this.process = process;
      this.publisher = publisher;
    }

    void proposed(String partnerId) {
      process.endProposed(partnerId);
    }

    void ended(MandateEnded ended) {
      publisher.publishEvent(ended);
    }
  }

  /**
   * Records what the partner was told of a case, as {@link PlacementChanges#told}; with
   * {@link PlacementChanges.Told#MANDATE_ENDS} it is proposed as well that all its cases come back.
   *
   * @param actor user id
   * @throws InvalidInputException if a field cannot be accepted, or the mandate cannot end by it
   */
  public void told(String caseNumber, Notified notified, String actor) {
    if (notified.outcome() == Told.MANDATE_ENDS) {
      propose(caseNumber, notified, actor);
    }
    changes.told(caseNumber, notified, actor);
  }

  private void propose(String caseNumber, Notified notified, String actor) {
    if (notices.toTell(caseNumber, Who.PARTNER).stream().noneMatch(each -> each.what().equals(Concern.BREACH.name()))) {
      throw new InvalidInputException("outcome", "ends the mandate only after a breach");
    }
    String reason = EnteredText.note(notified.note());
    if (reason == null) {
      throw new InvalidInputException("note", "say what the breach was");
    }
    String partnerId = desk.partnerOf(caseNumber);
    if (ends.waiting(partnerId).isPresent()) {
      throw new InvalidInputException("outcome", "was proposed for this partner already");
    }
    boolean suspended = desk.suspend(partnerId, reason, actor);
    ends.insert(new MandateEnd(0, partnerId, caseNumber, reason, actor, calendar.now(), suspended));
    events.proposed(partnerId);
  }

  /**
   * Whether somebody may decide on the end of a partner's mandate.
   *
   * @throws InvalidInputException if they proposed it
   */
  public void mayDecide(String partnerId, String field, String userId) {
    ends.waiting(partnerId).ifPresent(end -> secondPerson.mustDecide(field, userId,
        new Raised(end.caseNumber(), end.proposedBy(), end.proposedAt()),
        "is for another person: you proposed this yourself"));
  }

  /**
   * Takes what another person decided. Rejected, a suspension that came with the proposal is over.
   *
   * @param by user id
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void decide(String partnerId, SecondDecision decided, String by) {
    mayDecide(partnerId, "outcome", by);
    String note = EnteredText.note(decided.note());
    MandateEnd end = ends.waiting(partnerId)
        .orElseThrow(() -> new InvalidInputException("outcome", "was given before"));
    boolean approved = decided.outcome() == SecondDecision.Outcome.APPROVED;
    if (!approved && note == null) {
      throw new InvalidInputException("note", "say why it is not approved");
    }
    ends.decide(end.mandateEndId(), decided.outcome().name(), by, calendar.now(), note);
    if (!approved) {
      desk.resume(end);
    }
  }

  /**
   * Has all cases of a partner come back, by a step of the drawing.
   *
   * @param by user id of who approved it
   * @throws IllegalStateException if nobody approved it
   */
  public void carryOut(String partnerId, String by) {
    String reason = ends.approvedReason(partnerId)
        .orElseThrow(() -> new IllegalStateException("nobody ended the mandate of " + partnerId));
    events.ended(new MandateEnded(partnerId, shortened(reason), by));
  }

  private static String shortened(String reason) {
    return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST);
  }

  /** Why the mandate of a partner is proposed to end, in words; null if it is not. */
  public @Nullable String reasonFor(String partnerId) {
    return ends.waiting(partnerId).map(MandateEnd::reason).orElse(null);
  }

  /** Whether a breach ended the mandate of a partner that still gets nothing. */
  public boolean hasEnded(String partnerId) {
    Suspension suspension = desk.suspensionOf(partnerId);
    return suspension != null && ends.endedSince(partnerId, suspension.since());
  }
}
