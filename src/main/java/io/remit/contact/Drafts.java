package io.remit.contact;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorRepository;
import io.remit.cases.NextSteps;
import io.remit.gate.Channel;
import io.remit.gate.ContactQuestion.Wording;
import io.remit.gate.Person;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds the words of a message, and whether they may be used. */
@Component
class Drafts {


  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final MessageTexts texts;
  private final CaseValues values;
  private final NextSteps nextSteps;
  private final BusinessCalendar calendar;
  private final int longestText;

  /** @param longestText how many messages of the network a text message may take */
  Drafts(CaseRepository cases, DebtorRepository debtors, MessageTexts texts, CaseValues values, NextSteps nextSteps,
      BusinessCalendar calendar, @Value("${remit.contact.longest-text}") int longestText) {
    this.cases = cases;
    this.debtors = debtors;
    this.texts = texts;
    this.values = values;
    this.nextSteps = nextSteps;
    this.calendar = calendar;
    this.longestText = longestText;
  }

  /** The words of a planned message as they would be now; amounts come from the ledger. */
  Draft of(ContactAttempt attempt) {
    CollectionCase current = cases.get(attempt.caseNumber());
    DebtorDetails debtor = debtors.get(attempt.debtorId());
    Optional<ApprovedText> text = texts.find(attempt.template(), debtor.language());
    if (text.isEmpty()) {
      return new Draft(null, Wording.NOT_APPROVED);
    }
    if (attempt.template().startsWith(Treatments.FOR_CONTACT_PERSONS) != (attempt.person() == Person.CONTACT_PERSON)) {
      return new Draft(null, Wording.FOR_SOMEBODY_ELSE);
    }
    if (!Announcement.isTrue(text.get(), nextSteps.after(current.stage(), current.baseDueDate()), calendar.today())) {
      return new Draft(null, Wording.ANNOUNCES_ANOTHER_STEP);
    }
    try {
      RenderedText rendered = text.get().render(values.of(current, debtor));
      boolean tooLong = attempt.channel() == Channel.SMS && SmsSegments.of(rendered.body()).count() > longestText;
      return tooLong ? new Draft(null, Wording.TOO_LONG) : new Draft(rendered, Wording.APPROVED);
    } catch (IllegalArgumentException valueMissing) {
      return new Draft(null, Wording.INCOMPLETE);
    }
  }
}
