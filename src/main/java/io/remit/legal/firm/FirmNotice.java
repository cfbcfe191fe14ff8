package io.remit.legal.firm;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a law firm is told of a suit that it has.
 *
 * @param stayedUntil while the suit rests: the day on which we look again; else null
 */
public record FirmNotice(long noticeId, long referralId, What what, @Nullable LocalDate stayedUntil, Instant notedAt) {

  /** What it is about. The names are told in the firm's file: one may come, none is renamed. */
  public enum What {
    /** The suit goes on for what is owed now. */
    CORRECTED,
    /** The suit rests until a day. */
    STAYED,
    /** The creditor withdraws the suit, or does not want the judgment enforced any more. */
    WITHDRAWN,
    /** The suit has ended otherwise, as our own people recorded it. */
    ENDED
  }
}
