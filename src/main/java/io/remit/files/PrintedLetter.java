package io.remit.files;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a letter, for whoever asks whether it is genuine; nothing of it is personal.
 *
 * @param code printed on the letter: twelve capital letters and digits
 * @param reference of the message
 * @param dated the date on the letter
 * @param template what the letter is about
 * @param creditor in whose name it was written
 * @param printedAt null until file and manifest line are there
 */
public record PrintedLetter(String code, String reference, LocalDate dated, String template, String creditor,
    @Nullable Instant printedAt) {

  /** The code as people read it, such as {@code ABCD-EFGH-2345}. */
  public String readableCode() {
    return code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
  }
}
