package io.remit.process.trial;

import io.remit.cases.BusinessCalendar;
import io.remit.figures.CostOfPeriod;
import io.remit.person.SharedContacts;
import io.remit.process.time.DueJobs;
import io.remit.trial.Lived;
import io.remit.trial.Lived.Drawings;
import io.remit.trial.PortfolioView;
import io.remit.trial.TrialOrder.Answers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets a copy live under the models with which it was started, and looks at what became of it. */
@Component
@Profile("trial")
class TrialLife {

  /** How long a task waits until somebody looks at it. */
  private static final Duration STEP = Duration.ofHours(2);

  private final PortfolioView portfolio;
  private final OpenProcesses processes;
  private final Unreached unreached;
  private final TaskWork work;
  private final CostOfPeriod cost;
  private final DueJobs jobs;
  private final ManagementService management;
  private final SharedContacts shared;
  private final BusinessCalendar calendar;

  TrialLife(PortfolioView portfolio, OpenProcesses processes, Unreached unreached,
      TaskWork work, CostOfPeriod cost, DueJobs jobs, ManagementService management, SharedContacts shared,
      BusinessCalendar calendar) {
    this.portfolio = portfolio;
    this.processes = processes;
    this.unreached = unreached;
    this.work = work;
    this.cost = cost;
    this.jobs = jobs;
    this.management = management;
    this.shared = shared;
    this.calendar = calendar;
  }

  Lived live(LifeOrder order) {
    Instant begin = calendar.now();
    Instant end = begin.plus(Duration.ofDays(order.days()));
    long stuckBefore = stuck();
    shared.knowByOtherWords();
    Map<String, String> byAge = portfolio.stagesByAge();
    Drawings drawings = order.moving() ? processes.moveToNewest() : new Drawings(0, 0);
    if (order.answers() == Answers.NONE) {
      runTo(end);
    } else {
      unreached.begin();
      for (Instant next = begin; next.isBefore(end); next = next.plus(STEP)) {
        runTo(next);
        unreached.work();
      }
      runTo(end);
    }
    return new Lived(byAge, portfolio.stagesOf(byAge), portfolio.contactsSince(begin), work.byDayAndGroup(),
        cost.between(calendar.dayOf(begin), calendar.dayOf(end)), drawings,
        stuck() - stuckBefore);
  }

  private long stuck() {
    return management.createJobQuery().noRetriesLeft().count();
  }

  private void runTo(Instant moment) {
    jobs.runUpTo(moment);
    ClockUtil.setCurrentTime(Date.from(moment));
  }
}
