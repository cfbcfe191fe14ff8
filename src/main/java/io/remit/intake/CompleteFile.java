package io.remit.intake;

import io.remit.cases.PortfolioIntake;
import io.remit.intake.Closing.LeftOut;
import io.remit.intake.csv.Rejection;
import io.remit.intake.delivery.Progress;
import io.remit.intake.delivery.SplitBatches;
import io.remit.ledger.BookingDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that lists all open accounts of its products: what it leaves out is closed or, if that is much, a person is
 * asked.
 */
final class CompleteFile {

  private static final String NOTHING_CLOSED =
      " As its account number cannot be read, no account was closed as missing.";

  private final Closings closings;
  private final PortfolioIntake portfolio;
  private final SplitBatches batches;
  private final long fileId;
  private final @Nullable String deliveredBy;
  private final Progress progress;
  private final Map<String, Long> openBefore;

  private final List<String> refusedAccounts = new ArrayList<>();
  private boolean everyAccountReadable = true;

  /** @param deliveredBy user id of who sent the file, or null */
  CompleteFile(Closings closings, PortfolioIntake portfolio, SplitBatches batches, long fileId,
      @Nullable String deliveredBy, Progress progress) {
    this.closings = closings;
    this.portfolio = portfolio;
    this.batches = batches;
    this.fileId = fileId;
    this.deliveredBy = deliveredBy;
    this.progress = progress;
    this.openBefore = portfolio.openAccounts();
  }

  /**
   * What became of the accounts that a file leaves out.
   *
   * @param closed how many were closed
   * @param waiting how many are to be closed if a person agrees
   */
  record Missing(long closed, long waiting) {

    static final Missing NONE = new Missing(0, 0);
  }

  /** A row was refused that names an account: it is not missing. */
  void refuse(String accountNumber) {
    refusedAccounts.add(accountNumber);
  }

  /** A row was refused that may name any account, so that nobody knows what is missing. */
  Rejection refuseUnreadable(Rejection rejection) {
    everyAccountReadable = false;
    return new Rejection(rejection.line(), rejection.column(), rejection.rule(), rejection.message() + NOTHING_CLOSED);
  }

  /**
   * All rows are applied.
   *
   * @param products those that the file names
   * @param asOf the earliest day that its rows tell, or null if they tell none
   */
  Missing close(long run, Set<String> products, @Nullable LocalDate asOf) {
    if (!everyAccountReadable || products.isEmpty()) {
      return Missing.NONE;
    }
    // Only now: an account marked as seen earlier could not be told from one that is twice in the file.
    for (int start = 0; start < refusedAccounts.size(); start += SplitBatches.SIZE) {
      int end = Math.min(start + SplitBatches.SIZE, refusedAccounts.size());
      portfolio.markSeen(run, List.copyOf(refusedAccounts.subList(start, end)));
    }
    BookingDay day = portfolio.dayOfFile(asOf);
    closings.supersede(products);
    Map<String, Long> missing = portfolio.missing(run, products, day);
    List<LeftOut> leftOut = products.stream().sorted().map(product -> new LeftOut(product,
        openBefore.getOrDefault(product, 0L), missing.getOrDefault(product, 0L))).toList();
    if (closings.asksAPerson(leftOut)) {
      closings.propose(run, fileId, day, leftOut, deliveredBy);
      return new Missing(0, leftOut.stream().mapToLong(LeftOut::leftOut).sum());
    }
    return new Missing(closeMissing(run, products, day), 0);
  }

  private long closeMissing(long run, Set<String> products, BookingDay day) {
    long closed = 0;
    int justClosed;
    do {
      justClosed = batches.orLater(() -> portfolio.closeMissing(run, fileId, products, day, SplitBatches.SIZE));
      closed += justClosed;
      progress.closed(closed);
    } while (justClosed > 0);
    return closed;
  }
}
