package io.remit.payment;

import io.remit.cases.PortfolioIntake;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PostingResult;
import io.remit.ledger.PostingResult.Outcome;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Posts payments that name their accounts. */
@Component
public class PaymentPosting {

  private final PortfolioIntake portfolio;
  private final PaymentNotes notes;

  PaymentPosting(PortfolioIntake portfolio, PaymentNotes notes) {
    this.portfolio = portfolio;
    this.notes = notes;
  }

  /**
   * Posts a batch in one transaction: it succeeds for all orders (some may be refused by rule) or throws and changes
   * nothing. A payment for a closed or placed case is posted, too, and the case's timeline says so.
   *
   * @return one result per order, in order
   */
  @Transactional
  public List<PostingResult> post(List<PaymentOrder> batch) {
    PaymentNotes.Before before = notes.before(batch.stream().map(PaymentOrder::accountNumber).toList());
    List<PostingResult> results = portfolio.post(batch);
    for (int index = 0; index < batch.size(); index++) {
      if (results.get(index).outcome() == Outcome.POSTED) {
        notes.payment(batch.get(index), before);
      }
    }
    return results;
  }
}
