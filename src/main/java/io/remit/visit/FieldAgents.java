package io.remit.visit;

/** Those who visit debtors. */
public interface FieldAgents {

  /** Whether a user is a field agent of ours. */
  boolean isFieldAgent(String userId);

  /**
   * Whether a user may go with another: a field agent of ours, or somebody of the same partner; nobody goes with
   * themselves.
   *
   * @param other user id as it was entered
   */
  boolean mayAccompany(String agent, String other);
}
