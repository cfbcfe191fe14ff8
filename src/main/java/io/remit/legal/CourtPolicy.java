package io.remit.legal;

import io.remit.ledger.Amount;
import org.jspecify.annotations.Nullable;

/** The decision table {@code court-eligibility}: whether a case may be sued for. */
public interface CourtPolicy {

  /** What the table says of a case. */
  Answer answerTo(Question question);

  /**
   * What the table may ask for.
   *
   * @param overdueAmount what is overdue today, compared in the reference currency
   * @param insolvent whether there is nothing to win: the debtor is insolvent or has died
   * @param onHold whether anything else pauses the whole case
   * @param timeBarred whether a debt of the case is too old to be sued for
   * @param letterDays days since the newest letter before court went out; -1 if none did
   * @param addressKnown whether the debtor lives, as far as is known, where a summons can be served
   * @param accountsKnown whether each account has the data of its contract
   * @param ledgerAddsUp whether what was booked adds up to what is claimed
   * @param dossierPossible whether a dossier can be made of what is known
   */
  record Question(Amount overdueAmount, boolean insolvent, boolean onHold, boolean timeBarred, int letterDays,
      boolean addressKnown, boolean accountsKnown, boolean ledgerAddsUp, boolean dossierPossible) {
  }

  /**
   * A row's answer.
   *
   * @param reason why not, or what whoever reviews has to know; null if nothing speaks against a suit
   */
  record Answer(Verdict verdict, @Nullable Doubt reason) {
  }

  /** What speaks against a suit. */
  enum Doubt {
    NOTHING_DUE, INSOLVENT, ON_HOLD, TIME_BARRED, NO_LETTER, DEADLINE_RUNS, NO_ADDRESS, SMALL_AMOUNT,
    ACCOUNT_DATA, LEDGER_DIFFERS, NO_DOSSIER
  }

  /** Whether a case may be sued for. */
  enum Verdict {
    /** A legal officer may approve it. */
    YES,
    /** A legal officer is asked, and may not approve it as it stands. */
    NOT_YET,
    /** Nobody is asked. */
    NO
  }
}
