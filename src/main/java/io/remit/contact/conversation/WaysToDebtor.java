package io.remit.contact.conversation;

import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.DebtorRepository;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempts;
import io.remit.contact.ConversationOutcome;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.Person;
import io.remit.gate.ReachabilityRepository;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What conversations tell of the ways to a debtor: a wrong number or address, and whether others may be asked. */
@Component
public class WaysToDebtor {

  private final CaseRepository cases;
  private final ContactAttempts attempts;
  private final DebtorRepository debtors;
  private final ReachabilityRepository reachability;
  private final Timeline timeline;

  WaysToDebtor(CaseRepository cases, ContactAttempts attempts, DebtorRepository debtors,
      ReachabilityRepository reachability, Timeline timeline) {
    this.cases = cases;
    this.attempts = attempts;
    this.debtors = debtors;
    this.reachability = reachability;
    this.timeline = timeline;
  }

  /** Nobody else is asked for the debtor who was reached, and no contact person who does not want to be. */
  void conclude(String debtorId, ConversationOutcome outcome) {
    if (outcome.rightParty()) {
      reachability.closeThirdParty(debtorId, "REACHED");
    } else if (outcome == ConversationOutcome.CONTACT_PERSON_REFUSED) {
      reachability.closeThirdParty(debtorId, "REFUSED");
    }
    if (outcome == ConversationOutcome.MOVED_AWAY) {
      addressIsWrong(debtorId);
    }
  }

  /** Nobody is written to or visited where the debtor does not live. */
  private void addressIsWrong(String debtorId) {
    reachability.of(debtors.get(debtorId)).postalAddress()
        .ifPresent(address -> reachability.mark(debtorId, address, Address.WRONG, "conversation"));
    timeline.addToOpenCases(debtorId, EntryKind.ADDRESS, Timeline.SYSTEM, "The debtor does not live at his address",
        null);
  }

  /**
   * The number that was called, or from which a text came, is not the debtor's. Whose call to us says so means the
   * number that we used last.
   */
  public void numberIsWrong(String caseNumber) {
    String debtorId = cases.get(caseNumber).debtorId();
    attempts.newestWith(caseNumber, ConversationOutcome.WRONG_NUMBER).map(ContactAttempt::recipient)
        .or(() -> attempts.ofCase(caseNumber).stream().filter(attempt -> attempt.channel().isByPhone())
            .filter(attempt -> attempt.person() == Person.DEBTOR).map(ContactAttempt::recipient)
            .filter(Objects::nonNull).findFirst())
        .or(() -> reachability.of(debtors.get(debtorId)).numbers().stream().findFirst())
        .ifPresent(number -> reachability.mark(debtorId, number, Address.WRONG, "conversation"));
    timeline.add(caseNumber, EntryKind.NUMBER, Channel.CALL, Timeline.SYSTEM, "The phone number is not the debtor's",
        null);
  }
}
