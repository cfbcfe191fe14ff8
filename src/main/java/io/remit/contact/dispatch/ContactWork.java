package io.remit.contact.dispatch;

import io.remit.cases.BusinessCalendar;
import io.remit.contact.ContactAttempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** All that is to be done about contacts beside the processes: to send, to find out, to tidy up. */
@Component
public class ContactWork {

  private final Dispatcher dispatcher;
  private final DeliveryReports reports;
  private final Claims claims;
  private final ContactAttempts ledger;
  private final AttemptOutcomes outcomes;
  private final BusinessCalendar calendar;
  private final Duration lease;
  private final Duration callWithin;
  private final Duration visitWithin;
  private final Duration robotTellsWithin;

  /**
   * @param lease for how long a node counts as alive after its last sign of life
   * @param callWithin how long a number may be shown before a call
   * @param visitWithin how long before a visit the way may be begun
   * @param robotTellsWithin how long a robot may take to tell what came of a call
   */
  ContactWork(Dispatcher dispatcher, DeliveryReports reports, Claims claims, ContactAttempts ledger,
      AttemptOutcomes outcomes, BusinessCalendar calendar,
      @Value("${remit.dispatcher.lease}") Duration lease, @Value("${remit.contact.call-within}") Duration callWithin,
      @Value("${remit.contact.visit-within}") Duration visitWithin,
      @Value("${remit.contact.robot-tells-within}") Duration robotTellsWithin) {
    this.dispatcher = dispatcher;
    this.reports = reports;
    this.claims = claims;
    this.ledger = ledger;
    this.outcomes = outcomes;
    this.calendar = calendar;
    this.lease = lease;
    this.callWithin = callWithin;
    this.visitWithin = visitWithin;
    this.robotTellsWithin = robotTellsWithin;
  }

  /**
   * Does all that is due, in the thread that asks for it.
   *
   * @return how many messages were worked on
   */
  public long runUntilQuiet() {
    long worked = 0;
    for (int last = once(); last > 0; last = once()) {
      worked += last;
    }
    return worked;
  }

  private int once() {
    tidyUp();
    return dispatcher.dispatch() + dispatcher.clarify(lease);
  }

  /** Looks after what nobody else does: messages left behind, reports parked, turns not used. */
  void tidyUp() {
    reports.matchParked();
    Instant now = calendar.now();
    claims.giveBack(now.minus(callWithin), now.minus(visitWithin));
    ledger.robotCallsSentBefore(now.minus(robotTellsWithin))
        .forEach(silent -> outcomes.failed(silent, "the robot told nothing", false));
  }

  /** When there is something to do that waits for its time; empty if nothing does. */
  public Optional<Instant> nextDue() {
    // One moment later than the robot's last, so that it has passed.
    Optional<Instant> robot = ledger.firstRobotCallWithoutResult()
        .map(sent -> sent.plus(robotTellsWithin).plusMillis(1));
    return Stream.concat(dispatcher.nextDue().stream(), robot.stream()).min(Instant::compareTo);
  }
}
