package io.remit.contact.conversation;

import io.remit.cases.MatterKey;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempts;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldRequest;
import io.remit.hold.Holds;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Pauses cases for what was said. */
@Component
public class HoldsFromConversations {

  private final ContactAttempts attempts;
  private final Holds holds;

  HoldsFromConversations(ContactAttempts attempts, Holds holds) {
    this.attempts = attempts;
    this.holds = holds;
  }

  /**
   * Puts the case of the last conversation on hold; what the debtor said, and who is asked in the debtor's place, goes
   * with it. A case that is on hold for this reason already stays so.
   *
   * @param within whether the step that does so is one of the case's own, which leads to "On hold" by itself
   */
  public void raise(String caseNumber, Reason reason, boolean within) {
    if (holds.inForce(caseNumber).stream().anyMatch(hold -> hold.reason() == reason)) {
      return;
    }
    HoldRequest request = HoldRequest.of(caseNumber, reason, attempts.lastNote(caseNumber).orElse(null),
        attempts.lastConversation(caseNumber).map(ContactAttempt::actor).orElse(Timeline.SYSTEM));
    Optional<MatterKey> raised = within ? Optional.of(holds.raiseWithin(request)) : holds.raise(request);
    raised.ifPresent(hold -> attempts.contactInstead(caseNumber)
        .ifPresent(contact -> holds.setContact(hold, contact, request.raisedBy())));
  }
}
