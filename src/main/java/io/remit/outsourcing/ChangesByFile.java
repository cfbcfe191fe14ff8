package io.remit.outsourcing;

/** Which partners are told by files of changes what changes about their cases, so that nobody has to tell them. */
public interface ChangesByFile {

  /** Whether a partner takes such files: it has a confirmed key, and acknowledged one before. */
  boolean areTakenBy(String partnerId);
}
