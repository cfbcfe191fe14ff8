package io.remit.process.engine;

import io.remit.model.Finding;
import io.remit.model.ModelCheck;
import io.remit.model.ModelFolder;
import java.util.List;

/** What a whole folder of models has to keep before any of it is deployed, at a start and while Remit runs. */
final class FolderCheck {

  private FolderCheck() {
  }

  /** All that is wrong with it; empty if it may be deployed. */
  static List<Finding> findings(ModelFolder folder) {
    return new ModelCheck(ModelLanguage.VOCABULARY).check(folder);
  }
}
