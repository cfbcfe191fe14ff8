package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseLeftStage;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.partner.Partner;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Cases that an outsourcing officer offers to part-time collectors near the debtor. The placement waits until one of
 * them takes the case, or the offer is over.
 */
@Component
public class NearByOffers {

  /** What an officer chooses in the place of a partner. */
  public static final String NEAR_BY = "NEARBY";
  private static final int DAYS = 14;

  private final NearByCollectors collectors;
  private final SuitablePartners suitable;
  private final NearByRepository offers;
  private final NearByProcess process;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  NearByOffers(NearByCollectors collectors, SuitablePartners suitable, NearByRepository offers, NearByProcess process,
      BusinessCalendar calendar, Timeline timeline) {
    this.collectors = collectors;
    this.suitable = suitable;
    this.offers = offers;
    this.process = process;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** Whether there is anybody near by to whom a case can be offered. */
  public boolean isPossible(String caseNumber) {
    return !collectors.of(caseNumber).isEmpty();
  }

  /** Whether the table of partners names part-time collectors for a case, and there is one near by. */
  public boolean isProposed(String caseNumber) {
    return suitable.isForPartTime(caseNumber) && isPossible(caseNumber);
  }

  /**
   * Offers a case to all part-time collectors near the debtor.
   *
   * @param by user id of the officer
   * @throws InvalidInputException if there is nobody
   */
  void offer(String caseNumber, String by) {
    List<String> whom = collectors.of(caseNumber).stream().map(Partner::partnerId).toList();
    if (whom.isEmpty()) {
      throw new InvalidInputException("partnerId", "nobody works near by to whom it could be offered");
    }
    timeline.add(caseNumber, EntryKind.PLACEMENT, by, "Offered near by", String.join(", ", whom));
    offers.insert(caseNumber, whom, by, calendar.now(), calendar.today().plusDays(DAYS))
        .forEach(invitation -> process.offer(invitation.key()));
  }

  /**
   * The time of an offer is over, if there is one that nobody has taken: an officer decides again.
   *
   * @return whether there was one
   */
  public boolean lapse(String caseNumber) {
    boolean offered = offers.offeredUntil(caseNumber).isPresent();
    if (offered) {
      end(caseNumber, "LAPSED");
      timeline.add(caseNumber, EntryKind.PLACEMENT, Timeline.SYSTEM, "Nobody near by took the case");
    }
    return offered;
  }

  /** The case went another way: it is paid, on hold, or of another age. */
  @EventListener
  @Order(CaseLeftStage.OUTSIDE + 1)
  void stageLeft(CaseLeftStage left) {
    if (offers.offeredUntil(left.caseNumber()).isPresent()) {
      end(left.caseNumber(), "ENDED");
    }
  }

  private void end(String caseNumber, String status) {
    List<NearByInvitation> open = offers.openOf(caseNumber);
    offers.end(caseNumber, status, calendar.now());
    open.forEach(invitation -> process.over(invitation.key()));
  }
}
