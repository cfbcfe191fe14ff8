package io.remit.intake;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log every few seconds how far the intake of a file has come. */
final class Progress {

  private static final Logger log = LoggerFactory.getLogger(Progress.class);
  private static final long INTERVAL = Duration.ofSeconds(5).toNanos();

  private final long fileId;
  private final long totalBytes;
  private final LongSupplier nanoTime;
  private final long started;
  private long lastReport;

  /** @param nanoTime a clock of the machine, not of the business: it measures how fast the rows go */
  Progress(long fileId, long totalBytes, LongSupplier nanoTime) {
    this.fileId = fileId;
    this.totalBytes = totalBytes;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
    this.lastReport = started;
  }

  void read(long rows, long bytes) {
    if (isDue()) {
      long remaining = (long) (elapsed() * ((double) (totalBytes - bytes) / Math.max(1, bytes)));
      log.info("File {}: {} rows, {} a second, about {} s left", fileId, rows, rows * 1_000_000_000L / elapsed(),
          Duration.ofNanos(remaining).toSeconds());
    }
  }

  void closed(long accounts) {
    if (isDue()) {
      log.info("File {}: {} accounts closed that it does not list", fileId, accounts);
    }
  }

  private boolean isDue() {
    long now = nanoTime.getAsLong();
    if (now - lastReport < INTERVAL) {
      return false;
    }
    lastReport = now;
    return true;
  }

  private long elapsed() {
    return Math.max(1, lastReport - started);
  }
}
