package io.remit.intake;

/**
 * How many accounts an arrears file opened, updated, left unchanged and closed.
 *
 * @param closingsWaiting how many it would close if a person agreed
 */
record ArrearsCounts(long opened, long updated, long unchanged, long closed, long closingsWaiting) {

  static final ArrearsCounts NONE = new ArrearsCounts(0, 0, 0, 0, 0);
}
