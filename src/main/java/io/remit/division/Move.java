package io.remit.division;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One case as it was divided.
 *
 * @param from user id, or null
 * @param to user id, or null for nobody
 * @param minutes of work in a week
 * @param why in words
 */
record Move(String caseNumber, String debtorId, @Nullable String from, @Nullable String to, int minutes, String why) {

  /** Whether another than before works the case. */
  boolean changes() {
    return !Objects.equals(from, to);
  }

  /** Whether nobody works the case although it should be worked. */
  boolean isForNobody() {
    return to == null;
  }

  /** Whether both take the same case from the same collector to the same. */
  boolean sameAs(Move other) {
    return caseNumber.equals(other.caseNumber) && Objects.equals(from, other.from) && Objects.equals(to, other.to);
  }
}
