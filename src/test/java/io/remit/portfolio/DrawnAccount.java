package io.remit.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An account in the creditor's own books: what is really owed, and what Remit has been told of it, and when. */
final class DrawnAccount {

  private final String number;
  private final String product;
  private final String currency;
  private final BigDecimal outstanding;
  private final BigDecimal due;
  private final LocalDate dueDate;
  private final List<Movement> movements = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();

  DrawnAccount(String number, String product, String currency, BigDecimal outstanding, BigDecimal due,
      LocalDate dueDate) {
    this.number = number;
    this.product = product;
    this.currency = currency;
    this.outstanding = outstanding;
    this.due = due;
    this.dueDate = dueDate;
  }

  /**
   * Money that came, below zero if it went back.
   *
   * @param reference by which it was told, or null if only the creditor knows
   * @param toldAt null if it was not told by itself
   */
  record Movement(String reference, BigDecimal amount, LocalDate booked, Instant toldAt) {
  }

  /** A statement that Remit took. */
  private record Told(LocalDate asOf, Instant at) {
  }

  /** What is owed in all, and what of it is overdue. */
  record Owed(BigDecimal outstanding, BigDecimal overdue) {
  }

  String number() {
    return number;
  }

  String product() {
    return product;
  }

  String currency() {
    return currency;
  }

  LocalDate dueDate() {
    return dueDate;
  }

  boolean isTold() {
    return !told.isEmpty();
  }

  /** Whether Remit was told of the account by a moment. */
  boolean isToldBy(Instant moment) {
    return told.stream().anyMatch(statement -> !statement.at().isAfter(moment));
  }

  void told(LocalDate asOf, Instant at) {
    told.add(new Told(asOf, at));
  }

  void moved(Movement movement) {
    movements.add(movement);
  }

  List<Movement> movements() {
    return movements;
  }

  /** What the creditor's books say at the end of a day. */
  Owed inBooks(LocalDate day) {
    return owed(movements.stream().filter(movement -> !movement.booked().isAfter(day)).toList(), day);
  }

  /** What Remit can know at a moment of a day: the creditor's last figures, and the money told since. */
  Owed known(Instant moment, LocalDate today) {
    return owed(movements.stream().filter(movement -> isKnown(movement, moment)).toList(), today);
  }

  /** What is really owed. */
  Owed really(LocalDate today) {
    return owed(movements, today);
  }

  private boolean isKnown(Movement movement, Instant moment) {
    return movement.toldAt() != null && !movement.toldAt().isAfter(moment)
        || told.stream().anyMatch(statement -> !statement.at().isAfter(moment)
            && !statement.asOf().isBefore(movement.booked()));
  }

  private Owed owed(List<Movement> counted, LocalDate day) {
    BigDecimal paid = counted.stream().map(Movement::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal left = outstanding.subtract(paid);
    BigDecimal overdue = dueDate.isBefore(day) ? due.subtract(paid).max(BigDecimal.ZERO).min(left.max(BigDecimal.ZERO))
        : BigDecimal.ZERO;
    return new Owed(left, overdue);
  }

  /** What of it falls due on a due date that lies ahead. */
  BigDecimal nextDue(LocalDate day) {
    BigDecimal paid = outstanding.subtract(inBooks(day).outstanding());
    return due.subtract(paid).max(BigDecimal.ZERO);
  }
}
