package io.remit.contact.treatment;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseProcess;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.EntryKind;
import io.remit.cases.News;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempts;
import io.remit.contact.ConversationOutcome;
import org.springframework.stereotype.Component;

/** Lets one case go on by what is new of its debtor. */
@Component
class CaseWaking {

  private final CaseRepository cases;
  private final TreatmentTimes times;
  private final UsableChannels channels;
  private final CaseSteps steps;
  private final CaseProcess process;
  private final ContactAttempts attempts;
  private final Timeline timeline;
  private final BusinessCalendar calendar;

  CaseWaking(CaseRepository cases, TreatmentTimes times, UsableChannels channels, CaseSteps steps, CaseProcess process,
      ContactAttempts attempts, Timeline timeline, BusinessCalendar calendar) {
    this.cases = cases;
    this.times = times;
    this.channels = channels;
    this.steps = steps;
    this.process = process;
    this.attempts = attempts;
    this.timeline = timeline;
    this.calendar = calendar;
  }

  void wake(CollectionCase current, News.Kind kind) {
    String caseNumber = current.caseNumber();
    Treatment next = times.next(current, calendar.today()).treatment();
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
    return channel == Channel.CALL ? channels.callMakesSense(current) : channels.mayBe(current, channel);
  }

  /** The debtor had moved. */
  private boolean restsUntilMoreIsKnown(String caseNumber) {
    return attempts.lastOutcome(caseNumber).filter(ConversationOutcome.MOVED_AWAY.name()::equals).isPresent();
  }
}
