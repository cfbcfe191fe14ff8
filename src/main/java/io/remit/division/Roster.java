package io.remit.division;

import io.remit.cases.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who is there today and how much each has to do. It is read anew at the latest every half minute; what this node gives
 * out in between it counts itself, so that giving out one case costs no look at all the others.
 */
@Component
public class Roster {

  private static final Duration FRESH = Duration.ofSeconds(30);

  private final CollectorRepository collectors;
  private final WorkRepository work;
  private final Workforce workforce;
  private final BusinessCalendar calendar;
  private volatile @Nullable Reading latest;

  Roster(CollectorRepository collectors, WorkRepository work, Workforce workforce, BusinessCalendar calendar) {
    this.collectors = collectors;
    this.work = work;
    this.workforce = workforce;
    this.calendar = calendar;
  }

  private record Reading(Instant at, List<Collector> known, Set<String> there, Map<String, Long> minutes) {
  }

  /** Whether the user is a collector and not away today. */
  public boolean isThere(String userId) {
    return current().there().contains(userId);
  }

  /** The collectors who are not away today, by user id. */
  public List<String> collectorsThere() {
    return current().there().stream().sorted().toList();
  }

  /** Whether anything is known of any collector; without it nothing is divided. */
  boolean isInUse() {
    return !current().known().isEmpty();
  }

  /** The collectors of whom it is known what they can do, and who are there today. */
  List<AvailableCollector> available() {
    Reading reading = current();
    return reading.known().stream().filter(collector -> reading.there().contains(collector.userId()))
        .map(collector -> new AvailableCollector(collector,
            reading.minutes().getOrDefault(collector.userId(), 0L))).toList();
  }

  /** Somebody was given more work, in the transaction that runs. */
  void gave(String userId, int minutes) {
    current().minutes().merge(userId, (long) minutes, Long::sum);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCompletion(int status) {
          if (status != STATUS_COMMITTED) {
            readAnew();
          }
        }
      });
    }
  }

  /** What is known may have changed. */
  void readAnew() {
    latest = null;
  }

  private Reading current() {
    Reading known = latest;
    if (known == null || Duration.between(known.at(), calendar.now()).abs().compareTo(FRESH) > 0) {
      known = read();
      latest = known;
    }
    return known;
  }

  private Reading read() {
    List<Collector> known = collectors.all();
    Set<String> away = collectors.absencesFrom(calendar.today()).stream()
        .filter(absence -> !absence.firstDay().isAfter(calendar.today())).map(Absence::userId)
        .collect(Collectors.toSet());
    Set<String> there = workforce.collectors().stream().filter(user -> !away.contains(user))
        .collect(Collectors.toSet());
    Map<String, Long> minutes = new ConcurrentHashMap<>();
    if (!known.isEmpty()) {
      work.loads().forEach((user, load) -> minutes.put(user, load.minutes()));
    }
    return new Reading(calendar.now(), known, there, minutes);
  }
}
