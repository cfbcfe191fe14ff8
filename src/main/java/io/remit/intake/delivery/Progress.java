package io.remit.intake.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the database every few seconds how far the intake of a file has come. */
public final class Progress {

  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
  private static final long INTERVAL = Duration.ofSeconds(5).toNanos();

  private final long fileId;
  private final long totalBytes;
  private final LongSupplier nanoTime;
  private final Board board;
  private FileStatus phase = FileStatus.APPLYING;
  private long started;
  private long lastReport;

  /** Where everybody sees how far a file is. */
  @FunctionalInterface
  public interface Board {

    void show(long fileId, FileStatus phase, long rows, @Nullable Long rowsPerSecond, @Nullable Long remainingSeconds);
  }

  /** @param nanoTime a clock of the machine, not of the business: it measures how fast the rows go */
  public Progress(long fileId, long totalBytes, LongSupplier nanoTime, Board board) {
    this.fileId = fileId;
    this.totalBytes = totalBytes;
    this.nanoTime = nanoTime;
    this.board = board;
    this.started = nanoTime.getAsLong();
    this.lastReport = started;
  }

  /** So much of the file was read to see whether it can be used; nothing of it is applied yet. */
  public void checked(long rows, long bytes) {
    report(FileStatus.CHECKING, rows, bytes);
  }

  /** So much of the file was read and applied. */
  public void read(long rows, long bytes) {
    report(FileStatus.APPLYING, rows, bytes);
  }

  private void report(FileStatus current, long rows, long bytes) {
    if (current != phase) {
      phase = current;
      started = nanoTime.getAsLong();
      lastReport = started;
      board.show(fileId, phase, rows, null, null);
    }
    if (isDue()) {
      long rate = rows * Duration.ofSeconds(1).toNanos() / elapsed();
      long remaining = Duration.ofNanos(
          (long) (elapsed() * ((double) (totalBytes - bytes) / Math.max(1, bytes)))).toSeconds();
      LOG.info("File {}: {} rows {}, {} a second, about {} s left", fileId, rows,
          current == FileStatus.CHECKING ? "checked" : "applied", rate, remaining);
      board.show(fileId, phase, rows, rate, remaining);
    }
  }

  /** Accounts that the file does not list were closed, so many up to now. */
  public void closed(long accounts) {
    if (isDue()) {
      LOG.info("File {}: {} accounts closed that it does not list", fileId, accounts);
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
