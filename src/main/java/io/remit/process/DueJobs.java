package io.remit.process;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFollowing;
import io.remit.cases.NewsRound;
import io.remit.contact.dispatch.ContactWork;
import io.remit.figures.DailySnapshot;
import io.remit.limitation.LimitationWatch;
import io.remit.person.SharedContacts;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs what is due, the oldest due date first, in the thread that asks for it. */
@Component
class DueJobs {

  private static final Logger LOG = LoggerFactory.getLogger(DueJobs.class);
  private static final int BATCH = 100;

  private final ManagementService management;
  private final ProcessEngineConfigurationImpl configuration;
  private final ContactWork contacts;
  private final CaseFollowing following;
  private final NewsRound news;
  private final NightlyRound nightly;
  private final DailySnapshot snapshot;
  private final LimitationWatch limitations;
  private final SharedContacts sharedContacts;
  private final BusinessCalendar calendar;

  DueJobs(ManagementService management, ProcessEngineConfigurationImpl configuration, ContactWork contacts,
      CaseFollowing following, NewsRound news, NightlyRound nightly, DailySnapshot snapshot,
      LimitationWatch limitations, SharedContacts sharedContacts, BusinessCalendar calendar) {
    this.management = management;
    this.configuration = configuration;
    this.contacts = contacts;
    this.following = following;
    this.news = news;
    this.nightly = nightly;
    this.snapshot = snapshot;
    this.limitations = limitations;
    this.sharedContacts = sharedContacts;
    this.calendar = calendar;
  }

  /**
   * Runs everything that is due now, and what becomes due by it, until nothing is.
   *
   * @return how many jobs were run, failed ones included
   */
  long runUntilQuiet() {
    return runUpTo(now());
  }

  /**
   * Runs everything that falls due up to a last moment, each at its time: the engine's clock is moved ahead from one
   * due date to the next. It is left at the last of them; whoever calls decides how it goes on from there. Each day
   * that ends on the way is closed before anything of the next one happens.
   *
   * @return how many jobs were run, failed ones included
   */
  long runUpTo(Instant last) {
    long executed = 0;
    following.tryAll();
    limitations.look();
    sharedContacts.look();
    closeDaysBefore(now());
    while (true) {
      List<Job> due = oldest(last);
      Instant dueDate = due.isEmpty() ? null : due.get(0).getDuedate().toInstant();
      if (dueDate == null || dueDate.isAfter(now())) {
        // Before time goes on, what was planned goes out; that may make something else due.
        Instant next = news.tellAll() + contacts.runUntilQuiet() > 0 ? now()
            : earlier(dueDate, contacts.nextDue().orElse(null));
        if (next == null || next.isAfter(last)) {
          closeDaysBefore(last);
          return executed;
        }
        closeDaysBefore(next);
        moveTo(next);
        nightly.look();
      } else {
        runTogetherOrAlone(due);
        executed += due.size();
      }
    }
  }

  private void closeDaysBefore(Instant moment) {
    snapshot.closeDaysBefore(calendar.dayOf(moment));
  }

  private void moveTo(Instant moment) {
    if (moment.isAfter(now())) {
      ClockUtil.setCurrentTime(Date.from(moment));
      limitations.look();
      sharedContacts.look();
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }

  private void runTogetherOrAlone(List<Job> due) {
    if (!executeTogether(due)) {
      due.forEach(job -> executeAlone(job.getId()));
    }
  }

  private static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  /**
   * The jobs to run next: those of the oldest due date, as far as they cannot disturb one another, which cases of their
   * own cannot. A job of a called process runs alone, since its case may end it.
   */
  private List<Job> oldest(Instant last) {
    List<Job> candidates = management.createJobQuery().active().withRetriesLeft()
        .duedateLowerThan(Date.from(last.plusMillis(1))).orderByJobDuedate().asc().orderByJobId().asc()
        .listPage(0, BATCH);
    if (candidates.isEmpty() || !isCase(candidates.get(0))) {
      return candidates.stream().limit(1).toList();
    }
    Date oldest = candidates.get(0).getDuedate();
    Set<String> processes = new HashSet<>();
    return candidates.stream().filter(job -> job.getDuedate().compareTo(oldest) == 0 && isCase(job))
        .filter(job -> processes.add(job.getProcessInstanceId())).toList();
  }

  private static boolean isCase(Job job) {
    return CaseModel.KEY.equals(job.getProcessDefinitionKey());
  }

  /** @return false if one of them failed; then none has run */
  private boolean executeTogether(List<Job> jobs) {
    if (jobs.size() == 1) {
      return false;
    }
    try {
      configuration.getCommandExecutorTxRequired().execute(context -> {
        jobs.forEach(job -> management.executeJob(job.getId()));
        return null;
      });
      return true;
    } catch (RuntimeException oneFailed) {
      LOG.debug("A batch of {} jobs failed and is run one by one", jobs.size());
      return false;
    }
  }

  private void executeAlone(String jobId) {
    try {
      management.executeJob(jobId);
    } catch (OptimisticLockingException concurrent) {
      LOG.debug("Job {} met a concurrent change and runs again", jobId);
    } catch (RuntimeException failed) {
      // The engine has noted the failure, counts down the retries and shows an incident after the last.
      LOG.warn("Job {} failed: {}", jobId, failed.getClass().getSimpleName());
    }
  }
}
