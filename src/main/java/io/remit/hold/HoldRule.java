package io.remit.hold;

/**
 * One row of {@code hold-rules}.
 *
 * @param reviewDays days until a supervisor looks at a hold that says nothing of its own
 * @param longestDays the most days for which one can be raised or extended at once
 */
public record HoldRule(Hold.Effect effect, int reviewDays, int longestDays) {
}
