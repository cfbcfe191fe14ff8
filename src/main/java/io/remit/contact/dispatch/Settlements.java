package io.remit.contact.dispatch;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempt.Status;
import io.remit.contact.ContactLedger;
import io.remit.contact.treatment.Treatments;
import java.util.List;
import org.springframework.stereotype.Component;

/** What supervisors find out about messages of which no gateway can tell whether they were sent. */
@Component
public class Settlements {

  private final ContactLedger ledger;
  private final Treatments treatments;
  private final Timeline timeline;
  private final BusinessCalendar calendar;

  Settlements(ContactLedger ledger, Treatments treatments, Timeline timeline, BusinessCalendar calendar) {
    this.ledger = ledger;
    this.treatments = treatments;
    this.timeline = timeline;
    this.calendar = calendar;
  }

  private enum Finding {
    WAS_SENT, NOT_SENT
  }

  /** The messages of a case that are in doubt. */
  public List<ContactAttempt> unsettled(String caseNumber) {
    return ledger.ofCase(caseNumber).stream().filter(attempt -> attempt.status() == Status.UNKNOWN).toList();
  }

  /**
   * Records what became of a message. One that was not sent has failed: the case goes on with what the model does next,
   * and the message itself is never sent again.
   *
   * @param attempt which of the messages in doubt, by its id
   * @param entered WAS_SENT or NOT_SENT, as the form sent it
   * @param note how the supervisor knows, or null
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void record(String caseNumber, String attempt, String entered, String note, String actor) {
    Finding finding = EnteredText.choice("outcome", entered, Finding.class);
    String reason = EnteredText.note(note);
    ContactAttempt settled = unsettled(caseNumber).stream()
        .filter(each -> String.valueOf(each.attemptId()).equals(attempt)).findFirst()
        .orElseThrow(() -> new InvalidInputException("attempt", "must be one of the messages in doubt"));
    ledger.end(settled.attemptId(), finding == Finding.WAS_SENT ? Status.SENT : Status.FAILED,
        "settled-by-supervisor", calendar.now());
    if (finding == Finding.NOT_SENT) {
      treatments.decideAnew(settled);
    }
    timeline.add(caseNumber, "SETTLED", settled.channel().name(), actor,
        finding == Finding.WAS_SENT ? "The message in doubt was sent" : "The message in doubt was not sent", reason);
  }
}
