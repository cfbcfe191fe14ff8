package io.remit.contact.incoming;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.Timeline;
import io.remit.contact.ContactLedger;
import io.remit.gate.Channel;
import io.remit.gate.ContactGate;
import io.remit.gate.Person;
import io.remit.gate.Reachability;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers what a debtor said, in writing and in approved words; no hold, cap or hour stops an answer. */
@Component
public class WrittenAnswers {

  private final CaseRepository cases;
  private final ContactLedger ledger;
  private final ContactGate gate;
  private final Timeline timeline;
  private final BusinessCalendar calendar;

  WrittenAnswers(CaseRepository cases, ContactLedger ledger, ContactGate gate, Timeline timeline,
      BusinessCalendar calendar) {
    this.cases = cases;
    this.ledger = ledger;
    this.gate = gate;
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
    Reachability debtor = gate.reachability(current.debtorId());
    Optional<Channel> channel = Stream.of(Channel.EMAIL, Channel.LETTER).filter(debtor::serves).findFirst();
    if (channel.isEmpty()) {
      timeline.add(caseNumber, "ANSWER", null, Timeline.SYSTEM, "There is no address to send the answer to", text);
      return;
    }
    String template = text + "-" + channel.get().name().toLowerCase(Locale.ROOT);
    ledger.planAnswer(new ContactLedger.Plan(caseNumber, current.debtorId(), current.stage().name(), channel.get(),
        Person.DEBTOR, template, null, Timeline.SYSTEM), calendar.now());
  }
}
