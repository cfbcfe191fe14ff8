package io.remit.node;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the refusal as its sentences, without a stack trace. */
class UnknownDatabaseAnalyzer extends AbstractFailureAnalyzer<UnknownDatabaseException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnknownDatabaseException cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
