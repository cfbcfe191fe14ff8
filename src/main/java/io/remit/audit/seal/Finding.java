package io.remit.audit.seal;

/**
 * Something in the trail that is not as it was sealed.
 *
 * @param seal number of the seal that tells
 * @param table in which it is
 * @param id of the row; 0 where it is about the seal itself
 */
public record Finding(long seal, String table, long id, What what) {

  /** What somebody did behind Remit's back. */
  public enum What {
    /** The row says something else than when it was sealed. */
    CHANGED("was changed"),
    /** The row is gone, and no rule removed it. */
    REMOVED("was removed"),
    /** The row was not there when those around it were sealed. */
    INSERTED("was inserted among sealed rows"),
    /** The row came more than a day after the time that it tells. */
    LATE("was added later than it says"),
    /** The seal was changed, or was not made by Remit. */
    SEAL_ALTERED("the seal was altered"),
    /** Seals before this one are gone. */
    SEAL_MISSING("a seal before this one is missing");

    private final String words;

    What(String words) {
      this.words = words;
    }
  }

  /** For people. */
  @Override
  public String toString() {
    return (id == 0 ? "seal " + seal + ", " + table : table + " " + id) + ": " + what.words
        + (id == 0 ? "" : " (seal " + seal + ")");
  }
}
