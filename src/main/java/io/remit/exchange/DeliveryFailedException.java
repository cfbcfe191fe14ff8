package io.remit.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A file could not be brought to somebody outside, or fetched from them. The message names them and the reason, and
 * nothing of the file: it may be shown as an incident. Trying again does no harm.
 */
public class DeliveryFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  DeliveryFailedException(String correspondent, Reason reason, @Nullable Throwable cause) {
    super("Files for or from " + correspondent + ": " + reason.sentence, cause);
    this.reason = reason;
  }

  /** Why. */
  public enum Reason {
    DISK_FULL("the disk there is full"),
    NO_LOGIN_KEY("our own key for the login cannot be read"),
    LOGIN_REFUSED("the server refused our login"),
    WRONG_HOST_KEY("the server has another host key than the one that was agreed: nothing was sent"),
    TIMED_OUT("the server did not answer in time"),
    UNREACHABLE("the server cannot be reached"),
    NOT_ALLOWED("we may not write or read there"),
    NO_FOLDER("the folder is not there"),
    DIFFERS("what was read back is not what was written"),
    TOO_LARGE("a file is larger than is taken"),
    IN_DOUBT("the database was restored, and they may have a file already: ask them, and say what they answered"),
    GONE("a file is not there any more"),
    BROKEN_OFF("the connection broke off, or the server reported an error");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  public Reason reason() {
    return reason;
  }
}
