package io.remit.cases;

/** The usual classes of age: M0 not overdue, then 30 days each. */
public enum Bucket {
  M0("M0"), M1("M1"), M2("M2"), M3("M3"), M4("M4"), M5("M5"), M6("M6"), M7_PLUS("M7+");

  private final String label;

  Bucket(String label) {
    this.label = label;
  }

  /** The name that people know, such as {@code M7+}. */
  public String label() {
    return label;
  }

  /** The bucket of an age in days past due; negative before the due date. */
  public static Bucket of(long daysPastDue) {
    if (daysPastDue <= 0) {
      return M0;
    }
    return values()[(int) Math.min((daysPastDue + 29) / 30, 7)];
  }

  /** The first and the last number of days past due of the bucket. */
  public long from() {
    return this == M0 ? Integer.MIN_VALUE : (ordinal() - 1) * 30L + 1;
  }

  /** The last number of days past due of the bucket. */
  public long to() {
    return this == M7_PLUS ? Integer.MAX_VALUE : ordinal() * 30L;
  }

  /**
   * The bucket with this label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Bucket labelled(String label) {
    for (Bucket bucket : values()) {
      if (bucket.label.equals(label)) {
        return bucket;
      }
    }
    throw new IllegalArgumentException("no such bucket");
  }
}
