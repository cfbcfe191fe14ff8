package io.remit.contact.treatment;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseProcess;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.EntryKind;
import io.remit.cases.News;
import io.remit.cases.NewsListener;
import io.remit.cases.Timeline;
import io.remit.contact.ContactLedger;
import io.remit.contact.ConversationOutcome;
import io.remit.person.Persons;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Something new is known of a debtor: what nobody may do any more is taken back, what waited because something was not
 * known goes on, and all that has a date gets it anew.
 */
@Component
class Awakening implements NewsListener {

  private final CaseRepository cases;
  private final Persons persons;
  private final Treatments treatments;
  private final CaseSteps steps;
  private final CaseProcess process;
  private final ContactLedger ledger;
  private final Timeline timeline;
  private final BusinessCalendar calendar;

  Awakening(CaseRepository cases, Persons persons, Treatments treatments, CaseSteps steps, CaseProcess process,
      ContactLedger ledger, Timeline timeline, BusinessCalendar calendar) {
    this.cases = cases;
    this.persons = persons;
    this.treatments = treatments;
    this.steps = steps;
    this.process = process;
    this.ledger = ledger;
    this.timeline = timeline;
    this.calendar = calendar;
  }

  @Override
  public Set<News.Kind> kinds() {
    return Set.of(News.Kind.DEBTOR, News.Kind.WAY_TO_DEBTOR);
  }

  @Override
  public void heard(News.Kind kind, String debtorId) {
    // what is told of one id is true of the person, and of all that he owes under others
    for (String caseNumber : cases.openOf(persons.idsOf(debtorId))) {
      CollectionCase current = cases.lock(caseNumber);
      treatments.note(current);
      // A case on hold decides anew when the hold ends.
      if (current.status() == CollectionCase.Status.OPEN) {
        if (steps.isBarred(caseNumber)) {
          throw new IllegalStateException("case " + caseNumber + " hears nothing now");
        }
        wake(current, kind);
      }
    }
  }

  private void wake(CollectionCase current, News.Kind kind) {
    String caseNumber = current.caseNumber();
    Treatment next = treatments.next(current, calendar.today()).treatment();
    // What the table asks for all the same, such as a look at what the debtor wrote, stays.
    steps.openContact(caseNumber).filter(channel -> !next.name().equals(channel.name()))
        .filter(channel -> !makesSense(current, channel)).ifPresent(channel -> {
      if (steps.takeBack(caseNumber)) {
        timeline.add(caseNumber, EntryKind.TASK, channel, Timeline.SYSTEM,
            "A task was taken back: nobody may contact the debtor in this way", null);
      }
    });
    boolean moreToDo = next != Treatment.WAIT;
    if (moreToDo && steps.waits(caseNumber)) {
      timeline.add(caseNumber, EntryKind.TASK, Timeline.SYSTEM, "The case goes on, since more is known of the debtor");
      steps.goOn(caseNumber);
    }
    if (kind == News.Kind.WAY_TO_DEBTOR && restsUntilMoreIsKnown(caseNumber)) {
      cases.restExactly(caseNumber, calendar.now());
    }
    process.redate(caseNumber);
  }

  private boolean makesSense(CollectionCase current, Channel channel) {
    return channel == Channel.CALL ? treatments.callMakesSense(current) : treatments.mayBe(current, channel);
  }

  /** The debtor had moved. */
  private boolean restsUntilMoreIsKnown(String caseNumber) {
    return ledger.lastOutcome(caseNumber).filter(ConversationOutcome.MOVED_AWAY.name()::equals).isPresent();
  }
}
