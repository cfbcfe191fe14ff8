package io.remit.privacy;

/** Kinds of what is held, each with the days for which it is kept: the rows of {@code retention}. */
public enum RecordKind {
  /** A debtor of whom nothing is open, from the last that happened about the debtor. */
  CLOSED_DEBTOR,
  /** The same, if erasure was asked for and another person agreed. */
  CLOSED_DEBTOR_WHO_ASKS,
  /** Files of the creditor and of banks that were taken in or refused. */
  SOURCE_FILE,
  /** Messages that were written as files for a gateway or a printer. */
  MESSAGE_FILE,
  /** Papers of one debtor: dossiers for courts, agreements on plans. */
  PAPER,
  /** Files for partners and law firms, and from them. */
  PARTNER_FILE,
  /** What the creditor is told of bookings. */
  BOOKS_EXPORT,
  /** Texts of senders whom nobody knows. */
  UNKNOWN_TEXT,
  /** Which rows of files were refused, and why. */
  REFUSED_ROW,
  /** Applications of partners that were turned down. */
  PARTNER_APPLICATION
}
