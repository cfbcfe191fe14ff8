package io.remit.contact;

/** A file of the message texts breaks a rule of their format; Remit does not start with it. */
public class MalformedMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long line;
  private final String problem;

  /**
   * @param file the file's name
   * @param line its line at fault, from 1
   * @param rule the broken rule, a short stable name such as {@code unknown-placeholder}
   * @param message what is wrong, for people
   */
  public MalformedMessageException(String file, long line, String rule, String message) {
    super("Message text " + file + ", line " + line + ": " + message + " [" + rule + "]");
    this.line = line;
    this.problem = message;
  }

  /** The line at fault, from 1. */
  public long line() {
    return line;
  }

  /** What is wrong, without the file and the line. */
  public String problem() {
    return problem;
  }
}
