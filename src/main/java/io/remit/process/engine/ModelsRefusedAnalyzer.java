package io.remit.process.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what is wrong with the models, without a stack trace. */
class ModelsRefusedAnalyzer extends AbstractFailureAnalyzer<ModelsRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ModelsRefused cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
