package io.remit.payment;

import io.remit.statement.BankEntry;
import io.remit.statement.BankTransaction;

/**
 * One movement of a statement, with the entry of which it is.
 *
 * @param number of the entry in its file; the first is 1
 * @param index of the movement in the entry; the first is 0
 */
public record StatementPart(BankEntry entry, long number, int index) {

  BankTransaction told() {
    return entry.parts().get(index);
  }

  /** Where it begins in the file. */
  public long line() {
    return told().line();
  }
}
