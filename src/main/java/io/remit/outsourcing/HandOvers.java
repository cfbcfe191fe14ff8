package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import io.remit.partner.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Hands approved cases over to their partners. */
@Component
public class HandOvers {

  private final PlacementRepository placements;
  private final PartnerRegister register;
  private final HandOverFile handOverFile;
  private final HandOverSource source;
  private final BusinessCalendar calendar;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;

  HandOvers(PlacementRepository placements, PartnerRegister register, HandOverFile handOverFile, HandOverSource source,
      BusinessCalendar calendar, Timeline timeline, ApplicationEventPublisher events) {
    this.placements = placements;
    this.register = register;
    this.handOverFile = handOverFile;
    this.source = source;
    this.calendar = calendar;
    this.timeline = timeline;
    this.events = events;
  }

  /**
   * Writes the hand-over file for the chosen partner; done again it replaces the same file. A partner that may get
   * nothing any more gets nothing: then the approval is void, and the timeline tells why.
   *
   * @return whether the case was handed over
   */
  public boolean handOver(String caseNumber) {
    String partnerId = placements.currentPartner(caseNumber).orElseThrow(
        () -> new IllegalStateException("case " + caseNumber + " has no approved placement"));
    Partner partner = register.get(partnerId);
    Standing standing = register.standingOf(partner);
    if (!standing.isGood()) {
      placements.end(caseNumber, "STANDING", calendar.now());
      timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM,
          "Not handed over: " + partnerId + " may get nothing", standing.words());
      return false;
    }
    placements.placed(caseNumber, handOverFile.write(partnerId, source.of(caseNumber)), calendar.now());
    timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM, "Handed over to the partner", partnerId);
    events.publishEvent(new HandedOver(caseNumber, partnerId));
    return true;
  }
}
