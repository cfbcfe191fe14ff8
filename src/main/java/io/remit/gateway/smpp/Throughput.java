package io.remit.gateway.smpp;

import java.util.OptionalLong;
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
   * Reserves turns for some messages, one right behind the other.
   *
   * @param longestWait in nanoseconds, before the last of them
   * @return when the first may go out, as {@link System#nanoTime} tells it, and each further one an
   *     {@link #interval} later; empty if the last would have to wait longer, in which case nothing is reserved
   */
  synchronized OptionalLong reserve(int messages, long longestWait) {
    long now = System.nanoTime();
    long from = nextAt - now > 0 ? nextAt : now;
    if (from + (messages - 1) * interval - now > longestWait) {
      return OptionalLong.empty();
    }
    nextAt = from + messages * interval;
    return OptionalLong.of(from);
  }

  /** Nanoseconds between two messages. */
  long interval() {
    return interval;
  }
}
