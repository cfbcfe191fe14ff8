package io.remit.contact;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.DebtorRepository;
import io.remit.cases.Stage;
import io.remit.cases.Timeline;
import io.remit.gate.GateDecision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * One debtor gets one message where several of his cases or steps want one on the same day. The others are not sent later
 * either, but count as done: unless they belong to a later stage, of which the debtor must hear.
 */
@Component
class Superseding {

  private final ContactLedger ledger;
  private final DebtorRepository debtors;
  private final Timeline timeline;
  private final BusinessCalendar calendar;

  Superseding(ContactLedger ledger, DebtorRepository debtors, Timeline timeline, BusinessCalendar calendar) {
    this.ledger = ledger;
    this.debtors = debtors;
    this.timeline = timeline;
    this.calendar = calendar;
  }

  /** A message went out: what else waits for the same debtor is not sent. */
  void byMessageOf(ContactAttempt sent) {
    if (!sent.channel().isMessage() || !sent.isTreatment()) {
      return;
    }
    ledger.plannedFor(sent.debtorId()).stream().filter(other -> other.channel().isMessage() && other.isTreatment())
        .filter(other -> stage(other).compareTo(stage(sent)) <= 0).forEach(other -> {
          ledger.supersede(other.attemptId(), sent.attemptId());
          timeline.add(other.caseNumber(), "SUPERSEDED", other.channel().name(), Timeline.SYSTEM,
              "Not sent: the debtor had a message in case " + sent.caseNumber() + " on this day", other.template());
        });
  }

  /** The message of another case that the debtor had today and that makes this one needless. */
  Optional<ContactAttempt> hasTheSlotOf(ContactAttempt denied, GateDecision decision) {
    if (!denied.channel().isMessage() || !denied.isTreatment() || decision.nextAllowedAt() == null) {
      return Optional.empty();
    }
    ZoneId zone = debtors.get(denied.debtorId()).timeZone();
    Instant today = calendar.now().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    return ledger.messageSince(denied.debtorId(), today)
        .filter(other -> !other.caseNumber().equals(denied.caseNumber()))
        .filter(other -> stage(denied).compareTo(stage(other)) <= 0);
  }

  private static Stage stage(ContactAttempt attempt) {
    return Stage.valueOf(attempt.stage());
  }
}
