package io.remit.statement;

import io.remit.statement.BankTransaction.Kind;

/**
 * All that tells what a booked movement means. A debit that may be a return is never the creditor's own payment: it is
 * a chargeback, which a person is asked about where it cannot be matched.
 *
 * @param credit whether money came in
 * @param reversed whether the bank marks it as the reversal of another entry
 * @param returned whether it says of itself that it is a return, such as by a reason
 * @param codes what the bank's codes tell
 * @param text all that is written of it, also the bank's own words
 */
record MovementSigns(boolean credit, boolean reversed, boolean returned, BankCodes codes, String text) {

  /** Money that went out, and that the bank does not mark as the reversal of another entry. */
  static MovementSigns debit(boolean returned, BankCodes codes, String text) {
    return new MovementSigns(false, false, returned, codes, text);
  }

  Kind kind() {
    return credit ? kindOfCredit() : kindOfDebit();
  }

  private Kind kindOfCredit() {
    // What comes back of a collection or of its return is a debtor's money all the same.
    boolean comesBack = reversed || returned || codes == BankCodes.RETURN;
    return comesBack && codes != BankCodes.COLLECTION ? Kind.OUTGOING_RETURNED : Kind.PAYMENT;
  }

  private Kind kindOfDebit() {
    boolean coded = reversed || returned || codes == BankCodes.RETURN;
    boolean told = coded || BankWords.RETURNS.isIn(text) || BankWords.reasonIn(text).isPresent();
    if (codes == BankCodes.CHARGE && !told) {
      return Kind.BANK_CHARGE;
    }
    if (codes == BankCodes.CHARGE && !coded && BankWords.CHARGES.isIn(text)) {
      return Kind.COST_OF_RETURN;
    }
    if (told || codes == BankCodes.COLLECTION) {
      return Kind.CHARGEBACK;
    }
    return codes == BankCodes.NONE && BankWords.CHARGES.isIn(text) ? Kind.BANK_CHARGE : Kind.OUTGOING;
  }
}
