package io.remit.contact.incoming;

import io.remit.cases.CaseOpened;
import io.remit.cases.Channel;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.contact.conversation.Meaning;
import io.remit.contact.incoming.DebtorTextReader.Understood;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldRequest;
import io.remit.hold.Holds;
import io.remit.person.Persons;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a debtor wrote without an open case, so that nothing could follow from it: the next case tells it, and
 * where it may ask that nobody gets in touch a person reads it before anybody does.
 */
@Component
class TextsBetweenCases {

  private final IncomingTextRepository texts;
  private final DebtorTextReader phrases;
  private final Persons persons;
  private final Holds holds;
  private final Timeline timeline;

  TextsBetweenCases(IncomingTextRepository texts, DebtorTextReader phrases, Persons persons, Holds holds,
      Timeline timeline) {
    this.texts = texts;
    this.phrases = phrases;
    this.persons = persons;
    this.holds = holds;
    this.timeline = timeline;
  }

  /** A case was opened; its process is not there yet, and begins on hold if this raises one. */
  @EventListener
  void opened(CaseOpened opened) {
    List<String> unheard = texts.unheardOf(persons.idsOf(opened.debtorId()), opened.caseNumber()).stream()
        .map(IncomingTexts::excerpt).toList();
    unheard.forEach(text -> timeline.add(opened.caseNumber(), EntryKind.INCOMING, Channel.SMS, Timeline.SYSTEM,
        "The debtor wrote before this case was opened", text));
    if (!holds.isOn(opened.caseNumber(), Reason.TO_BE_READ)) {
      unheard.stream().filter(this::isToBeRead).reduce((earlier, later) -> later).ifPresent(text ->
          holds.raiseWithin(HoldRequest.of(opened.caseNumber(), Reason.TO_BE_READ, text, Timeline.SYSTEM)));
    }
  }

  private boolean isToBeRead(String text) {
    Understood understood = phrases.understand(text);
    return understood.toBeRead() || understood.meaning().map(Meaning::outcome).isPresent();
  }
}
