package io.remit.contact.dispatch;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.cases.NextSteps;
import io.remit.contact.ContactAttempt;
import io.remit.contact.RenderedText;
import io.remit.contact.notice.Announcement;
import io.remit.contact.notice.TermsMessages;
import io.remit.contact.text.ApprovedText;
import io.remit.contact.text.BarredThreats;
import io.remit.contact.text.CaseValues;
import io.remit.contact.text.MessageTexts;
import io.remit.contact.text.Placeholder;
import io.remit.contact.text.SmsSegments;
import io.remit.contact.treatment.Treatments;
import io.remit.gate.Channel;
import io.remit.gate.ContactQuestion.Wording;
import io.remit.gate.Person;
import io.remit.gate.Words;
import io.remit.ledger.Account;
import io.remit.promise.Promise;
import io.remit.promise.Promises;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds the words of messages, and whether they may be used. */
@Component
class Drafts {

  private final MessageTexts texts;
  private final CaseValues values;
  private final Promises promises;
  private final TermsMessages terms;
  private final NextSteps nextSteps;
  private final BarredThreats barredThreats;
  private final BusinessCalendar calendar;
  private final int longestText;

  /** @param longestText how many messages of the network a text message may take */
  Drafts(MessageTexts texts, CaseValues values, Promises promises, TermsMessages terms,
      NextSteps nextSteps, BarredThreats barredThreats, BusinessCalendar calendar,
      @Value("${remit.contact.longest-text}") int longestText) {
    this.texts = texts;
    this.values = values;
    this.promises = promises;
    this.terms = terms;
    this.nextSteps = nextSteps;
    this.barredThreats = barredThreats;
    this.calendar = calendar;
    this.longestText = longestText;
  }

  Draft of(ContactAttempt attempt) {
    return new Draft(attempt);
  }

  /**
   * The words of one planned message: filled in when the gate has the case at hand, with the amounts of that moment.
   */
  final class Draft implements Words {

    private final ContactAttempt attempt;
    private RenderedText text;

    private Draft(ContactAttempt attempt) {
      this.attempt = attempt;
    }

    /** What to send once the gate has allowed it. */
    RenderedText text() {
      return text;
    }

    @Override
    public Wording judge(CollectionCase current, DebtorDetails debtor, List<Account> accounts) {
      Optional<ApprovedText> approved = texts.find(attempt.template(), debtor.language());
      if (approved.isEmpty()) {
        return Wording.NOT_APPROVED;
      }
      boolean forContactPersons = attempt.template().startsWith(Treatments.FOR_CONTACT_PERSONS);
      if (forContactPersons != (attempt.person() == Person.CONTACT_PERSON)) {
        return Wording.FOR_SOMEBODY_ELSE;
      }
      if (!Announcement.isTrue(approved.get(),
          nextSteps.after(current.stage(), current.baseDueDate(), current.ageShift()), calendar.today())) {
        return Wording.ANNOUNCES_ANOTHER_STEP;
      }
      if (barredThreats.isOne(approved.get(), debtor, accounts)) {
        return Wording.THREATENS_BARRED_DEBT;
      }
      Optional<Promise> promise = Optional.ofNullable(attempt.promiseId()).map(promises::get);
      if (promise.isPresent() && promise.get().status() != Promise.Status.OPEN) {
        return Wording.OUTDATED;
      }
      Optional<Map<Placeholder, String>> aboutTerms =
          attempt.matter() == null ? Optional.of(Map.of()) : terms.valuesOf(attempt);
      if (aboutTerms.isEmpty()) {
        return Wording.OUTDATED;
      }
      try {
        Map<Placeholder, String> known = values.of(current, debtor, accounts);
        promise.ifPresent(about -> known.putAll(values.of(about)));
        known.putAll(aboutTerms.get());
        text = approved.get().render(known);
      } catch (IllegalArgumentException valueMissing) {
        return Wording.INCOMPLETE;
      }
      boolean tooLong = attempt.channel() == Channel.SMS && SmsSegments.of(text.body()).count() > longestText;
      return tooLong ? Wording.TOO_LONG : Wording.APPROVED;
    }
  }
}
