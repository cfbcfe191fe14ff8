package io.remit.intake;

/** How many orders of a payments file were posted, known already, or kept until their account is known. */
record PaymentCounts(long posted, long duplicates, long unmatched) {

  static final PaymentCounts NONE = new PaymentCounts(0, 0, 0);
}
