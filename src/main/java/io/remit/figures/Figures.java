package io.remit.figures;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.InvalidInputException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All figures, and for what they can be asked. */
@Component
class Figures {

  private final Map<String, Figure> byName;
  private final SnapshotRepository snapshots;
  private final BusinessCalendar calendar;

  Figures(List<Figure> figures, SnapshotRepository snapshots, BusinessCalendar calendar) {
    this.byName = figures.stream().collect(Collectors.toMap(Figure::name, Function.identity()));
    this.snapshots = snapshots;
    this.calendar = calendar;
  }

  /** All figures, by name. */
  List<Figure> all() {
    return byName.values().stream().sorted(Comparator.comparing(Figure::name)).toList();
  }

  Optional<Figure> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * What figures can be asked for.
   *
   * @param firstDay the first day that is over and has a snapshot, in the creditor's zone; null if there is none yet
   * @param lastDay the last one; null if there is none yet
   * @param products of accounts that are or were in collection, in order; so are regions and currencies
   */
  record Choices(@Nullable LocalDate firstDay, @Nullable LocalDate lastDay, List<String> products, List<String> regions,
      List<String> currencies) {
  }

  Choices choices() {
    return new Choices(snapshots.firstFinished().orElse(null), snapshots.lastFinished().orElse(null),
        snapshots.entered("product"), snapshots.entered("region"), snapshots.entered("currency"));
  }

  /**
   * What was asked, as the request says it; null for what it does not say.
   *
   * @param from an ISO date
   * @param to an ISO date
   */
  record Question(String from, String to, String product, String region, String currency) {
  }

  /**
   * Completes a question: until the last day that is over, from a month before, or a day before where the figure
   * compares days.
   *
   * @throws InvalidInputException if the period is none, lies ahead, or the figure needs a snapshot that there is not
   */
  Scope scope(Figure figure, Question question) {
    LocalDate to = question.to() != null ? day("to", question.to())
        : snapshots.lastFinished().orElse(calendar.today().minusDays(1));
    LocalDate from = question.from() != null ? day("from", question.from())
        : figure.needs() == Figure.Needs.A_DAY_APART ? to.minusDays(1) : to.minusMonths(1);
    if (to.isAfter(calendar.today())) {
      throw new InvalidInputException("to", "is ahead of today");
    }
    if (from.isAfter(to)) {
      throw new InvalidInputException("from", "is after " + to);
    }
    if (from.isBefore(to.minusYears(10))) {
      throw new InvalidInputException("from", "is more than ten years before " + to);
    }
    if (figure.needs() != Figure.Needs.NO_SNAPSHOT) {
      requireSnapshot("to", to);
      if (figure.needs() != Figure.Needs.LAST_DAY) {
        requireSnapshot("from", from);
      }
    }
    return new Scope(from, to, question.product(), question.region(), question.currency(), calendar);
  }

  private static LocalDate day(String field, String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException noDate) {
      throw new InvalidInputException(field, "must be a date such as 2026-01-31");
    }
  }

  private void requireSnapshot(String field, LocalDate day) {
    if (!snapshots.isFinished(day)) {
      String known = snapshots.firstFinished().map(first -> "the first is of " + first + ", the last of "
          + snapshots.lastFinished().orElse(first)).orElse("there is none yet");
      throw new InvalidInputException(field, "there is no snapshot of " + day + "; " + known);
    }
  }
}
