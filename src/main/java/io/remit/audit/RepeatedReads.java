package io.remit.audit;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Pages ask the same again every few seconds. For five minutes one entry stands for all reads of the same by the same
 * user; how many they were is put to it within a minute, and when Remit stops.
 */
@Component
class RepeatedReads {

  private static final Duration STANDS_FOR = Duration.ofMinutes(5);
  /** Beyond, each read has its own entry: memory is bounded, the trail is not thinned. */
  private static final int MOST = 20_000;
  private static final int LONGEST_KEY = 300;

  private final AuditTrail trail;
  private final Clock clock;
  private final Map<String, Entry> entries = new HashMap<>();

  RepeatedReads(AuditTrail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  private static final class Entry {

    private final long eventId;
    private final Instant began;
    private int times = 1;
    private int written = 1;

    private Entry(long eventId, Instant began) {
      this.eventId = eventId;
      this.began = began;
    }
  }

  /** Counts a read in the entry that stands for it; false if there is none, and it needs one of its own. */
  synchronized boolean count(String key) {
    Entry entry = entries.get(key);
    if (entry == null || isOver(entry)) {
      return false;
    }
    entry.times++;
    return true;
  }

  /** From now on this entry stands for such reads. */
  synchronized void standsFor(String key, long eventId) {
    Entry before = entries.get(key);
    if (before != null) {
      write(before);
    }
    if (before != null || entries.size() < MOST && key.length() <= LONGEST_KEY) {
      entries.put(key, new Entry(eventId, clock.instant()));
    }
  }

  @Scheduled(fixedDelayString = "PT1M")
  @PreDestroy
  synchronized void writeCounts() {
    entries.values().forEach(this::write);
    entries.values().removeIf(this::isOver);
  }

  private void write(Entry entry) {
    if (entry.times > entry.written) {
      trail.times(entry.eventId, entry.times);
      entry.written = entry.times;
    }
  }

  private boolean isOver(Entry entry) {
    return !clock.instant().isBefore(entry.began.plus(STANDS_FOR));
  }
}
