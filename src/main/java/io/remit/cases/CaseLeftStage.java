package io.remit.cases;

/**
 * Published in the transaction in which a case has left its stage, whatever was going on in it. Who listens does so in
 * the order of its {@code @Order}, counted from these: contacts that were planned, then whoever works on the case
 * outside.
 */
public record CaseLeftStage(String caseNumber) {

  /** Contacts that were planned in the stage. */
  public static final int CONTACTS = 100;
  /** Courts, then partners. */
  public static final int OUTSIDE = 200;
}
