package io.remit.complaint;

/** The decision {@code complaint-rules}, asked through the engine. */
public interface ComplaintPolicy {

  /**
   * Within how many days the debtor has an answer.
   *
   * @param aboutPerson whether it is about one of our people
   */
  int answerDays(boolean aboutPerson);
}
