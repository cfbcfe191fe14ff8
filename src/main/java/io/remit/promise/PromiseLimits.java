package io.remit.promise;

/**
 * Which promises can be taken, and how they are judged: a row of the decision {@code promise-limits}.
 *
 * @param longestDays so many days ahead may the promised day be
 * @param leastShare so many percent of what is overdue must be promised at least
 * @param graceDays a payment may be so many days late
 * @param thresholdPercent so much of the promised amount is enough
 * @param approval whether a supervisor must approve it
 * @param approvalDays for so many days contact pauses until a supervisor decides; 0 if none needs to
 */
public record PromiseLimits(int longestDays, int leastShare, int graceDays, int thresholdPercent, boolean approval,
    int approvalDays) {

  private static final int WHOLE = 100;

  /** @throws IllegalArgumentException if a number makes no sense */
  public PromiseLimits {
    boolean sensible = longestDays >= 0 && leastShare >= 0 && leastShare <= WHOLE && graceDays >= 0
        && thresholdPercent > 0 && thresholdPercent <= WHOLE && (approval ? approvalDays > 0 : approvalDays == 0);
    if (!sensible) {
      throw new IllegalArgumentException("promise-limits answers with numbers that make no sense");
    }
  }
}
