package io.remit.hardship;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseEnded;
import io.remit.cases.EntryKind;
import io.remit.cases.InterestStops;
import io.remit.cases.InterestStops.InterestStop;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import io.remit.hold.HoldEnd;
import io.remit.hold.Holds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What relief was granted to debtors in hardship, what it does, and how it ends. */
@Component
public class Reliefs {

  private static final String ENDED = "ENDED";

  private final HardshipRepository reliefs;
  private final Holds holds;
  private final HoldEnd holdEnd;
  private final InterestStops interestStops;
  private final MatterProcess process;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Reliefs(HardshipRepository reliefs, Holds holds, HoldEnd holdEnd, InterestStops interestStops, MatterProcess process,
      BusinessCalendar calendar, Timeline timeline) {
    this.reliefs = reliefs;
    this.holds = holds;
    this.holdEnd = holdEnd;
    this.interestStops = interestStops;
    this.process = process;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** Lets collection go on without interest until the relief ends. */
  public void stopInterest(MatterKey hold, String by) {
    interestStops.stop(hold.caseNumber(), new InterestStop(calendar.today(), lastDay(hold)));
    holdEnd.release(hold, by, Relief.Kind.INTEREST_STOP.name());
  }

  /** Lets collection go on beside the plan that was proposed: from its acceptance on it pauses collection itself. */
  public void goOnWithInstalments(MatterKey hold, String by) {
    reliefs.end(relief(hold).reliefId(), calendar.now(), by);
    holdEnd.release(hold, by, Relief.Kind.LOWER_INSTALMENTS.name());
  }

  /** When a relief is looked at again: its last day at the start of business. */
  public Instant reviewDue(MatterKey hold) {
    return calendar.startOfBusiness(lastDay(hold));
  }

  private LocalDate lastDay(MatterKey hold) {
    return Objects.requireNonNull(relief(hold).until(), "interest stops, and reliefs are reviewed, on a day");
  }

  /** Ends a relief: what it paused goes on. */
  public void end(MatterKey hold, String by) {
    reliefs.end(relief(hold).reliefId(), calendar.now(), by);
    interestStops.end(hold.caseNumber(), calendar.today());
    holdEnd.release(hold, by, "RELIEF_OVER");
  }

  /** The relief that was granted last with a hold. */
  Relief relief(MatterKey hold) {
    return reliefs.reliefOf(hold.number()).orElseThrow();
  }

  /** What was ever granted in a case, oldest first. */
  public List<Relief> ofCase(String caseNumber) {
    return reliefs.reliefsOf(caseNumber);
  }

  /** The case has ended, and with it what still runs for its debtor; a hold that is in force ends by itself. */
  @EventListener
  @Order(CaseEnded.AGREEMENTS + 1)
  void caseEnded(CaseEnded ended) {
    reliefs.reliefsOf(ended.caseNumber()).stream().filter(relief -> relief.endedAt() == null).forEach(relief -> {
      reliefs.end(relief.reliefId(), calendar.now(), Timeline.SYSTEM);
      MatterKey hold = new MatterKey(ended.caseNumber(), MatterKey.Kind.HOLD, relief.holdId());
      if (!holds.get(hold).inForce()) {
        process.changed(hold, ENDED);
      }
    });
  }

  /** Nobody is helped by forged evidence: the relief is refused, and collection goes on. */
  public void refuseForged(MatterKey hold, String by) {
    timeline.add(hold.caseNumber(), EntryKind.RELIEF, by, "Relief was refused: evidence is forged", null);
    holdEnd.release(hold, by, "FORGED");
  }
}
