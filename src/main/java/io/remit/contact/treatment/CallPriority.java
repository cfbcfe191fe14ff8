package io.remit.contact.treatment;

/** How urgent a call is among the collectors' tasks. */
public enum CallPriority {
  NORMAL(50),
  /** The debtor did not keep the last promise. */
  BROKEN_PROMISE(75);

  private final int value;

  CallPriority(int value) {
    this.value = value;
  }

  /** The more the more urgent. */
  public int value() {
    return value;
  }
}
