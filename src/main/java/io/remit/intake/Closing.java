package io.remit.intake;

import io.remit.ledger.BookingDay;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question whether to close what a complete arrears file leaves out.
 *
 * @param run the pass over the file; an account that a later pass names stays open
 * @param file the last day whose bookings the file contains whole
 * @param deliveredBy user id of who sent the file, or null for one of the inbox
 * @param products what it leaves out, by product
 */
public record Closing(long closingId, long fileId, long run, BookingDay file, Status status, Instant proposedAt,
    @Nullable String deliveredBy, List<LeftOut> products) {

  private static final String PREFIX = "F";

  /** Where it stands. */
  public enum Status {
    /** A person has yet to decide. */
    PROPOSED,
    /** What it leaves out is closed, some at a time. */
    APPROVED,
    REJECTED,
    /** A later complete file of the same products came before anybody decided. */
    SUPERSEDED
  }

  /**
   * What a complete file leaves out of one product.
   *
   * @param openAccounts how many were open before the file
   * @param leftOut how many of them it does not name
   */
  public record LeftOut(String product, long openAccounts, long leftOut) {

    /** In percent of what was open, rounded up. */
    public int share() {
      return openAccounts == 0 ? 0 : Math.toIntExact((leftOut * 100 + openAccounts - 1) / openAccounts);
    }
  }

  /** Its name, such as {@code F12}. */
  public String number() {
    return numberOf(closingId);
  }

  static String numberOf(long closingId) {
    return PREFIX + closingId;
  }

  static long idOf(String number) {
    return Long.parseLong(number.substring(PREFIX.length()));
  }

  List<String> productNames() {
    return products.stream().map(LeftOut::product).toList();
  }
}
