package io.remit.contact.dispatch;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempt.Status;
import io.remit.contact.ContactLedger;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.notice.MatterMessages;
import io.remit.contact.treatment.Treatments;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.GateDecision;
import io.remit.gate.ReachabilityRepository;
import io.remit.gate.RenderedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows when a message was sent, forbidden, refused or lost sight of: the ledger, the timeline, the case's way.
 */
@Component
public class AttemptOutcomes {

  private final ContactLedger ledger;
  private final Treatments treatments;
  private final MatterMessages matterMessages;
  private final ReachabilityRepository reachability;
  private final UnclearDeliveries unclear;
  private final Timeline timeline;
  private final BusinessCalendar calendar;

  AttemptOutcomes(ContactLedger ledger, Treatments treatments, MatterMessages matterMessages,
      ReachabilityRepository reachability, UnclearDeliveries unclear, Timeline timeline, BusinessCalendar calendar) {
    this.ledger = ledger;
    this.treatments = treatments;
    this.matterMessages = matterMessages;
    this.reachability = reachability;
    this.unclear = unclear;
    this.timeline = timeline;
    this.calendar = calendar;
  }

  /**
   * @param text null where a node that died had sent it
   * @param decision by which the gate allowed it
   */
  @Transactional
  void sent(ContactAttempt attempt, @Nullable RenderedText text, String gateway, DeliveryReceipt receipt,
      GateDecision decision) {
    ledger.sent(attempt.attemptId(), text, gateway, receipt);
    tell(attempt, EntryKind.CONTACT, "Message sent", attempt.template() + ", " + explained(decision));
  }

  @Transactional
  void denied(ContactAttempt attempt, GateDecision decision) {
    tell(attempt, EntryKind.DENIED, "The gate denied a contact", explained(decision));
    if (attempt.matter() != null) {
      matterMessages.denied(attempt, decision);
    } else {
      treatments.denied(attempt, decision);
    }
  }

  /** @param addressInvalid whether nothing need be sent to this number or address again */
  @Transactional
  void failed(ContactAttempt attempt, @Nullable String reason, boolean addressInvalid) {
    ledger.end(attempt.attemptId(), Status.FAILED, reason, calendar.now());
    followUpFailure(attempt, reason, addressInvalid);
  }

  /** What follows from a failure that the ledger knows already. */
  void followUpFailure(ContactAttempt attempt, @Nullable String reason, boolean addressInvalid) {
    tell(attempt, EntryKind.FAILED, "The message did not arrive", reason);
    if (addressInvalid && attempt.recipient() != null) {
      reachability.mark(attempt.debtorId(), attempt.recipient(), Address.INVALID, "gateway");
      tell(attempt, EntryKind.NUMBER, "The number or address does not exist", null);
    }
    treatments.decideAnew(attempt);
  }

  /** Nobody knows whether it was sent: a supervisor finds out, and it is not sent again. */
  @Transactional
  void unknown(ContactAttempt attempt) {
    ledger.end(attempt.attemptId(), Status.UNKNOWN, "gateway-cannot-tell", calendar.now());
    tell(attempt, EntryKind.UNKNOWN, "Whether the message was sent is not known; a supervisor finds out",
        attempt.template());
    unclear.askSupervisor(attempt.caseNumber());
  }

  private void tell(ContactAttempt attempt, EntryKind kind, String text, @Nullable String data) {
    timeline.add(attempt.caseNumber(), kind, attempt.channel(), attempt.actor(), text, data);
  }

  /** The rule, when it will no longer be in the way, and what was counted: all that a reader needs to follow it. */
  public static String explained(GateDecision decision) {
    String next = decision.nextAllowedAt() == null ? "" : ", allowed from " + decision.nextAllowedAt();
    String counters = decision.counters() == null ? "" : " (" + decision.counters() + ")";
    return decision.rule() + next + counters;
  }
}
