package io.remit.audit.seal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals what was added to the trail, some rows at a time. Who adds rows does not notice. */
@Component
public class Sealer {

  /**
   * In one seal. Verification counts on it: a seal of so many ended before what there was to seal did, so its time says
   * nothing of when the rows of the next one came.
   */
  static final int MOST_ROWS = 1000;

  private final SettledRows settled;
  private final TrailRows rows;
  private final SealRepository seals;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Sealer(SettledRows settled, TrailRows rows, SealRepository seals, Clock clock,
      PlatformTransactionManager transactions) {
    this.settled = settled;
    this.rows = rows;
    this.seals = seals;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Seals each table as far as nothing more can be added to it before. */
  @Scheduled(initialDelayString = "${remit.trail.seal-every}", fixedDelayString = "${remit.trail.seal-every}")
  public void seal() {
    for (TrailTable table : TrailTable.values()) {
      long last = settled.upTo(table);
      while (last > 0 && Boolean.TRUE.equals(transaction.execute(status -> sealSome(table, last)))) {
        // until there is no more
      }
    }
  }

  /** @return whether there may be more */
  private boolean sealSome(TrailTable table, long last) {
    if (!seals.claim()) {
      return false;
    }
    long after = seals.sealedTo(table);
    if (after >= last) {
      return false;
    }
    List<TrailRow> found = rows.between(table, after, last, MOST_ROWS);
    if (found.isEmpty()) {
      return false;
    }
    boolean more = found.size() == MOST_ROWS;
    seals.add(Seal.of(seals.head(), table, after, more ? found.get(MOST_ROWS - 1).id() : last, found,
        clock.instant().truncatedTo(ChronoUnit.MICROS)));
    return more;
  }
}
