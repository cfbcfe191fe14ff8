package io.remit.release;

import io.remit.model.Finding;
import io.remit.model.ModelFolder;
import java.util.List;
import java.util.Optional;

/** What releases need of the engine that runs the models. */
public interface ModelEngine {

  /** All that is wrong with a folder of models; empty if it may be deployed. */
  List<Finding> check(ModelFolder folder);

  /**
   * Deploys what is new in a folder, in the transaction that runs. A file that is as it was makes no new version; what
   * is no longer in the folder goes on where it runs.
   *
   * @return what the engine calls the deployment; empty if nothing was new
   * @throws NotTakenException if the engine refuses a file; the transaction has to be rolled back
   */
  Optional<String> deploy(ModelFolder folder);

  /** The newest version of each process, decision and form, and each older version by which cases still go. */
  List<DeployedVersion> versions();
}
