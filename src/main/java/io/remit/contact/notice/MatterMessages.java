package io.remit.contact.notice;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.EntryKind;
import io.remit.cases.MatterKey;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactLedger;
import io.remit.contact.MatterText;
import io.remit.contact.text.MessageTexts;
import io.remit.gate.GateDecision;
import io.remit.gate.Person;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is written to a debtor about what was promised, offered or agreed, and about its end. */
@Component
public class MatterMessages {

  private final CurrentMatterValues values;
  private final MessageTexts texts;
  private final CaseRepository cases;
  private final ContactLedger ledger;
  private final ReachableDebtors debtors;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  MatterMessages(CurrentMatterValues values, MessageTexts texts, CaseRepository cases, ContactLedger ledger,
      ReachableDebtors debtors, BusinessCalendar calendar, Timeline timeline) {
    this.values = values;
    this.texts = texts;
    this.cases = cases;
    this.ledger = ledger;
    this.debtors = debtors;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** Plans a text through the first of its channels that serves and has a wording; the dispatcher sends it. */
  public void tell(MatterKey matter, MatterText text) {
    CollectionCase current = cases.get(matter.caseNumber());
    Reachability debtor = debtors.of(current.debtorId());
    Optional<Channel> channel = text.channels().stream().filter(debtor::serves)
        .filter(each -> texts.find(text.template(each), debtor.debtor().language()).isPresent()).findFirst();
    channel.ifPresentOrElse(each -> plan(matter, current, each, text.template(each), calendar.now()),
        () -> noteUntold(matter, text));
  }

  /** The gate forbade a message about a matter: it is tried again from when it may go, if it is true by then. */
  public void denied(ContactAttempt attempt, GateDecision decision) {
    MatterKey matter = Objects.requireNonNull(attempt.matter());
    Instant next = decision.nextAllowedAt();
    if (next != null && isInTime(matter, next) && values.of(attempt).isPresent()) {
      plan(matter, cases.get(attempt.caseNumber()), attempt.channel(), Objects.requireNonNull(attempt.template()),
          next);
    }
  }

  private boolean isInTime(MatterKey matter, Instant moment) {
    return values.lastDay(matter).map(day -> moment.isBefore(calendar.startOfBusiness(day.plusDays(1)))).orElse(true);
  }

  private void plan(MatterKey matter, CollectionCase current, Channel channel, String template, Instant notBefore) {
    ledger.planAbout(matter, new ContactLedger.Plan(current.caseNumber(), current.debtorId(), current.stage().name(),
        channel, Person.DEBTOR, template, null, Timeline.SYSTEM), calendar.now(), notBefore);
  }

  private void noteUntold(MatterKey matter, MatterText text) {
    if (matter.kind() == MatterKey.Kind.PROMISE) {
      timeline.add(matter.caseNumber(), EntryKind.PROMISE, Timeline.SYSTEM,
          "No text about the promise: neither a number nor an e-mail address serves");
    } else {
      timeline.add(matter.caseNumber(), EntryKind.DENIED, Timeline.SYSTEM,
          "No address serves for the text " + text.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}
