package io.remit.limitation;

import io.remit.limitation.Interruption.Kind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long a debt can be sued for.
 *
 * @param years from the due date or the last interruption
 * @param fromEndOfYear whether the period begins only with the end of that year
 * @param interruptedBy what makes it begin anew; a suit stops it everywhere
 */
public record LimitationPeriod(int years, boolean fromEndOfYear, Set<Kind> interruptedBy) {

  /** @throws IllegalArgumentException if there are no years */
  public LimitationPeriod {
    if (years <= 0) {
      throw new IllegalArgumentException("limitation: a period has at least one year");
    }
  }

  /** Reads what interrupts, as the decision writes it: names with commas between. */
  public static LimitationPeriod of(int years, boolean fromEndOfYear, String interruptedBy) {
    Set<Kind> kinds = interruptedBy == null || interruptedBy.isBlank() ? Set.of()
        : List.of(interruptedBy.strip().split("\\s*,\\s*")).stream().map(Kind::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    return new LimitationPeriod(years, fromEndOfYear, kinds);
  }

  /**
   * The first day on which a debt cannot be sued for any more. What interrupts counts only as long as the debt is not
   * barred: nothing that comes later brings it back.
   *
   * @param dueDate the oldest due date that is not paid
   * @return empty if a suit was brought in time
   */
  Optional<LocalDate> barredFrom(LocalDate dueDate, Collection<Interruption> interruptions) {
    LocalDate barred = after(dueDate);
    for (Interruption each : interruptions.stream().sorted(Comparator.comparing(Interruption::on)).toList()) {
      boolean inTime = each.on().isBefore(barred) && !each.on().isBefore(dueDate);
      if (inTime && each.kind() == Kind.SUIT) {
        return Optional.empty();
      }
      if (inTime && interruptedBy.contains(each.kind())) {
        barred = after(each.on());
      }
    }
    return Optional.of(barred);
  }

  private LocalDate after(LocalDate begin) {
    return fromEndOfYear ? LocalDate.of(begin.getYear() + years + 1, 1, 1) : begin.plusYears(years).plusDays(1);
  }
}
