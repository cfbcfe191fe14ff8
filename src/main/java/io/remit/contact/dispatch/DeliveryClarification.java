package io.remit.contact.dispatch;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempt.Status;
import io.remit.contact.ContactAttempts;
import io.remit.contact.ContactLedger;
import io.remit.contact.treatment.Treatments;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What supervisors find out about messages of which no gateway can tell whether they were sent. */
@Component
public class DeliveryClarification {

  private final ContactLedger ledger;
  private final ContactAttempts attempts;
  private final Treatments treatments;
  private final Timeline timeline;
  private final BusinessCalendar calendar;

  DeliveryClarification(ContactLedger ledger, ContactAttempts attempts, Treatments treatments, Timeline timeline,
      BusinessCalendar calendar) {
    this.ledger = ledger;
    this.attempts = attempts;
    this.treatments = treatments;
    this.timeline = timeline;
    this.calendar = calendar;
  }

  /**
   * What a supervisor found out about a message in doubt, as the form sends it.
   *
   * @param attempt which of the messages in doubt, by its id
   * @param note how the supervisor knows, or null
   */
  public record Clarified(Finding outcome, String attempt, @Nullable String note) {
  }

  /** What can be found out about a message in doubt. */
  public enum Finding {
    WAS_SENT, NOT_SENT
  }

  /** The messages of a case that are in doubt. */
  public List<ContactAttempt> unclear(String caseNumber) {
    return attempts.ofCase(caseNumber).stream().filter(attempt -> attempt.status() == Status.UNKNOWN).toList();
  }

  /**
   * Records what became of a message. One that was not sent has failed: the case goes on with what the model does next,
   * and the message itself is never sent again.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void record(String caseNumber, Clarified found, String actor) {
    Finding finding = found.outcome();
    String reason = EnteredText.note(found.note());
    ContactAttempt unclear = unclear(caseNumber).stream()
        .filter(each -> String.valueOf(each.attemptId()).equals(found.attempt())).findFirst()
        .orElseThrow(() -> new InvalidInputException("attempt", "must be one of the messages in doubt"));
    ledger.end(unclear.attemptId(), finding == Finding.WAS_SENT ? Status.SENT : Status.FAILED,
        "settled-by-supervisor", calendar.now());
    if (finding == Finding.NOT_SENT) {
      treatments.decideAnew(unclear);
    }
    timeline.add(caseNumber, EntryKind.SETTLED, unclear.channel(), actor,
        finding == Finding.WAS_SENT ? "The message in doubt was sent" : "The message in doubt was not sent", reason);
  }
}
