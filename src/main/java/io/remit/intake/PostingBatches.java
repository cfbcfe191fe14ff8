package io.remit.intake;

import io.remit.intake.csv.Rejection;
import io.remit.intake.delivery.PaymentCounts;
import io.remit.intake.delivery.SplitBatches;
import io.remit.ledger.PostingResult;
import io.remit.ledger.PostingResult.Outcome;
import io.remit.ledger.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Posts the rows of a payments file in batches, in the order of the file, and counts what became of them.
 *
 * @param <T> a row
 */
final class PostingBatches<T> {

  private static final PostingResult NOT_APPLIED = new PostingResult(Outcome.REFUSED, SplitBatches.NOT_APPLIED);

  private final SplitBatches batches;
  private final Function<List<T>, List<PostingResult>> post;
  private final ToLongFunction<T> lineOf;
  private final List<T> gathered = new ArrayList<>(SplitBatches.SIZE);
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final List<Rejection> rejected = new ArrayList<>();

  /**
   * @param post posts a batch, or throws and changes nothing; one result per row, in order
   * @param lineOf the line of a row in its file
   */
  PostingBatches(SplitBatches batches, Function<List<T>, List<PostingResult>> post, ToLongFunction<T> lineOf) {
    this.batches = batches;
    this.post = post;
    this.lineOf = lineOf;
  }

  /** Takes a row, and posts the batch that it completes. */
  void add(T row) {
    gathered.add(row);
    if (gathered.size() == SplitBatches.SIZE) {
      finish();
    }
  }

  /** A row that cannot be posted. */
  void reject(Rejection rejection) {
    rejected.add(rejection);
  }

  /** Posts what is left. */
  void finish() {
    List<PostingResult> results = batches.apply(gathered, post, NOT_APPLIED);
    for (int index = 0; index < results.size(); index++) {
      PostingResult result = results.get(index);
      outcomes.merge(result.outcome(), 1L, Long::sum);
      Refusal refusal = result.refusal();
      if (refusal != null) {
        rejected.add(Rejection.of(lineOf.applyAsLong(gathered.get(index)), refusal));
      }
    }
    gathered.clear();
  }

  /**
   * How many rows had which outcome, once all is posted.
   *
   * @param left how many movements were not to be posted, by reason
   */
  PaymentCounts counts(Map<String, Long> left) {
    return new PaymentCounts(count(Outcome.POSTED), count(Outcome.DUPLICATE), count(Outcome.UNMATCHED), left);
  }

  /** The rows that were not posted, by line. */
  List<Rejection> rejected() {
    rejected.sort(Comparator.comparingLong(Rejection::line));
    return rejected;
  }

  private long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }
}
