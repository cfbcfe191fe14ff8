package io.remit.cases;

import org.slf4j.MDC;

/** Which case a log line is about: the field {@code case} of the log's context. */
public final class CaseLog {

  /** The field; the engine writes it too ({@code camunda.bpm}: {@code logging-context-business-key}). */
  public static final String FIELD = "case";

  private CaseLog() {
  }

  /** Log lines of this thread are about a case until what is returned is closed. */
  public static MDC.MDCCloseable of(String caseNumber) {
    return MDC.putCloseable(FIELD, caseNumber);
  }
}
