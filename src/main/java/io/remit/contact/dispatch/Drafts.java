package io.remit.contact.dispatch;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.cases.NextSteps;
import io.remit.contact.ContactAttempt;
import io.remit.contact.notice.Announcement;
import io.remit.contact.notice.CurrentMatterValues;
import io.remit.contact.text.ApprovedText;
import io.remit.contact.text.BarredThreats;
import io.remit.contact.text.CaseValues;
import io.remit.contact.text.MessageTexts;
import io.remit.contact.text.Placeholder;
import io.remit.contact.text.SmsSegments;
import io.remit.contact.treatment.Treatments;
import io.remit.gate.ContactQuestion.Wording;
import io.remit.gate.Draft;
import io.remit.gate.Person;
import io.remit.gate.RenderedText;
import io.remit.gate.Words;
import io.remit.ledger.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds the words of messages, and whether they may be used. Nothing is kept: the gate's answer carries the text. */
@Component
class Drafts {

  private final MessageTexts texts;
  private final CaseValues values;
  private final CurrentMatterValues matterValues;
  private final NextSteps nextSteps;
  private final BarredThreats barredThreats;
  private final BusinessCalendar calendar;
  private final int longestText;

  /** @param longestText how many messages of the network a text message may take */
  Drafts(MessageTexts texts, CaseValues values, CurrentMatterValues matterValues, NextSteps nextSteps,
      BarredThreats barredThreats, BusinessCalendar calendar,
      @Value("${remit.contact.longest-text}") int longestText) {
    this.texts = texts;
    this.values = values;
    this.matterValues = matterValues;
    this.nextSteps = nextSteps;
    this.barredThreats = barredThreats;
    this.calendar = calendar;
    this.longestText = longestText;
  }

  /** The words of a planned message, with the amounts of the moment at which the gate asks for them. */
  Words of(ContactAttempt attempt) {
    return (current, debtor, accounts) -> draft(attempt, current, debtor, accounts);
  }

  private Draft draft(ContactAttempt attempt, CollectionCase current, DebtorDetails debtor, List<Account> accounts) {
    String template = attempt.template();
    Optional<ApprovedText> approved = Optional.ofNullable(template)
        .flatMap(name -> texts.find(name, debtor.language()));
    if (template == null || approved.isEmpty()) {
      return Draft.without(Wording.NOT_APPROVED);
    }
    boolean forContactPersons = template.startsWith(Treatments.FOR_CONTACT_PERSONS);
    if (forContactPersons != (attempt.person() == Person.CONTACT_PERSON)) {
      return Draft.without(Wording.FOR_SOMEBODY_ELSE);
    }
    if (!Announcement.isTrue(approved.get(),
        nextSteps.after(current.stage(), current.baseDueDate(), current.ageShift()), calendar.today())) {
      return Draft.without(Wording.ANNOUNCES_ANOTHER_STEP);
    }
    if (barredThreats.isOne(approved.get(), debtor, accounts)) {
      return Draft.without(Wording.THREATENS_BARRED_DEBT);
    }
    Optional<Map<Placeholder, String>> aboutMatter = matterValues.of(attempt);
    if (aboutMatter.isEmpty()) {
      return Draft.without(Wording.OUTDATED);
    }
    try {
      Map<Placeholder, String> known = values.of(current, debtor, accounts);
      known.putAll(aboutMatter.get());
      return fitting(approved.get().render(known), attempt.channel());
    } catch (IllegalArgumentException valueMissing) {
      return Draft.without(Wording.INCOMPLETE);
    }
  }

  private Draft fitting(RenderedText text, Channel channel) {
    boolean tooLong = channel == Channel.SMS && SmsSegments.of(text.body()).count() > longestText;
    return tooLong ? Draft.without(Wording.TOO_LONG) : Draft.of(text);
  }
}
