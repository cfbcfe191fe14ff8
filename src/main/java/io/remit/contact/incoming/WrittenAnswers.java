package io.remit.contact.incoming;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.contact.ContactLedger;
import io.remit.gate.Person;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers what a debtor said, in writing and in approved words; no hold, cap or hour stops an answer. */
@Component
public class WrittenAnswers {

  private final CaseRepository cases;
  private final ContactLedger ledger;
  private final ReachableDebtors debtors;
  private final Timeline timeline;
  private final BusinessCalendar calendar;

  WrittenAnswers(CaseRepository cases, ContactLedger ledger, ReachableDebtors debtors, Timeline timeline,
      BusinessCalendar calendar) {
    this.cases = cases;
    this.ledger = ledger;
    this.debtors = debtors;
    this.timeline = timeline;
    this.calendar = calendar;
  }

  /**
   * Plans an answer; the dispatcher sends it as soon as this is committed, also if the case is closed by then. If there
   * is no address to write to, the timeline says that nothing could be sent.
   *
   * @param text the template without its last word, such as {@code complaint-answer-upheld}
   */
  public void plan(String caseNumber, String text) {
    CollectionCase current = cases.get(caseNumber);
    Reachability debtor = debtors.of(current.debtorId());
    Optional<Channel> channel = Stream.of(Channel.EMAIL, Channel.LETTER).filter(debtor::serves).findFirst();
    if (channel.isEmpty()) {
      timeline.add(caseNumber, EntryKind.ANSWER, Timeline.SYSTEM, "There is no address to send the answer to", text);
      return;
    }
    String template = text + "-" + channel.get().name().toLowerCase(Locale.ROOT);
    ledger.planAnswer(new ContactLedger.Plan(caseNumber, current.debtorId(), current.stage().name(), channel.get(),
        Person.DEBTOR, template, null, Timeline.SYSTEM), calendar.now());
  }
}
