package io.remit.process.time;

import io.remit.cases.NewsRound;
import io.remit.contact.dispatch.ContactWork;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Runs what is due, the oldest due date first, in the thread that asks for it. */
@Component
public class DueJobs {

  private final EngineJobs jobs;
  private final ContactWork contacts;
  private final NewsRound news;
  private final Rounds rounds;

  DueJobs(EngineJobs jobs, ContactWork contacts, NewsRound news, Rounds rounds) {
    this.jobs = jobs;
    this.contacts = contacts;
    this.news = news;
    this.rounds = rounds;
  }

  /**
   * Runs everything that is due now, and what becomes due by it, until nothing is.
   *
   * @return how many jobs were run, failed ones included
   */
  public long runUntilQuiet() {
    return runUpTo(now());
  }

  /**
   * Runs everything that falls due up to a last moment, each at its time: the engine's clock is moved ahead from one
   * due date to the next. It is left at the last of them; whoever calls decides how it goes on from there. Each day
   * that ends on the way is closed before anything of the next one happens.
   *
   * @return how many jobs were run, failed ones included
   */
  public long runUpTo(Instant last) {
    long executed = 0;
    rounds.begin();
    while (true) {
      List<Job> due = jobs.oldest(last);
      Instant dueDate = due.isEmpty() ? null : due.get(0).getDuedate().toInstant();
      if (dueDate == null || dueDate.isAfter(now())) {
        // Before time goes on, what was planned goes out; that may make something else due.
        boolean more = news.tellAll() + contacts.runUntilQuiet() > 0;
        Instant next = more ? now() : earlier(dueDate, contacts.nextDue().orElse(null));
        if (next == null || next.isAfter(last)) {
          rounds.closeDaysBefore(last);
          return executed;
        }
        rounds.closeDaysBefore(next);
        moveTo(next);
        rounds.lookOnceADay();
      } else {
        jobs.run(due);
        executed += due.size();
      }
    }
  }

  private void moveTo(Instant moment) {
    if (moment.isAfter(now())) {
      ClockUtil.setCurrentTime(Date.from(moment));
      rounds.look();
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }

  private static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }
}
