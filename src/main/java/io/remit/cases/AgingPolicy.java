package io.remit.cases;

/** The thresholds of the stages, as the decision {@code stage-by-aging} holds them. */
public interface AgingPolicy {

  /** The stage of an age in days past due; negative before the due date. */
  Stage stageAt(long daysPastDue);

  /** The age in days past due from which a stage does its work: for REMINDER a day before the due date, so negative. */
  long startOf(Stage stage);

  /** Forgets what was answered: the decision may be another one by now. */
  default void lookAgain() {
    // what remembers nothing has nothing to forget
  }
}
