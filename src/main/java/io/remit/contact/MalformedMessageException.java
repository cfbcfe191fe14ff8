package io.remit.contact;

/** A file of the message texts breaks a rule of their format; Remit does not start with it. */
public class MalformedMessageException extends RuntimeException {

  /**
   * @param file the file's name
   * @param line its line at fault, from 1
   * @param rule the broken rule, a short stable name such as {@code unknown-placeholder}
   * @param message what is wrong, for people
   */
  public MalformedMessageException(String file, long line, String rule, String message) {
    super("Message text " + file + ", line " + line + ": " + message + " [" + rule + "]");
  }
}
