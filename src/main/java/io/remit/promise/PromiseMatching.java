package io.remit.promise;

import io.remit.ledger.LedgerEntry;
import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * Which payment was made on which promise: first in, first out. A payment goes to the promise whose day is the
 * earliest, what it leaves over to the next, so that no money counts twice. It counts for a promise that was taken
 * before it was booked and on whose last day or before it was {@linkplain LedgerEntry#paidOn paid}; one that was
 * reversed counts for none.
 */
final class PromiseMatching {

  private static final Comparator<Promise> BY_DAY =
      Comparator.comparing(Promise::promisedFor).thenComparing(Promise::promiseId);

  private PromiseMatching() {
  }

  /**
   * What was paid on each promise in time.
   *
   * @param promises of one debtor in one currency; those that are proposed, rejected or cancelled get nothing
   * @param entries of the debtor's accounts, in the order of booking
   * @param isAbout whether a promise is about the account of this number
   * @return by the promise's id, never more than was promised
   */
  static Map<Long, BigDecimal> match(List<Promise> promises, List<LedgerEntry> entries,
      BiPredicate<Promise, String> isAbout) {
    List<Promise> inOrder = promises.stream().filter(promise -> promise.status().isJudged()).sorted(BY_DAY).toList();
    Map<Long, BigDecimal> paid = new HashMap<>();
    inOrder.forEach(promise -> paid.put(promise.promiseId(), Money.inScaleOf(promise.currency(), BigDecimal.ZERO)));
    for (LedgerEntry payment : entries) {
      if (payment.type() == LedgerEntry.Type.PAYMENT && entries.stream().noneMatch(entry -> undoes(entry, payment))) {
        allocate(payment,
            inOrder.stream().filter(promise -> isAbout.test(promise, payment.accountNumber())).toList(), paid);
      }
    }
    return paid;
  }

  private static void allocate(LedgerEntry payment, List<Promise> inOrder, Map<Long, BigDecimal> paid) {
    BigDecimal left = payment.amount();
    for (Promise promise : inOrder) {
      if (counts(payment, promise)) {
        BigDecimal before = Objects.requireNonNull(paid.get(promise.promiseId()));
        BigDecimal share = left.min(promise.amount().subtract(before));
        paid.put(promise.promiseId(), before.add(share));
        left = left.subtract(share);
      }
    }
  }

  private static boolean counts(LedgerEntry payment, Promise promise) {
    return payment.currency().equals(promise.currency()) && !payment.bookedAt().isBefore(promise.takenAt())
        && !payment.paidOn().isAfter(promise.lastDay());
  }

  private static boolean undoes(LedgerEntry entry, LedgerEntry payment) {
    return payment.reference() != null && payment.reference().equals(entry.reverses())
        && entry.accountNumber().equals(payment.accountNumber())
        && entry.currency().equals(payment.currency()) && entry.amount().compareTo(payment.amount()) == 0;
  }
}
