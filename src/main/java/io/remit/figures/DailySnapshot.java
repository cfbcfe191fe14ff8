package io.remit.figures;

import io.remit.cases.BusinessCalendar;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps what each account in collection was like at the end of each day. A day is copied once, as soon as somebody
 * looks after its midnight in the creditor's zone; from then on it never changes. Days on which nobody looked are made
 * afterwards, each from what is known then. The first day is the one on which somebody looked first.
 */
@Component
public class DailySnapshot {

  private static final Logger LOG = LoggerFactory.getLogger(DailySnapshot.class);

  private final SnapshotRepository snapshots;
  private final BusinessCalendar calendar;
  private final int batch;
  /** All days before it are closed, as far as this node has looked. */
  private volatile LocalDate closedBefore = LocalDate.MIN;

  /** @param batch how many cases are copied in one transaction */
  DailySnapshot(SnapshotRepository snapshots, BusinessCalendar calendar,
      @Value("${remit.figures.snapshot-batch}") int batch) {
    this.snapshots = snapshots;
    this.calendar = calendar;
    this.batch = batch;
  }

  /** Closes the days that are over. */
  @Scheduled(cron = "${remit.figures.snapshot-check}")
  void closeDaysThatAreOver() {
    closeDaysBefore(calendar.today());
  }

  /**
   * Makes the snapshots that are missing of days before this one, the oldest first. It may be called at any time, on
   * any number of nodes, and again after it was interrupted: it goes on where it stopped.
   *
   * @param day in the creditor's zone; it may lie ahead if nothing happens until then
   */
  public void closeDaysBefore(LocalDate day) {
    if (!day.isAfter(closedBefore)) {
      return;
    }
    LocalDate first = snapshots.firstUnfinished().orElse(calendar.today());
    begin(first);
    for (LocalDate missing = first; missing.isBefore(day); missing = missing.plusDays(1)) {
      close(missing);
      begin(missing.plusDays(1));
    }
    closedBefore = day;
  }

  private void begin(LocalDate day) {
    snapshots.begin(day, calendar.startOf(day), calendar.startOf(day.plusDays(1)));
  }

  private void close(LocalDate day) {
    long begin = System.nanoTime();
    int batches = 0;
    while (snapshots.copyNext(day, batch, calendar.now())) {
      batches++;
    }
    LOG.debug("Snapshot of {}: {} batches in {} ms", day, batches, (System.nanoTime() - begin) / 1_000_000);
  }
}
