package io.remit.intake.delivery;

/**
 * A file could not be read to its end because of an unexpected failure, such as a lost database. Some of its rows may
 * be applied; delivering the same content again applies it from the start, which does nothing twice. It carries neither
 * the cause nor its message, which could hold personal data; the log names the cause's class.
 */
public class IntakeInterrupted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean diskFull;

  /** @param diskFull whether the database had no room left */
  IntakeInterrupted(boolean diskFull) {
    super(diskFull
        ? "The database's disk is full: tell an operator. Then deliver the same file again; nothing is applied twice."
        : "The file could not be applied wholly. Deliver the same file again; nothing is applied twice.");
    this.diskFull = diskFull;
  }

  /** Whether the database had no room left. */
  public boolean isDiskFull() {
    return diskFull;
  }
}
