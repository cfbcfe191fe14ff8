package io.remit.exchange;

import io.remit.exchange.Delivered.Way;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that waits for a person's word, since the database was restored: whom it is for may have it.
 *
 * @param correspondent whom, by id
 * @param anotherThere whether a file of this name with another content lay there
 * @param outcome null while it waits
 */
record DoubtfulFile(long id, String correspondent, String fileName, Way way, long bytes, String sha256,
    boolean anotherThere, Instant notedAt, @Nullable Outcome outcome) {

  /** What a person found out: it is to be sent, or it is there. */
  enum Outcome { SEND, ARRIVED }
}
