package io.remit.cockpit;

import io.remit.casefile.GateAnswers;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorRepository;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempts;
import io.remit.gate.GateDecision;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the debtor of a case may be contacted now, and the last contact that the gate denied. */
@Component
class LastContacts {

  private final GateAnswers answers;
  private final ContactAttempts attempts;
  private final DebtorRepository debtors;

  LastContacts(GateAnswers answers, ContactAttempts attempts, DebtorRepository debtors) {
    this.answers = answers;
    this.attempts = attempts;
    this.debtors = debtors;
  }

  /** What the gate decided at a moment. */
  record Denied(Instant at, Channel channel, GateDecision decision, ZoneId timeZone) {
  }

  /** What the gate says now to a call in TELEPHONE, to a visit in VISIT; null in any other stage. */
  GateAnswers.@Nullable Answer now(CollectionCase current) {
    return switch (current.stage()) {
      case TELEPHONE -> answers.of(current, Channel.CALL);
      case VISIT -> answers.of(current, Channel.VISIT);
      default -> null;
    };
  }

  /** The last contact that was tried, if the gate denied it; else null. */
  @Nullable Denied denied(CollectionCase current) {
    return attempts.ofCase(current.caseNumber()).stream().findFirst()
        .filter(last -> last.status() == ContactAttempt.Status.DENIED)
        .map(last -> new Denied(last.plannedAt(), last.channel(), last.decision(),
            debtors.get(current.debtorId()).timeZone())).orElse(null);
  }
}
