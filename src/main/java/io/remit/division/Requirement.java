package io.remit.division;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a collector must be able to do for a case.
 *
 * @param skill which, for {@link Must#SKILL}; else null
 */
public record Requirement(Must must, @Nullable String skill) {

  /** What kind of thing. */
  public enum Must {
    /** Speak the debtor's language. */
    LANGUAGE,
    /** Work where the debtor lives. */
    PLACE,
    /** Know all products of the case. */
    PRODUCT,
    /** Have learned something. */
    SKILL
  }
}
