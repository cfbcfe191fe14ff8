package io.remit.intake.csv;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of one record of a CSV file, without its line end.
 *
 * @param line the line at which it starts; the first line is 1
 * @param bytes empty where a defect kept the record from being read
 * @param defect what kept the record from being read, or null
 * @param secondLine the position in the file of the line after the one at which it starts, or -1 where it has one line
 */
record RawRecord(long line, byte[] bytes, @Nullable Defect defect, long secondLine) {

  /** What can keep a record from being read. */
  enum Defect {
    /** Longer than a record may be. */
    TOO_LONG,
    /** A quoted field that does not end. */
    UNCLOSED_QUOTE
  }

  boolean spansLines() {
    return secondLine >= 0;
  }

  boolean isBlank() {
    for (byte each : bytes) {
      if (each != ' ' && each != '\t') {
        return false;
      }
    }
    return defect == null;
  }
}
