package io.remit.payment;

/**
 * Where a movement is told.
 *
 * @param fileId the intake file
 * @param run the pass over it; a later one has a greater number, also one over the same file
 * @param entry the number of the entry in the file; the first is 1
 * @param part the number of the movement in the entry; the first is 0
 */
record Telling(long fileId, long run, long entry, int part) {

  /** Stands for the part where an entry with parts is meant as a whole. */
  static final int WHOLE = -1;

  Telling ofWhole() {
    return new Telling(fileId, run, entry, WHOLE);
  }
}
