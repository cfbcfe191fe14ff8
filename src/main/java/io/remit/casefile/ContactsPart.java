package io.remit.casefile;

import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempts;
import io.remit.contact.dispatch.DeliveryClarification;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** How the debtor was contacted, the newest first, and messages of which it is not known whether they left. */
@Component
class ContactsPart implements CaseFilePart {

  private static final int SHOWN_CONTACTS = 10;

  private final ContactAttempts contacts;
  private final DeliveryClarification clarification;
  private final FormWords words;

  ContactsPart(ContactAttempts contacts, DeliveryClarification clarification, FormWords words) {
    this.contacts = contacts;
    this.clarification = clarification;
    this.words = words;
  }

  private record Contacts(List<ContactRow> contacts, List<Option> unsettled) {
  }

  private record ContactRow(String at, String channel, String result, String actor) {
  }

  @Override
  public Contacts of(OpenedForm form) {
    ZoneId zone = form.about().debtor().timeZone();
    return new Contacts(
        contacts.ofCase(form.caseNumber()).stream().limit(SHOWN_CONTACTS).map(attempt -> row(attempt, zone)).toList(),
        clarification.unclear(form.caseNumber()).stream().map(attempt -> new Option(
            FormWords.dayAndTime(attempt.plannedAt(), zone) + " " + attempt.channel() + " " + attempt.template()
                + " by " + attempt.gateway(), String.valueOf(attempt.attemptId()))).toList());
  }

  private ContactRow row(ContactAttempt attempt, ZoneId zone) {
    String result = attempt.outcome() != null ? attempt.outcome() : attempt.status().name();
    String reason = attempt.overdueReason() == null ? "" : ": " + words.of(attempt.overdueReason());
    return new ContactRow(FormWords.dayAndTime(attempt.plannedAt(), zone), words.name(attempt.channel()),
        words.of(result) + reason, attempt.actor());
  }
}
