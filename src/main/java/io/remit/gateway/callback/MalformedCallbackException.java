package io.remit.gateway.callback;

/** A call-back is signed rightly, but does not say what it has to. */
public class MalformedCallbackException extends RuntimeException {

  private final String field;

  /**
   * @param field the path of the field at fault, such as {@code events[0].at}; empty for the whole body
   * @param problem what is wrong with it, without its value, which may be personal
   */
  public MalformedCallbackException(String field, String problem) {
    super(field.isEmpty() ? problem : field + ": " + problem);
    this.field = field;
  }

  String field() {
    return field;
  }
}
