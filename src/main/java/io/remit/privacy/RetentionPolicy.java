package io.remit.privacy;

/** For how long something is kept: the decision {@code retention}, asked through the engine. */
public interface RetentionPolicy {

  /** For how many days something of a kind is kept. */
  int daysFor(RecordKind kind);
}
