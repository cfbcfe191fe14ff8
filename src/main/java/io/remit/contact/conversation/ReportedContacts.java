package io.remit.contact.conversation;

import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase.Status;
import io.remit.hold.Hold.Reason;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way in for what came of a contact that nobody worked in Tasklist: dialers and partners over REST, robots,
 * texts, letters. It does what the same outcome does in Tasklist's form.
 */
@Component
public class ReportedContacts {

  private final CaseRepository cases;
  private final ConversationProcess process;
  private final Conversations conversations;

  ReportedContacts(CaseRepository cases, ConversationProcess process, Conversations conversations) {
    this.cases = cases;
    this.process = process;
    this.conversations = conversations;
  }

  /**
   * Takes a report.
   *
   * @throws io.remit.cases.InvalidInputException if a field cannot be accepted, or the gate did not allow the contact
   */
  @Transactional
  public void take(String caseNumber, ConversationReport report) {
    if (cases.lock(caseNumber).status() == Status.CLOSED) {
      conversations.record(caseNumber, report);
    } else {
      process.follow(caseNumber, report);
    }
  }

  /**
   * Takes a report within a step of the engine, in the transaction of that step.
   *
   * @throws io.remit.cases.InvalidInputException if a field cannot be accepted, or the gate did not allow the contact
   */
  public void takeWithin(String caseNumber, ConversationReport report) {
    Status before = cases.lock(caseNumber).status();
    Optional<Reason> reasonToPause = conversations.record(caseNumber, report);
    if (before != Status.CLOSED) {
      process.goOnAfter(caseNumber, report, reasonToPause);
    }
  }
}
