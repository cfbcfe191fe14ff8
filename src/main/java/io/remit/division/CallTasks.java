package io.remit.division;

/** The collectors' open tasks, in the engine. */
public interface CallTasks {

  /**
   * Hands the open calls of a case to who works it now.
   *
   * @param userId null to offer them to all collectors
   */
  void follow(String caseNumber, String userId);
}
