package io.remit.complaint;

/** The engine's open tasks, as far as a complaint changes who works on them. */
public interface OpenWork {

  /** Gives back the calls and visits of a case that a person has claimed or was given. */
  void takeFrom(String userId, String caseNumber);
}
