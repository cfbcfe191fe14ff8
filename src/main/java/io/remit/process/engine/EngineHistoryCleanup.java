package io.remit.process.engine;

import io.remit.privacy.HistoryCleanup;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.stereotype.Component;

/**
 * Has the engine remove the history of what ended longer ago than the model's days of history. Without being told the
 * engine never does: it has no window of hours for it.
 */
@Component
class EngineHistoryCleanup implements HistoryCleanup {

  private final HistoryService history;

  EngineHistoryCleanup(HistoryService history) {
    this.history = history;
  }

  @Override
  public void begin() {
    history.cleanUpHistoryAsync(true);
  }
}
