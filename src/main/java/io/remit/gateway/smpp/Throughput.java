package io.remit.gateway.smpp;

import java.util.concurrent.TimeUnit;

/** Spreads messages evenly, so that no more go out in a second than were agreed on. */
class Throughput {

  private final long interval;
  private long nextAt = System.nanoTime();

  /** @param messagesPerSecond 0 for no limit */
  Throughput(int messagesPerSecond) {
    interval = messagesPerSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / messagesPerSecond;
  }

  /**
   * Reserves the right to send some messages, one right behind the other.
   *
   * @return how many nanoseconds to wait before the first; negative if that would be longer than the longest wait, in
   *     which case nothing is reserved
   */
  synchronized long reserve(int messages, long longestWait) {
    long now = System.nanoTime();
    long from = Math.max(nextAt, now);
    long wait = from + (messages - 1) * interval - now;
    if (wait > longestWait) {
      return -1;
    }
    nextAt = from + messages * interval;
    return wait;
  }
}
