package io.remit.statement;

import io.remit.statement.BankTransaction.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Divides what a bank booked in one sum into the movements of which it tells. Whatever the details say, the movements
 * with their signs add up to what was booked, and each detail is in one of them.
 */
final class EntryParts {

  /** A difference of more than a fifth of what it comes with is no cost that goes without asking. */
  private static final BigDecimal SMALL = new BigDecimal("0.2");

  private final BigDecimal booked;
  private final Detail whole;
  private final List<Detail> details;
  private final List<Part> parts = new ArrayList<>();

  private EntryParts(BigDecimal booked, Detail whole, List<Detail> details) {
    this.booked = booked;
    this.whole = whole;
    this.details = details;
  }

  /**
   * What is told of a payment in an entry, or of the entry itself.
   *
   * @param amount above zero if money came in; null where it is not told in the account's currency
   * @param kind what it is, if it is a movement of that sign
   * @param collected of a return, what had been collected; null if it is not told
   * @param charges zero if none are told
   */
  record Detail(@Nullable BigDecimal amount, Kind kind, @Nullable BigDecimal collected, BigDecimal charges) {
  }

  /**
   * A movement.
   *
   * @param details which details are told with it, by their position; none where they leave it open, all of them where
   *     the entry is not divided
   * @param amount above zero if money came in
   */
  record Part(List<Integer> details, Kind kind, BigDecimal amount) {
  }

  /**
   * @param booked above zero if money came in
   * @param whole what is told of the entry as one movement
   * @return at least one movement
   */
  static List<Part> of(BigDecimal booked, Detail whole, List<Detail> details) {
    return new EntryParts(booked, whole, details).divide();
  }

  private List<Part> divide() {
    if (isOneMovement()) {
      Detail only = details.size() == 1 ? both(whole, details.get(0)) : whole;
      add(IntStream.range(0, details.size()).boxed().toList(), only, booked, true);
      return parts;
    }
    List<Integer> open = IntStream.range(0, details.size()).filter(each -> details.get(each).amount() == null).boxed()
        .toList();
    BigDecimal rest = booked.subtract(sum());
    boolean lastTakesRest = open.size() == 1 && rest.signum() != 0 && rest.signum() == sideOf(booked);
    boolean addsUp = rest.signum() == 0 || lastTakesRest;
    for (int index = 0; index < details.size(); index++) {
      Detail detail = details.get(index);
      if (detail.amount() != null) {
        add(List.of(index), detail, detail.amount(), addsUp);
      } else if (lastTakesRest) {
        add(List.of(index), detail, rest, true);
      } else if (rest.signum() == 0) {
        parts.add(new Part(List.of(index), Kind.NOTHING, rest));
      }
    }
    if (!addsUp) {
      parts.add(new Part(open, kindOfRest(rest, open), rest));
    }
    return parts;
  }

  private boolean isOneMovement() {
    boolean nothingTold = details.stream().allMatch(detail -> detail.amount() == null || detail.amount().signum() == 0);
    BigDecimal only = details.size() == 1 ? details.get(0).amount() : null;
    return nothingTold || only != null && only.compareTo(booked) == 0;
  }

  private static Detail both(Detail whole, Detail only) {
    return new Detail(only.amount(), only.amount() == null ? whole.kind() : only.kind(),
        only.collected() == null ? whole.collected() : only.collected(),
        only.charges().signum() == 0 ? whole.charges() : only.charges());
  }

  /** A movement; a return in which a charge is contained becomes two. */
  private void add(List<Integer> indexes, Detail detail, BigDecimal amount, boolean chargesAreIn) {
    if (amount.signum() == 0) {
      parts.add(new Part(indexes, Kind.NOTHING, amount));
      return;
    }
    BigDecimal cost = detail.kind() == Kind.CHARGEBACK && amount.signum() < 0 && chargesAreIn
        ? costIn(amount.negate(), detail) : BigDecimal.ZERO;
    parts.add(new Part(indexes, detail.kind(), amount.add(cost)));
    if (cost.signum() > 0) {
      parts.add(new Part(indexes, Kind.COST_OF_RETURN, cost.negate()));
    }
  }

  /** How much of what a return took is not what had been collected, as far as that is certain; else zero. */
  private static BigDecimal costIn(BigDecimal taken, Detail detail) {
    BigDecimal cost = detail.collected() == null ? detail.charges() : taken.subtract(detail.collected());
    if (cost.signum() <= 0 || cost.compareTo(taken) >= 0) {
      return BigDecimal.ZERO;
    }
    boolean certain = cost.compareTo(detail.charges()) == 0 || isSmall(cost, taken.subtract(cost));
    return certain ? cost : BigDecimal.ZERO;
  }

  private Kind kindOfRest(BigDecimal rest, List<Integer> open) {
    if (rest.signum() > 0) {
      return Kind.PAYMENT;
    }
    boolean cost = open.isEmpty() && (isExplained(rest.negate()) || isSmall(rest.negate(), magnitude()));
    if (sideOf(booked) > 0) {
      return cost ? Kind.BANK_CHARGE : Kind.CHARGEBACK;
    }
    boolean withReturns = whole.kind() == Kind.CHARGEBACK || whole.kind() == Kind.COST_OF_RETURN
        || parts.stream().anyMatch(part -> part.kind() == Kind.CHARGEBACK);
    if (withReturns) {
      return cost ? Kind.COST_OF_RETURN : Kind.CHARGEBACK;
    }
    return isExplained(rest.negate()) ? Kind.BANK_CHARGE : whole.kind();
  }

  private boolean isExplained(BigDecimal rest) {
    BigDecimal ofDetails = details.stream().map(Detail::charges).reduce(BigDecimal.ZERO, BigDecimal::add);
    return rest.compareTo(ofDetails) == 0 || rest.compareTo(whole.charges()) == 0
        || rest.compareTo(ofDetails.add(whole.charges())) == 0;
  }

  private static boolean isSmall(BigDecimal cost, BigDecimal beside) {
    return cost.compareTo(beside.multiply(SMALL)) <= 0;
  }

  private BigDecimal sum() {
    return details.stream().filter(detail -> detail.amount() != null).map(Detail::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal magnitude() {
    return details.stream().filter(detail -> detail.amount() != null).map(detail -> detail.amount().abs())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A sum of zero counts as money that came in. */
  private static int sideOf(BigDecimal amount) {
    return amount.signum() < 0 ? -1 : 1;
  }
}
