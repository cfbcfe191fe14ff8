package io.remit.release;

import io.remit.model.ModelFolder;

/** Who has something to do when other models run. */
public interface ModelsReplaced {

  /**
   * Hears of it when all is deployed.
   *
   * @param now all files of the models that run
   */
  void deployed(ModelFolder now);
}
