package io.remit.intake;

/** How many accounts an arrears file opened, updated, left unchanged and closed. */
record ArrearsCounts(long opened, long updated, long unchanged, long closed) {

  static final ArrearsCounts NONE = new ArrearsCounts(0, 0, 0, 0);
}
