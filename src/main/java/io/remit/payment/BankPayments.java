package io.remit.payment;

import io.remit.cases.OpenLedger;
import io.remit.cases.Postings;
import io.remit.ledger.PostingResult;
import io.remit.ledger.PostingResult.Outcome;
import io.remit.payment.BankMovement.Fate;
import io.remit.payment.KnownMovements.Recognised;
import io.remit.statement.BankTransaction;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what bank statements tell of debtors' money: knows again what was told before, and posts the rest or asks a
 * person.
 */
@Component
public class BankPayments {

  private final Postings postings;
  private final KnownMovements known;
  private final BankMovementRepository movements;
  private final MovementPosting posting;
  private final UnidentifiedPayments unidentified;

  BankPayments(Postings postings, KnownMovements known, BankMovementRepository movements,
      MovementPosting posting, UnidentifiedPayments unidentified) {
    this.postings = postings;
    this.known = known;
    this.movements = movements;
    this.posting = posting;
    this.unidentified = unidentified;
  }

  /**
   * Takes a batch in one transaction, or throws and changes nothing.
   *
   * @param fileId the intake file
   * @param run the pass over it; see {@link io.remit.cases.PortfolioIntake#nextRun()}
   * @param batch payments and chargebacks, in the order of the file
   * @return for each in order POSTED, DUPLICATE, or UNMATCHED: then it waits for a person, who has a task for it
   */
  @Transactional
  public List<PostingResult> take(long fileId, long run, List<StatementPart> batch) {
    return postings.together(ledger -> batch.stream().map(part -> PostingResult.of(
        take(part, new Telling(fileId, run, part.number(), part.index()), ledger))).toList());
  }

  private Outcome take(StatementPart part, Telling telling, OpenLedger ledger) {
    Recognised recognised = known.recognise(part, telling);
    return switch (recognised.verdict()) {
      case SAME -> tellAgain(recognised.earlier(), part.told(), telling, ledger);
      case DOUBTFUL -> ask(known.keep(part.told(), Fate.ASKED, recognised.whole(), recognised.earlier().reference(),
          telling));
      case OTHER -> {
        BankMovement movement = known.keep(part.told(), Fate.ASKED, recognised.whole(), null, telling);
        yield posting.postIfCertain(movement, ledger) ? Outcome.POSTED : ask(movement);
      }
    };
  }

  private Outcome ask(BankMovement movement) {
    unidentified.keep(movement.reference());
    return Outcome.UNMATCHED;
  }

  /** What waits for a person is looked at again if it is told with more than before. */
  private Outcome tellAgain(BankMovement before, BankTransaction told, Telling telling, OpenLedger ledger) {
    boolean newsAboutQuestion = before.mayBe() == null && tellsMore(told, before.told())
        && unidentified.isOpen(before.reference());
    if (!newsAboutQuestion) {
      movements.tellAgain(before.reference(), telling);
      return Outcome.DUPLICATE;
    }
    movements.tellMore(before.reference(), told, telling);
    return posting.postIfCertain(movements.find(before.reference()).orElseThrow(), ledger) ? Outcome.POSTED
        : Outcome.DUPLICATE;
  }

  private static boolean tellsMore(BankTransaction told, BankTransaction before) {
    return before.payer().name() == null && told.payer().name() != null
        || before.remittance().text().length() < told.remittance().text().length()
        || before.remittance().creditorReferences().size() < told.remittance().creditorReferences().size();
  }
}
