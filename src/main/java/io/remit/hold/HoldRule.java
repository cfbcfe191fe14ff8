package io.remit.hold;

import io.remit.evidence.EvidenceItem;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code hold-rules}.
 *
 * @param reviewDays days until a supervisor looks at a hold that says nothing of its own; for a dispute, until the
 *     debtor has his answer; for hardship, until evidence must be there
 * @param longestDays the most days ahead for which one can be raised or extended at once
 * @param endsAfterDays so many days after its beginning it is over by itself, however often it was extended; null if it
 *     has no such end
 * @param evidence one of these kinds must have been accepted before the hold is kept on or relief is granted; empty if
 *     none is asked for
 */
public record HoldRule(Hold.Effect effect, int reviewDays, int longestDays, @Nullable Integer endsAfterDays,
    Set<EvidenceItem.Kind> evidence) {

  /** The last day that may be named as the end of one that began on a day. */
  LocalDate latestEnd(LocalDate began, LocalDate today) {
    LocalDate atOnce = today.plusDays(longestDays);
    return endsAfterDays == null || atOnce.isBefore(began.plusDays(endsAfterDays)) ? atOnce
        : began.plusDays(endsAfterDays);
  }

  /** The first day on which one that began on a day is over by itself, as it was asked for; null if it has no end. */
  @Nullable LocalDate endOf(LocalDate began, @Nullable LocalDate asked) {
    if (endsAfterDays == null) {
      return asked;
    }
    LocalDate end = began.plusDays(endsAfterDays);
    return asked == null || asked.isAfter(end) ? end : asked;
  }
}
