package io.remit.process.story;

import io.remit.process.time.DueJobs;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ApplicationContext;

/** The time of an application in a test: it stands still until it is moved, and what falls due on the way is done. */
public final class SimulatedTime {

  private final DueJobs dueJobs;

  private SimulatedTime(DueJobs dueJobs) {
    this.dueJobs = dueJobs;
  }

  /** @param begin where the clock stands from now on */
  public static SimulatedTime of(ApplicationContext application, Instant begin) {
    ClockUtil.setCurrentTime(Date.from(begin));
    return new SimulatedTime(application.getBean(DueJobs.class));
  }

  public Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  /** Moves the clock ahead and does all that falls due on the way, each at its time. */
  public void moveTo(Instant moment) {
    dueJobs.runUpTo(moment);
    ClockUtil.setCurrentTime(Date.from(moment));
  }

  /** Does what is due at this moment. */
  public void runDue() {
    dueJobs.runUntilQuiet();
  }

  /** Gives the clock back to the next test. */
  public void end() {
    ClockUtil.reset();
  }
}
