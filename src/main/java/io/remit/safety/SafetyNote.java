package io.remit.safety;

import java.time.Instant;

/**
 * What somebody wrote who visits debtors, for whoever comes next.
 *
 * @param debtorId of the id under which it was written; it holds for the whole person
 * @param words what is to be minded: of the place and of what happened, not of the person's health or family
 * @param writtenBy user id
 */
public record SafetyNote(long noteId, String debtorId, Level level, String words, Instant writtenAt,
    String writtenBy) {

  /** What a note asks for, the least first. */
  public enum Level {
    /** Something to mind, such as a dog. */
    CAUTION,
    /** Nobody goes there alone. */
    TWO_AGENTS,
    /** Nobody goes there. */
    NO_VISITS
  }
}
