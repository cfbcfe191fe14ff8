package io.remit.process.trial;

import io.remit.trial.RunningNode;
import io.remit.trial.ScratchDatabase;
import io.remit.trial.TrialOrder.Answers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a program knows which lets a copy live.
 *
 * @param url of the copy
 * @param schema in which its tables are, if there are others beside it
 * @param models the folder that runs in it
 * @param workFolder a folder of the trial's own, for whatever Remit writes
 * @param days how long it lives
 * @param moving whether what runs goes on in the newest drawings, as far as it can; else each keeps its own
 * @param robotsCall whether calls of robots reach anybody
 * @param rules settings by which cases are collected
 */
record LifeOrder(String url, String user, String password, @Nullable String schema, String models, String workFolder,
    Instant begin, int days, Answers answers, boolean moving, boolean robotsCall, Map<String, String> rules) {

  static LifeOrder of(ScratchDatabase copy, Path models, Path workFolder, Instant begin, int days, Answers answers,
      boolean moving, RunningNode node) {
    return new LifeOrder(copy.url(), copy.user(), copy.password(), copy.hasSchemaOfItsOwn() ? copy.schema() : null,
        models.toString(), workFolder.toString(), begin, days, answers, moving, node.robotsCall(), node.rules());
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "LifeOrder[" + models + "]";
  }
}
