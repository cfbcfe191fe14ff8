package io.remit.intake.delivery;

import io.remit.cases.FollowUps;
import io.remit.ledger.Refusal;
import io.remit.sql.DatabaseAway;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Applies batches that succeed or fail as a whole. One that fails is tried once more, as it may have met a lock, and
 * then split until only the rows at fault fail. What those book is booked without the cases, which follow later.
 */
@Component
public class SplitBatches {

  /** The size of a batch: one transaction of the engine; more than 200 gains nothing. */
  public static final int SIZE = 100;
  public static final Refusal NOT_APPLIED = new Refusal(null, "not-applied",
      "The row could not be applied because of an internal failure; deliver the file again when that is mended.");

  private static final Logger LOG = LoggerFactory.getLogger(SplitBatches.class);

  private final IntakeFiles files;
  private final FollowUps followUps;

  /** @param followUps so that a batch that fails with its cases is applied without them */
  public SplitBatches(IntakeFiles files, FollowUps followUps) {
    this.files = files;
    this.followUps = followUps;
  }

  /**
   * @param apply applies all rows of a batch or throws and changes nothing
   * @param notApplied what stands for the result of a row that fails by itself
   * @return one result per row, in order
   */
  public <T, R> List<R> apply(List<T> batch, Function<List<T>, List<R>> apply, R notApplied) {
    if (batch.isEmpty()) {
      return List.of();
    }
    try {
      return twice(() -> apply.apply(batch));
    } catch (RuntimeException failure) {
      requireDatabase(failure);
      if (batch.size() == 1) {
        return withoutCases(batch, apply, notApplied);
      }
      int half = batch.size() / 2;
      List<R> results = new ArrayList<>(apply(batch.subList(0, half), apply, notApplied));
      results.addAll(apply(batch.subList(half, batch.size()), apply, notApplied));
      return results;
    }
  }

  /** What was booked counts, and the cases follow when they can. */
  private <T, R> List<R> withoutCases(List<T> row, Function<List<T>, List<R>> apply, R notApplied) {
    try {
      return followUps.later(() -> apply.apply(row));
    } catch (RuntimeException failure) {
      requireDatabase(failure);
      LOG.error("A row could not be applied: {}", FailureTrace.of(failure));
      return List.of(notApplied);
    }
  }

  /** Does it once more if it fails, and then without the cases, which follow when they can. */
  public <R> R orLater(Supplier<R> work) {
    try {
      return twice(work);
    } catch (RuntimeException failure) {
      requireDatabase(failure);
      return followUps.later(work);
    }
  }

  /** Without a database, or one with room, every row would fail: the file as a whole has to wait then. */
  private void requireDatabase(RuntimeException failure) {
    if (DatabaseAway.caused(failure)) {
      throw failure;
    }
    files.checkDatabase();
  }

  /** Does it once more if it fails. */
  private <R> R twice(Supplier<R> work) {
    try {
      return work.get();
    } catch (RuntimeException first) {
      LOG.warn("A batch failed and is tried again: {}", FailureTrace.of(first));
      return work.get();
    }
  }
}
