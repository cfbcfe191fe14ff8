package io.remit.node;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the refusal as its sentences, without a stack trace. */
class NewerDatabaseAnalyzer extends AbstractFailureAnalyzer<NewerDatabaseException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, NewerDatabaseException cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
