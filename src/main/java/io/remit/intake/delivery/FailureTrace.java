package io.remit.intake.delivery;

import java.util.Arrays;
import java.util.StringJoiner;

/** Describes a failure without any message: databases and drivers quote rows, which may be personal data. */
public final class FailureTrace {

  private static final int MOST_CAUSES = 8;

  private FailureTrace() {
  }

  /** The classes of the failure and its causes, each with the first place in Remit's code that it passed. */
  public static String of(Throwable failure) {
    StringJoiner trace = new StringJoiner(", caused by ");
    Throwable current = failure;
    for (int depth = 0; current != null && depth < MOST_CAUSES; depth++) {
      trace.add(current.getClass().getName() + placeOf(current));
      current = current.getCause();
    }
    return trace.toString();
  }

  private static String placeOf(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("io.remit."))
        .findFirst()
        .map(frame -> " at " + frame)
        .orElse("");
  }
}
