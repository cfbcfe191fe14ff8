package io.remit.partner;

/**
 * What the creditor asks of a partner, by its kind and where it works.
 *
 * @param licence whether it needs one
 * @param evaluationEveryDays how many days after an evaluation the next is due
 * @param evaluationGraceDays for how many days after that it may still get cases
 * @param daysBeforeEnd how many days before the end of its contract, or of its licence, somebody is asked about it
 */
public record Requirements(boolean licence, int evaluationEveryDays, int evaluationGraceDays, int daysBeforeEnd) {

  /** What both ask. */
  Requirements and(Requirements other) {
    return new Requirements(licence || other.licence,
        Math.min(evaluationEveryDays, other.evaluationEveryDays),
        Math.min(evaluationGraceDays, other.evaluationGraceDays), Math.max(daysBeforeEnd, other.daysBeforeEnd));
  }
}
