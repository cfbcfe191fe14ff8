package io.remit.payment;

import io.remit.statement.BankTransaction;
import org.jspecify.annotations.Nullable;

/**
 * A movement that a bank told, under the name by which Remit knows it.
 *
 * @param reference unique for ever; the entries of the ledger that book it bear it
 * @param whole the reference of the entry of which it is a part, or null
 * @param mayBe the reference of another movement that may be the same money, or null
 * @param fileId the intake file that told it last with all that is known
 */
public record BankMovement(String reference, BankTransaction told, Fate fate, @Nullable String whole,
    @Nullable String mayBe, long fileId) {

  /** What became of it. */
  public enum Fate {
    /** It is in the ledger. */
    POSTED,
    /** A person is asked, or was. */
    ASKED,
    /** An entry that is known by its parts: what became of each counts. */
    IN_PARTS,
    /** The same, but the entry may be one that is known as a whole, so that a person is asked about each part. */
    DOUBTFUL
  }
}
