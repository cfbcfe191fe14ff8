package io.remit.hold;

import io.remit.evidence.EvidenceItem;
import java.util.Set;

/**
 * One row of {@code hold-rules}.
 *
 * @param reviewDays days until a supervisor looks at a hold that says nothing of its own; for a dispute, until the
 *     debtor has his answer; for hardship, until evidence must be there
 * @param longestDays the most days for which one can be raised or extended at once
 * @param evidence one of these kinds must have been accepted before the hold is kept on or relief is granted; empty if
 *     none is asked for
 */
public record HoldRule(Hold.Effect effect, int reviewDays, int longestDays, Set<EvidenceItem.Kind> evidence) {
}
