package io.remit.outsourcing.answer;

/**
 * What is wrong with a file, or with a line of it.
 *
 * @param line 1 is the header; 0 is the file as a whole
 * @param column its name, or empty
 * @param rule a fixed name, such as {@code unknown-case}
 * @param message for people; without what stands in the cell
 */
record Fault(int line, String column, String rule, String message) {

  static Fault ofFile(String rule, String message) {
    return new Fault(0, "", rule, message);
  }
}
