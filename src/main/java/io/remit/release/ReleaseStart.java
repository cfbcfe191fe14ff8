package io.remit.release;

import io.remit.model.ModelFolder;
import io.remit.model.RunningModels;
import io.remit.node.OtherNodes;
import io.remit.release.ReleaseSettings.AtStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says at a start which models run: the folder that Remit was given, as a release by itself, as long as nobody deployed
 * another; and what people deployed from then on, also when a new Remit brings another folder along, unless
 * {@code remit.releases.start} says that the folder counts. A folder that ran and was replaced does not come back
 * beside other nodes: it is that of an older node, which is started again in the middle of a rolling restart.
 */
@Component
public class ReleaseStart {

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseStart.class);
  private static final int MOST_NAMED = 10;

  private final ReleaseRepository repository;
  private final Releases releases;
  private final ModelsThatRun models;
  private final ModelEngine engine;
  private final ReleaseSettings settings;
  private final OtherNodes others;
  private final TransactionTemplate together;
  private volatile List<String> differing = List.of();

  ReleaseStart(ReleaseRepository repository, Releases releases, ModelsThatRun models, ModelEngine engine,
      ReleaseSettings settings, OtherNodes others, PlatformTransactionManager transactions) {
    this.repository = repository;
    this.releases = releases;
    this.models = models;
    this.engine = engine;
    this.settings = settings;
    this.others = others;
    this.together = new TransactionTemplate(transactions);
  }

  /**
   * Lets the models run that have to, before anything else does.
   *
   * @param given the folder that Remit was given
   * @return the folder that runs
   * @throws ModelsNotRunnableException if the release that people deployed cannot run in this Remit
   */
  public ModelFolder begin(ModelFolder given) {
    RunningModels.Prepared running = Objects.requireNonNull(together.execute(status -> {
      Optional<Release> before = repository.lockRunning().flatMap(repository::find);
      boolean folderCounts = before.map(release -> release.isFromStart() || settings.start() == AtStart.FOLDER)
          .orElse(true);
      String digest = ReleaseFiles.digest(given);
      boolean same = before.map(release -> release.sha256().equals(digest)).orElse(false);
      Optional<Release> older = same || settings.start() == AtStart.FOLDER || !others.anyRuns() ? Optional.empty()
          : repository.replacedWith(digest);
      if (folderCounts && !same && older.isEmpty()) {
        Release taken = releases.take(given, before.orElse(null));
        LOG.info("The folder that Remit was given is release {} of the models, and runs", taken.number());
        return models.readable(taken);
      }
      Release kept = before.orElseThrow();
      RunningModels.Prepared readable;
      try {
        readable = models.readable(kept);
      } catch (ReleaseRefused refused) {
        return models.readable(older.orElseThrow(() -> notRunnable(kept, refused)));
      }
      // an engine that lost some of it gets it again
      engine.deploy(readable.folder());
      if (!same) {
        tellOf(kept, readable.folder(), given);
      }
      return readable;
    }));
    models.takeOver(running);
    return running.folder();
  }

  private static ModelsNotRunnableException notRunnable(Release release, ReleaseRefused refused) {
    return new ModelsNotRunnableException("Release " + release.number()
        + " of the models, which runs, cannot run in this version of Remit. Start the version before, or "
        + "let the folder at remit.models run in its place with remit.releases.start=folder. "
        + refused.findings().stream().map(finding -> "\n  " + finding.file() + " " + finding.element() + ": "
            + finding.detail() + " [" + finding.rule() + "]").collect(Collectors.joining()), refused);
  }

  private void tellOf(Release kept, ModelFolder running, ModelFolder given) {
    differing = differences(ReleaseFiles.digests(running), ReleaseFiles.digests(given));
    LOG.warn("Release {} of the models runs, {}. The folder that Remit was given is "
        + "another in {} files: {}. Nothing of it runs; to take it up, propose it with POST "
        + "/api/models/releases?from=start, or start once with remit.releases.start=folder", kept.number(),
        kept.isFromStart() ? "with which another node was started"
            : "which " + kept.proposedBy() + " proposed and " + kept.decidedBy() + " approved", differing.size(),
        differing.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")));
  }

  private static List<String> differences(Map<String, String> running, Map<String, String> given) {
    List<String> names = new ArrayList<>(running.keySet());
    given.keySet().stream().filter(name -> !running.containsKey(name)).forEach(names::add);
    return names.stream().filter(name -> !Objects.equals(running.get(name), given.get(name))).sorted().toList();
  }

  /** The files in which the folder that Remit was given is another than what ran at the start. */
  List<String> differing() {
    return differing;
  }
}
