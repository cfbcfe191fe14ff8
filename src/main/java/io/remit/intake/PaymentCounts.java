package io.remit.intake;

/**
 * What became of the orders of a payments file.
 *
 * @param unmatched kept until their account is known
 * @param left movements of a bank statement that are no debtor's payments, or not booked by the bank yet
 */
record PaymentCounts(long posted, long duplicates, long unmatched, long left) {

  static final PaymentCounts NONE = new PaymentCounts(0, 0, 0, 0);
}
