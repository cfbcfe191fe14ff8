package io.remit.release;

import io.remit.model.ModelFolder;

/** Who has something to do when other models run. */
public interface ModelsReplaced {

  /**
   * Hears of it when all is deployed: on the node where it was, and on each other when that takes it over.
   *
   * @param now all files of the models that run
   */
  void deployed(ModelFolder now);
}
