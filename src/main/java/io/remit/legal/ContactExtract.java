package io.remit.legal;

import io.remit.cases.Channel;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempts;
import io.remit.files.Attachment;
import io.remit.gate.GateDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All contacts of a case, also those that the gate denied, and the letters that were sent. */
@Component
class ContactExtract {

  private final ContactAttempts attempts;
  private final KeptLetters kept;

  ContactExtract(ContactAttempts attempts, KeptLetters kept) {
    this.attempts = attempts;
    this.kept = kept;
  }

  /** Each oldest first. */
  record Contacts(List<DossierContent.Contact> contacts, List<DossierContent.Letter> letters,
      List<Attachment> files) {
  }

  Contacts of(String caseNumber) {
    List<ContactAttempt> all = new ArrayList<>(attempts.ofCase(caseNumber));
    Collections.reverse(all);
    List<DossierContent.Letter> letters = new ArrayList<>();
    List<Attachment> files = new ArrayList<>();
    for (ContactAttempt attempt : all) {
      if (attempt.channel() == Channel.LETTER && attempt.sentAt() != null) {
        Optional<Attachment> file = kept.of(attempt);
        file.ifPresent(files::add);
        letters.add(new DossierContent.Letter(attempt.sentAt(),
            attempt.template() + " " + attempt.templateVersion(), attempt.status().name(),
            file.map(Attachment::name).orElse(null)));
      }
    }
    return new Contacts(all.stream().map(ContactExtract::contact).toList(), letters, files);
  }

  private static DossierContent.Contact contact(ContactAttempt attempt) {
    Instant at = Stream.of(attempt.sentAt(), attempt.contactedAt(), attempt.finishedAt(), attempt.plannedAt())
        .filter(moment -> moment != null).findFirst().orElseThrow();
    GateDecision decision = attempt.decision();
    boolean asked = !decision.equals(GateDecision.notAskedYet());
    return new DossierContent.Contact(at, attempt.channel().name(), attempt.person().name(),
        attempt.outcome() == null ? attempt.status().name() : attempt.outcome(), asked ? decision.allowed() : null,
        decision.rule());
  }
}
