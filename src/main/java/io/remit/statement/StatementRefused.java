package io.remit.statement;

/** A bank statement that cannot be used; one that is wrong in one place is not believed in any. */
public final class StatementRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final long line;
  private final String element;
  private final String rule;

  /**
   * @param element the XML element or the field's tag at fault, or null
   * @param rule the broken rule, a short stable name
   * @param message for people; amounts may be in it, personal data not
   */
  StatementRefused(long line, String element, String rule, String message) {
    super(message);
    this.line = line;
    this.element = element;
    this.rule = rule;
  }

  public long line() {
    return line;
  }

  public String element() {
    return element;
  }

  public String rule() {
    return rule;
  }
}
