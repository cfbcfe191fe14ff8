package io.remit.cases;

import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PostingResult;
import java.util.List;
import java.util.Set;

/**
 * Brings what the creditor's files say into the accounts, the ledger and the cases. Each call is one transaction over
 * its whole batch: it succeeds for all rows (some may be refused by rule) or throws and changes nothing.
 */
public interface PortfolioIntake {

  /** A number for one pass over one arrears file; accounts remember the last pass that saw them. */
  long nextRun();

  /**
   * Applies rows of an arrears file.
   *
   * @param run the pass that these rows belong to; an account seen twice in one pass is refused ({@code duplicate-account})
   * @return one result per row, in order
   */
  List<SnapshotResult> applySnapshots(long run, long fileId, List<AccountSnapshot> batch);

  /** Remembers that the pass saw these accounts, though their rows were refused: they are not missing. */
  void markSeen(long run, List<String> accountNumbers);

  /**
   * Takes some of the accounts of these products that the pass did not see as paid at the creditor, and settles their cases.
   *
   * @param limit the most accounts to close in this call
   * @return how many were closed; 0 when none is left
   */
  int closeMissing(long run, long fileId, Set<String> products, int limit);

  /**
   * Posts payments and reversals.
   *
   * @return one result per order, in order
   */
  List<PostingResult> post(List<PaymentOrder> batch);
}
