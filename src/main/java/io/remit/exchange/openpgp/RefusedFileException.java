package io.remit.exchange.openpgp;

/** A delivered file that is not what it should be. Nothing of its content may be used. The message holds none of it. */
public class RefusedFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Rule rule;

  RefusedFileException(Rule rule) {
    super(rule.sentence);
    this.rule = rule;
  }

  RefusedFileException(Rule rule, Throwable cause) {
    super(rule.sentence, cause);
    this.rule = rule;
  }

  /** What a file has to be. */
  public enum Rule {
    NOT_ENCRYPTED("not-encrypted", "The file is no encrypted OpenPGP message"),
    NOT_FOR_US("not-for-us", "The file is not encrypted to our key"),
    NOT_PROTECTED("not-protected", "The file is encrypted in an old way that is not safe any more"),
    DAMAGED("damaged", "The file was changed or damaged on its way, or is not whole"),
    NOT_SIGNED("not-signed", "The file is not signed"),
    WRONG_SIGNER("wrong-signer", "The file is signed by another key than the one that was confirmed"),
    WRONG_SIGNATURE("wrong-signature", "The signature does not fit the file, or is too weak or not valid any more"),
    TOO_LARGE("too-large", "The file holds more than is taken");

    private final String code;
    private final String sentence;

    Rule(String code, String sentence) {
      this.code = code;
      this.sentence = sentence;
    }

    /** Its name in reports, such as {@code not-signed}. */
    public String code() {
      return code;
    }
  }

  public Rule rule() {
    return rule;
  }
}
