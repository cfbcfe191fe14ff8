package io.remit.privacy;

import io.remit.cases.BusinessCalendar;
import io.remit.node.DailyWork;
import io.remit.node.DailyWork.Work;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Once a day removes what is kept no longer, on one node: files of the work folder first, so that nobody who is erased
 * afterwards stands in one; then rows; then debtors who were quiet for long enough; then the engine's history. What one
 * day leaves, the next one does.
 */
@Component
public class Retention {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int PAGE = 200;

  private final RetentionRepository rounds;
  private final RetentionPolicy policy;
  private final KeptFiles files;
  private final ErasureObstacles obstacles;
  private final Erasures erasures;
  private final HistoryCleanup history;
  private final BusinessCalendar calendar;
  private final DailyWork daily;

  Retention(RetentionRepository rounds, RetentionPolicy policy, KeptFiles files, ErasureObstacles obstacles,
      Erasures erasures, HistoryCleanup history, BusinessCalendar calendar, DailyWork daily) {
    this.rounds = rounds;
    this.policy = policy;
    this.files = files;
    this.obstacles = obstacles;
    this.erasures = erasures;
    this.history = history;
    this.calendar = calendar;
    this.daily = daily;
  }

  /** Makes the round of the day, if no node has made it to its end. */
  @Scheduled(cron = "${remit.retention.check}")
  public void look() {
    LocalDate today = calendar.today();
    daily.once(Work.RETENTION, today, last -> {
      rounds.begin(today, calendar.now());
      make(today);
    });
  }

  private void make(LocalDate today) {
    long removedFiles = files.kinds().stream().mapToLong(kind -> files.removeOlder(kind, policy.daysFor(kind))).sum();
    long removedRows = 0;
    for (RecordKind kind : RecordKind.values()) {
      removedRows += rounds.removeOlder(kind, calendar.startOf(today.minusDays(policy.daysFor(kind))));
    }
    int erased = eraseQuietDebtors(today);
    history.begin();
    rounds.finish(today, erased, removedRows, removedFiles, calendar.now());
    if (erased + removedRows + removedFiles > 0) {
      LOG.info("Kept no longer: {} debtors, {} rows, {} files", erased, removedRows, removedFiles);
    }
  }

  private int eraseQuietDebtors(LocalDate today) {
    int erased = 0;
    String last = "";
    while (true) {
      List<String> page = obstacles.quietSince(
          calendar.startOf(today.minusDays(erasures.daysFor(RecordKind.CLOSED_DEBTOR))), last, PAGE);
      if (page.isEmpty()) {
        return erased;
      }
      for (String debtorId : page) {
        erased += erase(debtorId) ? 1 : 0;
      }
      last = page.get(page.size() - 1);
    }
  }

  private boolean erase(String debtorId) {
    try {
      return erasures.eraseByRule(debtorId);
    } catch (RuntimeException failed) {
      // The message may hold values of the debtor's.
      LOG.error("A debtor could not be erased and is tried again tomorrow: {}", failed.getClass().getSimpleName());
      return false;
    }
  }
}
